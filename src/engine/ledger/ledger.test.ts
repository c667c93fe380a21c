import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startContact } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { now, setNow } from '../../kit/clock.ts'
import { within } from '../store/transaction.ts'
import { verifyLedger } from './verify.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const tamper = async (sql: string): Promise<void> => {
  const client = await world.engine.owner.connect()
  try {
    await client.query('alter table canopy.ledger disable trigger all')
    await client.query(sql)
    await client.query('alter table canopy.ledger enable trigger all')
  } finally {
    client.release()
  }
}

describe('the ledger', () => {
  it('is one chain however many write at once: fifty deeds and fifty readings', async () => {
    const { engine, as } = world
    const looked = { at: now(), actor: as('screener'), event: 'looked', register: 'contact' } as const
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => [
        startContact(world, { familyName: `Example ${at}` }),
        engine.ledger.write({ ...looked, detail: `${at}` }),
      ]).flat(),
    )
    const report = await verifyLedger(engine.owner, engine.registers)
    expect(report.faults).toEqual([])
    expect(report.entries).toBe(100)
    const { rows } = await engine.owner.query<{ seq: string }>('select seq from canopy.ledger order by seq')
    expect(rows.map(row => Number(row.seq))).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  })

  it('says when an entry was refused, keeps nothing of it, and goes on', async () => {
    const { engine, as } = world
    const count = async () =>
      (await engine.owner.query<{ n: number }>('select count(*)::int as n from canopy.ledger')).rows[0]?.n
    const before = await count()
    const entry = { at: now(), actor: as('screener'), event: 'looked', register: 'contact' } as const
    await expect(engine.ledger.write({ ...entry, detail: 'NUL: \0' })).rejects.toThrow(/Unicode/)
    expect(await count()).toBe(before)
    await engine.ledger.write(entry)
    expect(await count()).toBe((before ?? 0) + 1)
  })

  it('is only added to: not even the application may change it', async () => {
    const { engine, as } = world
    for (const sql of [
      "update canopy.ledger set detail = 'x'",
      'delete from canopy.ledger',
      'truncate canopy.ledger',
    ]) {
      await expect(within(engine, as('information_governance'), tx => tx.query(sql))).rejects.toThrow(
        /permission denied/,
      )
      await expect(engine.owner.query(sql)).rejects.toThrow('The ledger and history are never changed')
    }
  })

  it('holds no name, date of birth or free text', async () => {
    await startContact(world, { familyName: 'Verysecretname', whatHappened: 'A secret sentence' })
    const { rows } = await world.engine.owner.query('select * from canopy.ledger')
    expect(JSON.stringify(rows)).not.toMatch(/Verysecretname|secret sentence|2020-05-14|Tomi/)
  })

  it.each([
    ['a row that was changed', "update canopy.ledger set detail = 'x' where seq = 40", [40, 'this row was changed']],
    ['a row that was taken out', 'delete from canopy.ledger where seq = 60', [61, 'a row is missing before this one']],
  ])('shows %s', async (_name, sql, fault) => {
    const { engine } = world
    await engine.owner.query('create table canopy.kept as select * from canopy.ledger')
    await tamper(sql)
    const { faults } = await verifyLedger(engine.owner, engine.registers)
    expect([Number(faults[0]?.seq), faults[0]?.what]).toEqual(fault)
    await tamper('delete from canopy.ledger')
    await tamper('insert into canopy.ledger select * from canopy.kept order by seq')
    await engine.owner.query('drop table canopy.kept')
    expect((await verifyLedger(engine.owner, engine.registers)).faults).toEqual([])
  })
})

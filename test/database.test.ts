import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers } from '../src/app/registers.ts'
import { ledger } from '../src/commands/ledger.ts'
import { lineTableName } from '../src/db/tables.ts'
import { quietDeedOf } from '../src/declare/quiet.ts'
import type { Register } from '../src/declare/register.ts'
import { registerByKey } from '../src/engine/engine.ts'
import { verifyLedger, verifyLedgerIn } from '../src/engine/ledger/verify.ts'
import { perform } from '../src/engine/store/perform.ts'
import { setNow } from '../src/kit/clock.ts'
import { givenFor } from './support/given.ts'
import { createRecordedWorld } from './support/recorded.ts'
import type { World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await createRecordedWorld()
  await addLine()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** One deed that adds a line, so that there is one to tamper with. */
const addLine = async () => {
  const { engine, as } = world
  const register = registerByKey(engine, 'contact')
  const { rows } = await engine.owner.query("select reference from canopy.contact where state = 'received' limit 1")
  const typed = { name: 'Ada Example', relationship: 'mother' }
  await perform(engine, as('screener'), { register, action: 'addAdult', reference: rows[0].reference, typed })
}

/** Runs the work as the owner and undoes everything after it. */
const undone = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await world.engine.owner.connect()
  try {
    await client.query('begin')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Tries a statement in a role of the database and takes it back; the error's code, or how many rows it touched. */
const tryAs = async (client: pg.ClientBase, role: string, user: string, sql: string): Promise<string | number> => {
  await client.query('savepoint trying')
  try {
    await client.query(`set local role ${role}`)
    await client.query("select set_config('canopy.role', $1, true)", [user])
    return (await client.query(sql)).rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback to savepoint trying')
  }
}
const refused = '42501'

/** Tables and views, also those nobody declared. */
const relations = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'canopy' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** What somebody who has not signed in could read through the application's own role. */
const exposed = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const found: string[] = []
  for (const name of await relations(client)) {
    const said = await tryAs(client, 'canopy_app', '', `select from canopy.${name} limit 1`)
    if (said !== 0 && said !== refused) found.push(name)
  }
  return found
}

/** Statements that would change the past and are not refused. */
const changeable = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const past = ['ledger', ...registers.map(({ record }) => `${record.key}_history`)]
  const found: string[] = []
  for (const name of past)
    for (const sql of [
      `update canopy.${name} set action = 'x'`,
      `delete from canopy.${name}`,
      `truncate canopy.${name}`,
    ])
      if ((await tryAs(client, 'canopy_app', 'system', sql)) !== refused) found.push(sql)
  return found
}

describe('the application with nobody signed in', () => {
  it('sees every table of the schema empty', async () => {
    await undone(async client => {
      const tables = await relations(client)
      const wanted = registers.flatMap(({ record }) => [record.key, `${record.key}_history`, `${record.key}_clock`])
      expect(tables).toEqual(expect.arrayContaining(['ledger', 'account', 'credential', 'session', 'draft', ...wanted]))
      for (const name of ['ledger', 'account', registers[0]?.record.key])
        expect((await client.query(`select from canopy.${name} limit 1`)).rowCount, name).toBe(1)
      expect(await exposed(client)).toEqual([])
    })
  })

  it.each([
    ['a table without row-level security', ''],
    [
      'a table whose policy forgets who asks',
      'alter table canopy.planted enable row level security; create policy p on canopy.planted using (true);',
    ],
  ])('is shown to see %s', async (_what, more) => {
    await undone(async client => {
      await client.query(
        `create table canopy.planted as select 1 as n; grant select on canopy.planted to canopy_app; ${more}`,
      )
      expect(await exposed(client)).toEqual(['planted'])
    })
  })

  it('is shown to see a view that asks as its owner', async () => {
    await undone(async client => {
      await client.query(
        'create view canopy.planted as select id from canopy.account; grant select on canopy.planted to canopy_app',
      )
      expect(await exposed(client)).toEqual(['planted'])
    })
  })
})

describe('the roles of the database', () => {
  it('cannot pass by row-level security, own nothing, and are members of nothing', async () => {
    const { rows } = await world.engine.owner.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         exists (select from pg_class c where c.relowner = r.oid) as owns,
         exists (select from pg_auth_members m where m.member = r.oid) as member
       from pg_roles r where rolname in ('canopy_app', 'canopy_figures', 'canopy_reporting') order by 1`,
    )
    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: false,
      member: false,
    }
    expect(rows).toEqual(['canopy_app', 'canopy_figures', 'canopy_reporting'].map(rolname => ({ rolname, ...nothing })))
  })

  it('stay what they are after RESET ROLE', async () => {
    const client = await world.engine.pools.app.connect()
    try {
      await client.query('reset role')
      expect((await client.query('select current_user as me')).rows).toEqual([{ me: 'canopy_app' }])
    } finally {
      client.release(true)
    }
  })

  it('of figures only read, and are not shown people who sign in', async () => {
    await undone(async client => {
      for (const { record } of registers)
        for (const sql of [`update canopy.${record.key} set version = 1`, `delete from canopy.${record.key}`])
          expect(await tryAs(client, 'canopy_figures', 'system', sql), sql).toBe(refused)
      for (const name of ['account', 'credential', 'session', 'ledger', 'draft'])
        expect(await tryAs(client, 'canopy_figures', 'system', `select from canopy.${name}`), name).toBe(refused)
    })
  })
})

describe('history and ledger', () => {
  it('are not changed by the application, even as the system', async () => {
    await undone(async client => expect(await changeable(client)).toEqual([]))
  })

  it('are shown to be changeable when somebody grants it', async () => {
    const history = `${registers[0]?.record.key}_history`
    await undone(async client => {
      await client.query(
        `grant update, delete on canopy.${history} to canopy_app; create policy p on canopy.${history} using (true)`,
      )
      expect(await changeable(client)).toEqual([
        `update canopy.${history} set action = 'x'`,
        `delete from canopy.${history}`,
      ])
    })
  })

  it('are not changed by the owner either, as long as the trigger is there', async () => {
    await undone(async client => {
      const own = (await client.query('select current_user as me')).rows[0].me
      expect(await tryAs(client, own, 'system', "update canopy.ledger set detail = 'x'")).toBe(refused)
      expect(await tryAs(client, own, 'system', 'truncate canopy.ledger')).toBe(refused)
    })
  })
})

describe('canopy ledger verify', () => {
  const { record } = registers[0] as (typeof registers)[number]
  const unlocked = 'alter table canopy.ledger disable trigger ledger_refuse'
  const middle = "(select seq from canopy.ledger where event = 'performed' order by seq offset 5 limit 1)"
  const rehash = `hash = encode(sha256(convert_to(canopy.ledger_text(ledger), 'UTF8')), 'hex')`
  const version = `(id, version) = (select id, version from canopy.${record.key}_history where version = 2 order by history_id limit 1)`

  /** What deeds have written: a version each, or for a quiet one its line. */
  const written = (register: Register): readonly string[] => [
    `(select count(*) from canopy.${register.record.key}_history)`,
    ...Object.keys(register.record.lines)
      .filter(group => quietDeedOf(register, group) !== undefined)
      .map(group => `(select count(*) from canopy.${lineTableName(register, group)})`),
  ]

  it('finds nothing where nothing was changed', async () => {
    const report = await verifyLedger(world.engine.owner, registers)
    expect(report).toMatchObject({ faults: [], more: false })
    const counts = await world.engine.owner.query(
      `select (select count(*)::int from canopy.ledger) as entries, (${registers.flatMap(written).join(' + ')})::int as deeds`,
    )
    expect(counts.rows[0]).toEqual({ entries: report.entries, deeds: report.deeds })
    expect(report.deeds).toBeGreaterThan(10)
  })

  it.each<[string, string, RegExp]>([
    [
      'a changed entry',
      `${unlocked}; update canopy.ledger set detail = 'closed v9' where seq = ${middle}`,
      /this row was changed/,
    ],
    [
      'a changed entry with a hash to match',
      `${unlocked}; update canopy.ledger set role = 'analyst' where seq = ${middle}; update canopy.ledger set ${rehash} where seq = ${middle}`,
      /the row before this one was changed/,
    ],
    ['a removed entry', `${unlocked}; delete from canopy.ledger where seq = ${middle}`, /a row is missing/],
    [
      'entries cut off the end',
      `${unlocked}; delete from canopy.ledger where seq >= (select max(seq) from canopy.ledger where event = 'performed')`,
      /is in history and not in the ledger/,
    ],
    [
      'a changed version',
      `update canopy.${record.key}_history set state = 'closed' where ${version}`,
      /version 2 was changed in history/,
    ],
    [
      'a version put back in time',
      `update canopy.${record.key}_history set updated_at = updated_at - interval '1 day' where ${version}`,
      /version 2 was changed in history/,
    ],
    [
      'a removed version',
      `delete from canopy.${record.key}_history where ${version}`,
      /version 2 was removed from history/,
    ],
    [
      'a changed record',
      `update canopy.${record.key} set agency_id = null, team_id = gen_random_uuid() where version = 1`,
      /the record differs from its last version/,
    ],
    ['a changed line', "update canopy.contact_adults set relationship = 'father'", /or the line it added, was changed/],
    ['a removed line', 'delete from canopy.contact_adults', /or the line it added, was changed/],
    [
      'a line that nobody added',
      'insert into canopy.contact_adults (id, record_id, recorded_at, recorded_by, name, relationship) select gen_random_uuid(), record_id, now(), recorded_by, name, relationship from canopy.contact_adults',
      /a line of adults was added by nobody/,
    ],
    [
      'a removed record',
      `alter table canopy.${record.key} disable trigger all; delete from canopy.${record.key} where version = 2`,
      /the record was removed/,
    ],
  ])('finds %s', async (_what, tampering, found) => {
    await undone(async client => {
      await client.query(tampering)
      const { faults } = await verifyLedgerIn(client, registers)
      expect(faults.map(({ what }) => what)).toEqual(expect.arrayContaining([expect.stringMatching(found)]))
      for (const { seq, reference } of faults) expect(seq ?? reference).toBeTruthy()
    })
  })

  it('says so on the command line: 0 when all is whole, 1 with the places when it is not', async () => {
    const out: string[] = []
    const err: string[] = []
    const given = {
      ...givenFor(world.url),
      ...{ out: (line: string) => out.push(line), err: (line: string) => err.push(line) },
    }
    expect(await ledger.run(given, ['verify'], {})).toBe(0)
    expect(out.join()).toMatch(/^The ledger is whole: [\d,]+ entries/)
    await world.engine.owner.query("update canopy.contact_adults set relationship = 'father'")
    expect(await ledger.run(given, ['verify'], {})).toBe(1)
    expect(err[0]).toMatch(
      /^entry \d+, contact, CON-26-\d{5}: version \d+, or the line it added, was changed in history$/,
    )
    expect(err.join()).not.toContain('Ada')
    await world.engine.owner.query("update canopy.contact_adults set relationship = 'mother'")
    expect(await ledger.run(given, ['verify'], {})).toBe(0)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, startContact, urgent } from '../../../test/support/contacts.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Link } from '../../declare/link.ts'
import { setNow } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { agencyCheckRegister } from '../../registers/front-door/agency-check/index.ts'
import { reception } from '../../registers/front-door/contact/examples.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { newDraft, saveDraft } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import { Outcome } from '../outcome.ts'
import { perform, performAll } from './perform.ts'
import { within } from './transaction.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const outcome = async (work: Promise<unknown>): Promise<Outcome> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Outcome)
  return error as Outcome
}
const tables = [
  'contact',
  'contact_history',
  'contact_clock',
  'contact_adults',
  'agency_check',
  'agency_check_history',
  'ledger',
  'reference_counter',
]
/** Everything that a deed may write, as one text. */
const everything = async (): Promise<string> => {
  const parts = await Promise.all(
    tables.map(async table => (await world.engine.owner.query(`select * from canopy.${table} order by 1, 2`)).rows),
  )
  return JSON.stringify(parts)
}
const start = { register: contactRegister, action: 'start', typed: reception }

describe('the same submission', () => {
  it('by one key makes one record, one after the other and at once', async () => {
    const { engine, as } = world
    const key = newId()
    const first = await perform(engine, as('screener'), { ...start, key })
    const second = await perform(engine, as('screener'), { ...start, key })
    expect([first.repeated, second.repeated, second.reference]).toEqual([false, true, first.reference])
    const other = await perform(engine, as('screener2'), { ...start, key })
    expect(other.reference).not.toBe(first.reference)
    const again = newId()
    const many = await Promise.all(
      Array.from({ length: 6 }, () => perform(engine, as('screener'), { ...start, key: again })),
    )
    expect(new Set(many.map(one => one.reference)).size).toBe(1)
    expect(many.filter(one => !one.repeated)).toHaveLength(1)
  })

  it('of one draft makes one record', async () => {
    const { engine, as } = world
    const draftId = await within(engine, as('screener'), async tx => {
      const id = await newDraft(tx, 'contact')
      await saveDraft(tx, id, reception)
      return id
    })
    const many = await Promise.all([1, 2, 3].map(() => perform(engine, as('screener'), { ...start, draftId })))
    expect(new Set(many.map(one => one.reference)).size).toBe(1)
    expect(many.filter(one => one.repeated)).toHaveLength(2)
    expect((await outcome(perform(engine, as('screener2'), { ...start, draftId }))).kind).toBe('notFound')
    expect((await outcome(perform(engine, as('screener'), { ...start, draftId: 'none' }))).kind).toBe('notFound')
  })
})

describe('two people at one record', () => {
  it('the second is told what happened and what is possible', async () => {
    const { reference } = await startContact(world)
    await act(world, 'screener', reference, 'setUrgency', urgent)
    await act(world, 'screening_manager', reference, 'voidRecord', { voidWhy: 'A test' })
    const late = await outcome(act(world, 'screener2', reference, 'setUrgency', urgent))
    expect(late.kind).toBe('conflict')
    expect(late.message).toBe('This is now “Recorded in error”, so “Set how urgent it is” is no longer possible')
    expect(late.possible).toEqual([])
  })

  it('of two at once one wins, and the other learns it', async () => {
    const { reference } = await startContact(world)
    const void_ = (by: string) => act(world, by, reference, 'voidRecord', { voidWhy: 'A test' })
    const both = await Promise.allSettled([void_('screening_manager'), void_('screening_manager2')])
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(one => one.status === 'rejected')
    expect(lost?.status === 'rejected' && lost.reason.kind).toBe('conflict')
  })

  it('an older version is a conflict that lists what is possible', async () => {
    const { reference, version } = await startContact(world)
    await act(world, 'screener', reference, 'acknowledge', { acknowledgedAt: '2026-05-12 09:50' })
    const { engine, as } = world
    const wanted = { register: contactRegister, action: 'setUrgency', reference, typed: urgent, version }
    const late = await outcome(perform(engine, as('screener2'), wanted))
    expect([late.kind, late.message]).toEqual([
      'conflict',
      'Somebody else changed this record while you were working on it',
    ])
    expect(late.possible.map(one => one.action)).toContain('setUrgency')
    expect((await perform(engine, as('screener2'), { ...wanted, version: version + 1 })).version).toBe(version + 2)
  })
})

describe('a deed that is not done', () => {
  it('says all problems at once and writes nothing', async () => {
    const before = await everything()
    const wrong = await outcome(
      startContact(world, { receivedAt: '31 2 2026', source: 'ZZ', familyName: '', worry: '', surprise: 'x' }),
    )
    expect(wrong.kind).toBe('invalid')
    expect(wrong.problems.map(one => one.field)).toEqual([
      'receivedAt-day',
      'source',
      'familyName',
      'worry',
      'surprise',
    ])
    const together = await outcome(startContact(world, { expectedOn: '2026-08-01', consent: 'agreed' }))
    expect(together.problems.map(one => one.field)).toEqual(['expectedOn-day', 'whyNotSought'])
    expect(await everything()).toBe(before)
  })

  it.each([
    ['an action that does not exist', 'nothing', 'conflict'],
    ['a word every object answers to', 'constructor', 'conflict'],
    ['a deed of a link', 'noteLateAnswer', 'forbidden'],
    ['a deed of another role', 'agree', 'forbidden'],
  ])('%s is refused and noted', async (_name, action, kind) => {
    const { reference } = await startContact(world)
    expect((await outcome(act(world, 'screener', reference, action))).kind).toBe(kind)
    const noted = await world.engine.owner.query(
      'select event, detail, action from canopy.ledger order by seq desc limit 1',
    )
    expect(noted.rows).toEqual([{ event: 'refused', detail: kind, action }])
  })

  it.each(['CON-26-99999', "x' or 1=1", 'a\0b', newId(), ''])(
    'a record that is not there is not found: %j',
    async reference => {
      expect((await outcome(act(world, 'screener', reference, 'take'))).kind).toBe('notFound')
    },
  )

  it('and one that may not be seen is the same to the letter', async () => {
    const { reference } = await startContact(world)
    const [unseen, absent] = [
      await outcome(act(world, 'social_worker', reference, 'take')),
      await outcome(act(world, 'social_worker', 'CON-26-99999', 'take')),
    ]
    expect([unseen.kind, unseen.message, unseen.possible]).toEqual([absent.kind, absent.message, absent.possible])
  })

  it('leaves nothing half-written when a link fails, or one of several deeds', async () => {
    const { engine, as } = world
    const { reference } = await startContact(world)
    const failing = (carries: () => readonly Record<string, unknown>[]): Engine => {
      const link: Link = { from: contactRegister, on: 'take', opens: agencyCheckRegister, carries }
      return { ...engine, links: [...engine.links, link] }
    }
    const before = await everything()
    const take = { register: contactRegister, action: 'take', reference, typed: {} }
    const good = {
      contact: newId(),
      askedOf: as('screener').agencyId,
      askedAt: '2026-05-12T09:00:00.000Z',
      urgency: 'red',
    }
    for (const carries of [
      () => [good, { ...good, basis: 'no such code' }],
      () => {
        throw new Error('planted')
      },
    ])
      await expect(perform(failing(carries), as('screener'), take)).rejects.toThrow(/check constraint|planted/)
    await expect(
      performAll(engine, as('screener'), [take, { ...take, action: 'setUrgency', typed: {} }]),
    ).rejects.toMatchObject({ kind: 'invalid' })
    expect(await everything()).toBe(before)
    // The same link without the fault goes through, so it was the fault that stopped it.
    await perform(
      failing(() => [good]),
      as('screener'),
      take,
    )
    expect(await everything()).not.toBe(before)
  })
})

describe('a deed that is done', () => {
  it('writes row, history, clocks, lines and ledger in one transaction', async () => {
    const { reference } = await startContact(world)
    await act(world, 'screener', reference, 'addAdult', {
      name: 'Ada',
      relationship: 'mother',
      parentalResponsibility: 'yes',
      adultBornOn: '',
      safeContact: '',
    })
    const { rows } = await world.engine.owner.query<{ part: string; x: string }>(
      `with it as (select id, xmin::text x from canopy.contact where reference = $1)
       select 'row' part, x from it
       union all select 'history', h.xmin::text from canopy.contact_history h join it using (id) where version = 2
       union all select 'line', a.xmin::text from canopy.contact_adults a join it on it.id = a.record_id
       union all select 'ledger', l.xmin::text from canopy.ledger l join it on it.id = l.record_id where l.action = 'addAdult'`,
      [reference],
    )
    expect(rows.map(row => row.part)).toEqual(['row', 'history', 'line', 'ledger'])
    expect(new Set(rows.map(row => row.x)).size).toBe(1)
  })

  it('takes who acts from the session: an answer cannot say it', async () => {
    const { reference } = await startContact(world)
    const claimed = await outcome(
      act(world, 'screener', reference, 'take', { updatedBy: world.as('screener2').accountId }),
    )
    expect(claimed.problems.map(one => one.message)).toEqual(['“updatedBy” is not asked here'])
  })

  it('gives references without gaps, whatever was refused in between', async () => {
    const first = await startContact(world)
    await outcome(startContact(world, { familyName: '' }))
    const many = await Promise.all([1, 2, 3, 4].map(() => startContact(world)))
    const numbers = [first, ...many].map(one => Number(one.reference.slice(-5))).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
  })
})

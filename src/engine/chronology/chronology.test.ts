import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactsIn } from '../../../test/support/contactsInTime.ts'
import { createPeople, type People } from '../../../test/support/people.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { addHours, type Instant, londonDay } from '../../kit/dates.ts'
import { chronologyEventRegister } from '../../registers/people/chronology-event/index.ts'
import { personRegister } from '../../registers/people/person/index.ts'
import { within } from '../store/transaction.ts'
import { readChronology } from './read.ts'

let world: World
let people: People

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const idOf = async (reference: string) =>
  (await world.engine.owner.query<{ id: string }>('select id from canopy.person where reference = $1', [reference]))
    .rows[0]?.id as string

const read = (ids: readonly string[], asAt: Instant | null = null) =>
  within(world.engine, world.as('screener'), tx => readChronology(world.engine, tx, personRegister, ids, asAt))

const event = (person: string, happenedOn: string, more = {}) =>
  people.act('social_worker', chronologyEventRegister, 'start', {
    person,
    happenedOn,
    approximate: 'exact',
    what: 'concern',
    happened: 'Invented',
    significance: 'routine',
    source: '',
    sourceName: 'A neighbour',
    ...more,
  })

describe('the chronology', () => {
  it('stands by the day of the event, with its source, who entered it and how late', async () => {
    setNow('2026-03-20T12:00:00.000Z')
    const person = await people.person()
    await event(person, '2026-03-18', { significance: 'significant' })
    await event(person, '2026-03-01', { source: 'Metropolitan Police', sourceName: '' })
    const rows = await read([await idOf(person)])
    expect(
      rows.map(({ on, source, lateBy, significant, enteredBy }) => ({ on, source, lateBy, significant, enteredBy })),
    ).toEqual([
      { on: '2026-03-01', source: 'Metropolitan Police', lateBy: 19, significant: false, enteredBy: 'Social worker' },
      { on: '2026-03-18', source: 'A neighbour', lateBy: 2, significant: true, enteredBy: 'Social worker' },
    ])
  })

  it('replayed at any instant is what was read at that instant', async () => {
    const { record, urgency, decide, agree, match } = contactsIn(world)
    let at: Instant = '2026-04-01T09:00:00.000Z'
    const deed = fc.record({
      what: fc.constantFrom('contact', 'match', 'decide', 'event', 'correct', 'rate', 'mistake', 'other'),
      which: fc.nat(20),
      hours: fc.integer({ min: 1, max: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 12 }), async list => {
        setNow(at)
        const contacts = [await record(at)]
        await contactsIn(world).act(
          'screener',
          contacts[0] as string,
          'matchChild',
          { match: 'newChild', person: '', matchWhy: 'x' },
          at,
        )
        const person = (await contactsIn(world).personOf(contacts[0] as string)) as string
        const sister = await people.person()
        const ids = [await idOf(person)]
        const events: string[] = []
        const then: { at: Instant; rows: unknown }[] = []
        for (const { what, which, hours } of list) {
          at = addHours(at, hours)
          setNow(at)
          const one = contacts[which % contacts.length] as string
          const last = events[which % Math.max(1, events.length)]
          const change = (action: string, typed: Record<string, string>) =>
            last === undefined
              ? Promise.resolve()
              : people.act('social_worker', chronologyEventRegister, action, typed, last)
          const work = {
            contact: async () => contacts.push(await record(at)),
            match: () => match(one, contacts[0] as string, at),
            decide: async () => {
              await urgency(one, 'green', at)
              await decide(one, 'noFurtherAction', at)
              await agree(one, at)
            },
            event: async () =>
              events.push(await event(which % 2 ? person : sister, londonDay(addHours(at, -24 * (which + 1))))),
            correct: () =>
              change('correct', {
                happenedOn: londonDay(addHours(at, -48)),
                approximate: 'month',
                happened: `Corrected ${which}`,
              }),
            rate: () => change('rateAgain', { significance: which % 2 ? 'significant' : 'routine' }),
            mistake: () => change('markMistaken', { mistakenWhy: 'Invented' }),
            other: () => change('addOther', { alsoPerson: which % 2 ? person : sister }),
          }[what]
          await Promise.resolve(work()).catch(() => {})
          const moment = addHours(at, 0.5)
          setNow(moment)
          then.push({ at: moment, rows: await read(ids) })
        }
        for (const { at: moment, rows } of then) expect(await read(ids, moment), moment).toEqual(rows)
        expect(then.at(-1)?.rows).not.toEqual([])
        at = addHours(at, 24)
      }),
      { numRuns: 6 },
    )
  }, 120_000)
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import { overview } from './examples.ts'
import { preventActivityRegister as register } from './index.ts'
import { doneProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-05-12T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (typed = {}, by = 'partnership_manager') => people.act(by, register, 'start', { ...overview, ...typed })
const done = (reference: string, typed = {}) =>
  people.act(
    'partnership_manager',
    register,
    'recordDone',
    { doneOn: '2026-02-11', attended: '', note: '', countsFrom: '', referrals: '', adopted: '', ...typed },
    reference,
  )

describe('a Prevent activity', () => {
  const event = {
    kind: 'training',
    doneOn: '2026-02-11',
    attended: 8,
    countsFrom: null,
    referrals: null,
    adopted: null,
  }
  const counts = { ...event, kind: 'counts', attended: null, countsFrom: '2026-01-01', referrals: 3, adopted: 1 }
  it.each([
    ['an event', event, []],
    ['an event nobody counted', { ...event, attended: null }, ['attended']],
    ['an event with referrals', { ...event, referrals: 0 }, ['referrals']],
    ['counts', counts, []],
    ['counts without a beginning', { ...counts, countsFrom: null }, ['countsFrom-day']],
    ['counts of a time that begins after its end', { ...counts, countsFrom: '2026-02-12' }, ['countsFrom-day']],
    ['more taken up than made', { ...counts, adopted: 4 }, ['adopted']],
  ])('%s', (_name, row, fields) => {
    expect(doneProblems(row as never).map(({ field }) => field)).toEqual(fields)
  })

  it('is seen by its agency, the police and the partnership; a lead writes for their own agency', async () => {
    await expect(start({ agency: 'Whittington Health' }, 'agency_lead')).rejects.toThrow('Select your own agency')
    const reference = await start({ agency: 'Whittington Health' }, 'agency_lead2')
    const sees = (by: string) => hidden.sees(by, register, reference)
    expect(await Promise.all(['agency_lead2', 'police_unit', 'scrutineer', 'analyst'].map(sees))).toEqual(
      Array(4).fill(true),
    )
    expect(await Promise.all(['agency_lead', 'screener', 'setting_lead'].map(sees))).toEqual(Array(3).fill(false))
  })

  it('is counted with who took part, and referrals with those taken up', async () => {
    const figure = async (key: string) => {
      const found = await figureOf(world.engine, world.as('partnership_manager'), key, { period: 'calendar_year:2024' })
      return [found.numerator, found.denominator]
    }
    await done(await start(), { doneOn: '2024-03-01', attended: '14' })
    await done(await start({ kind: 'training' }), { doneOn: '2024-04-01', attended: '0' })
    await done(await start({ kind: 'training' }), { doneOn: '2025-01-01', attended: '9' })
    await start({ plannedOn: '2024-05-01' })
    await done(await start({ kind: 'counts' }), {
      doneOn: '2024-12-31',
      countsFrom: '2024-10-01',
      referrals: '6',
      adopted: '2',
    })
    await done(await start({ kind: 'counts' }), { doneOn: '2024-09-30', countsFrom: '2024-07-01', referrals: '3' })
    expect(await figure('prevent_activities')).toEqual([2, 2])
    expect(await figure('prevent_people_reached')).toEqual([14, 14])
    expect(await figure('prevent_referrals_taken_up')).toEqual([2, 9])
  })
})

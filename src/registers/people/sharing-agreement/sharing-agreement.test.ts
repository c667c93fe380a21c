import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { examples } from './examples.ts'
import { sharingAgreementRegister as register } from './index.ts'

let world: World
let people: People
let hospital: string

const deed = (action: string, typed: Typed, reference?: string) =>
  people.act('information_governance', register, action, typed, reference)
const draft = examples[0]?.start ?? {}
const sign = async (signedOn: string, reviewMonths = '12', typed: Typed = {}) => {
  const reference = await deed('start', { ...draft, ...typed })
  return deed('sign', { signedOn, reviewMonths }, reference)
}
const review = async (reference: string, reviewedOn: string, typed: Typed = {}) => {
  await deed('beginReview', {}, reference)
  return deed('finishReview', { reviewedOn, outcome: 'stands', changes: '', ...typed }, reference)
}
const clocksOf = async (reference: string) =>
  (await readRecord(world.engine, world.as('information_governance'), register, reference)).held.clocks.map(one => [
    one.dueOn,
    one.metAt?.slice(0, 10) ?? null,
  ])

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  setNow('2026-11-10T10:00:00.000Z')
  hospital = await sign('2024-01-31')
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('an agreement', () => {
  it('is due for review in calendar months from its signing, and from each review', async () => {
    expect(await clocksOf(hospital)).toEqual([['2025-01-31', null]])
    const reference = await sign('2025-08-31', '6')
    expect(await clocksOf(reference)).toEqual([['2026-02-28', null]])
    await review(reference, '2026-03-10')
    expect(await clocksOf(reference)).toEqual([
      ['2026-02-28', '2026-03-10'],
      ['2026-09-10', null],
    ])
    await deed('end', { endedOn: '2026-04-01', endedWhy: 'Replaced' }, reference)
    // It ended before the next review was due: nothing is missed.
    expect(await clocksOf(reference)).toEqual([['2026-02-28', '2026-03-10']])
  })

  it('has two parties, and a duty where it rests on one', async () => {
    await expect(deed('start', { ...draft, parties: 'Islington Council', otherParties: '' })).rejects.toMatchObject({
      problems: [{ field: 'parties', message: expect.stringContaining('at least two') }],
    })
    await expect(deed('start', { ...draft, article6: '6.1.c', duty: 'none' })).rejects.toMatchObject({
      problems: [{ field: 'duty', message: expect.stringContaining('Select which') }],
    })
  })

  it('says what changed, and is not reviewed before it was signed', async () => {
    const reference = await sign('2026-06-01')
    await expect(review(reference, '2026-06-02', { outcome: 'changed' })).rejects.toMatchObject({
      problems: [{ field: 'changes', message: 'Enter what changed' }],
    })
    await expect(
      deed('finishReview', { reviewedOn: '2026-05-31', outcome: 'stands', changes: '' }, reference),
    ).rejects.toMatchObject({ problems: [{ field: 'reviewedOn-day', message: expect.any(String) }] })
    await expect(deed('end', { endedOn: '2026-05-31', endedWhy: 'x' }, reference)).rejects.toMatchObject({
      problems: [{ field: 'endedOn-day', message: expect.any(String) }],
    })
  })

  it('is read by its parties and by the partnership, and by no other agency', async () => {
    const seen = async (by: string) =>
      (await listRecords(world.engine, world.as(by), register, { ...emptyQuery, show: 'all' })).rows.some(
        row => row.reference === hospital,
      )
    for (const by of ['check_answerer2', 'agency_lead2', 'screener', 'partnership_manager', 'scrutineer'])
      expect(await seen(by), by).toBe(true)
    for (const by of ['check_answerer', 'setting_lead', 'agency_lead']) expect(await seen(by), by).toBe(false)
  })
})

describe('figures of agreements', () => {
  const figure = async (key: string, until: string) =>
    (await figureOf(world.engine, world.as('partnership_manager'), key, { period: `rolling_12_months:${until}` })).value

  it('count those in force and those overdue on the last day of the period', async () => {
    const other = await createWorld()
    const mine = world
    const mineToo = people
    world = other
    people = createPeople(other)
    try {
      // Overdue from 1 February 2026; reviewed in time in 2025.
      await review(await sign('2024-01-31'), '2025-01-31')
      // Not due before 2027.
      await sign('2026-02-01')
      // Ended in June 2026, overdue until then.
      await deed('end', { endedOn: '2026-06-30', endedWhy: 'x' }, await sign('2024-01-31', '6'))
      await deed('start', draft)
      expect(await figure('sharing_agreements_in_force', '2026-05-31')).toBe(3)
      expect(await figure('sharing_agreements_overdue', '2026-05-31')).toBeCloseTo(200 / 3, 0)
      expect(await figure('sharing_agreements_in_force', '2026-10-31')).toBe(2)
      expect(await figure('sharing_agreements_overdue', '2026-10-31')).toBe(50)
      expect(await figure('sharing_agreements_overdue', '2025-06-30')).toBe(50)
      expect(await figure('sharing_agreements_in_force', '2023-12-31')).toBe(0)
    } finally {
      world = mine
      people = mineToo
      await other.close()
    }
  })
})

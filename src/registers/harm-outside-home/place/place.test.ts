import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import { addDays } from '../../../kit/dates.ts'
import { walkway } from './examples.ts'
import { placeRegister as register } from './index.ts'

let world: World
let missing: Missing

beforeAll(async () => {
  world = await createWorld()
  missing = createMissing(world)
})
beforeEach(() => setNow('2026-11-12T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const act = (action: string, reference: string, typed = {}) =>
  missing.act('exploitation_coordinator', register, action, typed, reference)
const named = (more = {}) => missing.act('exploitation_coordinator', register, 'start', { ...walkway, ...more })
const tell = (reference: string, concernOn: string, concernSource = 'residents') =>
  act('addConcern', reference, {
    ...{ concernOn, concernSource, concernKinds: 'drugs', concernWords: 'Invented', concernInterview: '' },
  })
const assess = (reference: string) =>
  act('assess', reference, { assessment: 'Invented', owner: 'Exploitation coordinator' })
const intervene = (reference: string, number: string, fromOn: string) =>
  act('addIntervention', reference, { number, what: 'patrol', whatNote: '', doneBy: '', fromOn })
const refused = (field: string, words: string) => ({
  problems: [{ field, message: expect.stringContaining(words) }],
})

describe('a place', () => {
  it('is assessed, worked on, reviewed by a clock and ended once its impact is known', async () => {
    const place = await named({ knownOn: '2026-11-02' })
    expect((await missing.read(register, place)).clocks).toMatchObject([{ clock: 'assess', dueOn: '2026-11-30' }])
    await assess(place)
    await intervene(place, '1', '2026-11-12')
    const done = { doneOn: '2026-11-12', peopleSeen: '4', resultNote: '' }
    await expect(act('recordResult', place, { ...done, number: '2' })).rejects.toMatchObject(
      refused('number', 'no intervention 2'),
    )
    await expect(act('recordResult', place, { ...done, number: '1', doneOn: '2026-11-11' })).rejects.toMatchObject(
      refused('doneOn-day', 'before it begins'),
    )
    await act('recordResult', place, { ...done, number: '1' })
    await expect(act('close', place, { closedOn: '2026-11-12', closedImpact: 'safer' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    const { clocks } = await missing.read(register, place)
    expect(clocks.find(({ clock }) => clock === 'review')?.dueOn).toBe(addDays('2026-11-12', 84))
    await act('review', place, { reviewedOn: '2026-11-12', impact: 'safer', reviewNote: 'Children say so' })
    await act('close', place, { closedOn: '2026-11-12', closedImpact: 'safer' })
  })

  it('is compared with itself, 90 days before the first intervention and after', async () => {
    const figure = async (asAt?: string) => {
      const found = await figureOf(
        world.engine,
        world.as('exploitation_coordinator'),
        'places_fewer_after_intervention',
        {
          period: 'financial_year:2025-26',
          asAt,
        },
      )
      return [found.numerator, found.denominator].map(Number)
    }
    const worked = async (before: number, after: number, first = '2025-08-01') => {
      const place = await named({ knownOn: '2025-04-01' })
      await assess(place)
      await intervene(place, '1', first)
      // A later one does not move the day.
      await intervene(place, '2', '2025-09-20')
      for (let n = 1; n <= before; n += 1) await tell(place, addDays(first, -n * 20))
      for (let n = 0; n < after; n += 1) await tell(place, addDays(first, n * 20))
    }
    await worked(3, 1)
    await worked(2, 2)
    await worked(0, 1)
    expect(await figure()).toEqual([1, 3])
  })

  it('counts what was named in interviews, and how many places are known', async () => {
    const figure = async (key: string, period = 'month:2024-03') =>
      Number((await figureOf(world.engine, world.as('exploitation_coordinator'), key, { period })).numerator)
    const before = await figure('places_known')
    const place = await named({ knownOn: '2024-03-01' })
    await tell(place, '2024-03-05', 'interview')
    await tell(place, '2024-03-06', 'police')
    await tell(place, '2024-04-01', 'interview')
    expect(await figure('places_named_in_interviews')).toBe(1)
    expect(await figure('places_known')).toBe(before + 1)
  })

  it('is seen by whoever works on places, and what children said of it not by the police', async () => {
    const place = await named()
    await tell(place, '2026-11-11')
    for (const by of ['interview_worker', 'social_worker', 'youth_safety_lead', 'screener', 'analyst'])
      expect([by, await missing.sees(register, place, by)]).toEqual([by, true])
    for (const by of ['placement_lead', 'setting_lead', 'programme_provider'])
      expect([by, await missing.sees(register, place, by)]).toEqual([by, false])
    expect((await missing.read(register, place, 'police_unit')).lines.concerns).toEqual([])
    expect((await missing.read(register, place, 'youth_safety_lead')).lines.concerns).toHaveLength(1)
  })
})

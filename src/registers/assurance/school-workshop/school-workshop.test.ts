import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { schoolWorkshopRegister as register } from './index.ts'
import { heldProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-03-20T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const plan = (more = {}, by = 'police_unit') =>
  people.act(by, register, 'start', {
    ...{ school: 'Holly Lane Primary', term: 'spring', plannedOn: '2026-03-10', topic: 'rights', audience: 'pupils' },
    ...{ ledBy: 'schoolsOfficer', ...more },
  })
const held = (reference: string, more = {}) =>
  people.act(
    'police_unit',
    register,
    'recordHeld',
    { heldOn: '2026-03-10', pupilsReached: '30', cardsIssued: '28', said: '', ...more },
    reference,
  )
const figure = async (key: string, by = 'police_unit', period = 'school_year:2025-26') => {
  const found = await figureOf(world.engine, world.as(by), key, { period })
  return [found.numerator, found.denominator]
}

describe('a workshop', () => {
  it.each([
    [0, 0, 'pupils', 1],
    [0, 0, 'parents', 0],
    [30, 60, 'pupils', 0],
    [30, 61, 'pupils', 1],
    [30, 61, 'pupilsAndAdults', 0],
  ])('of %i pupils and %i cards for %s has %i faults', (pupilsReached, cardsIssued, audience, faults) => {
    expect(heldProblems({ pupilsReached, cardsIssued, audience } as never)).toHaveLength(faults)
  })

  it('is due to be recorded five working days after the day planned, and met when it was held', async () => {
    const reference = await plan()
    const clocks = async () =>
      (await readRecord(world.engine, world.as('police_unit'), register, reference)).held.clocks
    expect(await clocks()).toMatchObject([{ dueOn: '2026-03-17', metAt: null }])
    await held(reference)
    expect((await clocks()).at(-1)?.metAt).not.toBeNull()
  })

  it('is seen by its own school and no other, and changed by the police alone', async () => {
    const reference = await plan()
    expect(await hidden.sees('setting_lead', register, reference)).toBe(true)
    expect(await hidden.sees('setting_lead3', register, reference)).toBe(false)
    expect(await hidden.sees('agency_lead2', register, reference)).toBe(false)
    expect(await hidden.sees('scrutineer', register, reference)).toBe(true)
    expect(await hidden.sees('screener', register, reference)).toBe(false)
    await expect(plan({}, 'partnership_manager')).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('figures of workshops', () => {
  it('count schools once for each term, pupils and cards one by one', async () => {
    const [workshops, coverage, pupils, cards] = await Promise.all(
      ['school_workshops_held', 'school_workshops_coverage', 'school_workshops_pupils', 'school_workshops_cards'].map(
        key => figure(key, 'police_unit', 'school_year:2022-23'),
      ),
    )
    expect([workshops?.[0], coverage, pupils?.[0], cards?.[0]]).toEqual([0, [0, 0], 0, 0])
    const in2022 = (term: string, plannedOn: string, more = {}) => plan({ term, plannedOn, ...more })
    // One school twice in autumn, one of them held; the same school in spring, not held; another school in autumn, to come.
    await held(await in2022('autumn', '2022-10-04'), { heldOn: '2022-10-04' })
    await people.act(
      'police_unit',
      register,
      'recordNotHeld',
      { notHeldWhy: 'officer' },
      await in2022('autumn', '2022-11-04', { topic: 'violence' }),
    )
    await people.act(
      'police_unit',
      register,
      'recordNotHeld',
      { notHeldWhy: 'school' },
      await in2022('spring', '2023-02-01'),
    )
    await in2022('autumn', '2022-12-01', { school: 'Canal Street School' })
    expect(await figure('school_workshops_held', 'police_unit', 'school_year:2022-23')).toEqual([1, 1])
    expect(await figure('school_workshops_coverage', 'police_unit', 'school_year:2022-23')).toEqual([1, 3])
    expect(await figure('school_workshops_pupils', 'police_unit', 'school_year:2022-23')).toEqual([30, 30])
    expect(await figure('school_workshops_cards', 'police_unit', 'school_year:2022-23')).toEqual([28, 28])
  })
})

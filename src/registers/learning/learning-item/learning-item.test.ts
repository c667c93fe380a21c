import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { item } from './examples.ts'
import { learningItemRegister as register } from './index.ts'

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

const start = (typed = {}, by = 'police_unit') => people.act(by, register, 'start', { ...item, ...typed })
const passOn = (reference: string, passedOn: string) =>
  people.act(
    'police_unit',
    register,
    'passOn',
    { passedOn, audience: 'frontLine', way: 'briefing', people: '' },
    reference,
  )
const check = (
  reference: string,
  checkReached: string,
  checkOn = '2026-05-12',
  by = 'police_unit2',
  action = 'check',
) => people.act(by, register, action, { checkOn, how: 'asked', checkReached, seen: 'Invented' }, reference)
const held = async (reference: string) =>
  (await readRecord(world.engine, world.as('partnership_manager'), register, reference)).held
const clocks = async (reference: string) =>
  (await held(reference)).clocks.map(({ clock, dueOn, metAt }) => [clock, dueOn, metAt !== null])

describe('something to be learned', () => {
  it('is passed on within twenty working days and checked ninety days later', async () => {
    const reference = await start({ identifiedOn: '2026-01-12' })
    expect(await clocks(reference)).toEqual([['pass_on', '2026-02-09', false]])
    await passOn(reference, '2026-01-20')
    expect((await clocks(reference)).sort()).toEqual([
      ['check', '2026-04-20', false],
      ['pass_on', '2026-02-09', true],
    ])
  })

  it('is not checked by its owner, and a check says what it found with the right action', async () => {
    const reference = await start()
    await passOn(reference, '2026-01-20')
    await expect(check(reference, 'reached', '2026-05-12', 'police_unit')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(check(reference, 'partly')).rejects.toThrow('has not reached everybody')
    await expect(check(reference, 'reached', '2026-05-12', 'police_unit2', 'checkNotReached')).rejects.toThrow(
      'other action',
    )
    await check(reference, 'reached')
    expect((await held(reference)).row).toMatchObject({
      state: 'embedded',
      reached: 'reached',
      checkedOn: '2026-05-12',
    })
  })

  it('is passed on again where a check found that it has not reached everybody, with new time limits', async () => {
    const reference = await start({ identifiedOn: '2026-01-12' })
    await passOn(reference, '2026-01-20')
    await check(reference, 'notReached', '2026-05-11', 'police_unit2', 'checkNotReached')
    expect((await held(reference)).row).toMatchObject({
      state: 'found',
      identifiedOn: '2026-01-12',
      reached: 'notReached',
    })
    expect((await clocks(reference)).filter(([, , met]) => !met)).toEqual([['pass_on', '2026-06-10', false]])
    await passOn(reference, '2026-05-12')
    expect((await clocks(reference)).filter(([, , met]) => !met)).toEqual([['check', '2026-08-10', false]])
    expect((await held(reference)).row.reached).toBeNull()
  })

  it('is written for the own agency, and by the partnership for any', async () => {
    const health = { learner: 'Whittington Health' }
    await expect(start(health)).rejects.toThrow('Select your own agency')
    const reference = await start({ ...health, owner: 'Agency lead2' }, 'partnership_manager')
    expect(await hidden.sees('agency_lead2', register, reference)).toBe(true)
    expect(await hidden.sees('agency_lead', register, reference)).toBe(false)
    expect(await hidden.sees('police_unit', register, reference)).toBe(false)
    expect(await hidden.sees('scrutineer', register, reference)).toBe(true)
    expect(await hidden.sees('screener', register, reference)).toBe(false)
  })
})

describe('figures of learning, counted by hand', () => {
  it('found, passed on, reached, and checked in time', async () => {
    const figure = async (key: string, period = 'financial_year:2023-24') => {
      const found = await figureOf(world.engine, world.as('partnership_manager'), key, { period })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const in2023 = (identifiedOn: string) => start({ identifiedOn })
    const [reached, late, waiting] = [
      await in2023('2023-04-03'),
      await in2023('2023-05-01'),
      await in2023('2023-06-01'),
    ]
    await in2023('2023-07-03')
    await people.act('police_unit', register, 'drop', { droppedWhy: 'x' }, await in2023('2023-08-01'))
    for (const one of [reached, late, waiting]) await passOn(one, '2023-06-05')
    // Ninety days after 5 June 2023 is 3 September.
    await check(reached, 'reached', '2023-09-03')
    await check(late, 'reached', '2023-09-04')
    expect(await figure('learning_items')).toEqual([4, 4, null, null])
    expect(await figure('learning_items_passed_on')).toEqual([3, 4, null, null])
    expect(await figure('learning_items_reached')).toEqual([2, 4, null, null])
    expect(await figure('learning_checks_in_time')).toEqual([1, 3, 1, 1])
    expect(await figure('learning_checks_in_time', 'month:2023-09')).toEqual([1, 3, 1, 1])
    expect(await figure('learning_checks_in_time', 'month:2023-08')).toEqual([0, 0, 0, 0])
  })
})

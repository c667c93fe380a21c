import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMissing, type Missing } from '../../../../test/support/missing.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'
import { immediateWorryRegister as register } from './index.ts'

let world: World
let missing: Missing

beforeAll(async () => {
  world = await createWorld()
  missing = createMissing(world)
})
beforeEach(() => setNow('2026-11-04T17:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const raise = (receiver = 'Social worker', raisedAt = '2026-11-04 16:40') =>
  missing.act('missing_coordinator', register, 'start', { child: '', what: 'Invented', raisedAt, receiver })
const act = (by: string, action: string, reference: string, typed = {}) =>
  missing.act(by, register, action, typed, reference)

describe('an immediate worry', () => {
  it('waits for one person with four hours, who alone may take it and say what was done', async () => {
    const worry = await raise()
    const { clocks, row } = await missing.read(register, worry)
    expect(clocks).toMatchObject([{ clock: 'take', dueAt: '2026-11-04T20:40:00.000Z' }])
    expect(row.allocatedTo).toBe(world.as('social_worker').accountId)
    await expect(act('team_manager', 'take', worry)).rejects.toMatchObject({ kind: 'conflict' })
    await act('social_worker', 'take', worry)
    await act('social_worker', 'finish', worry, { doneAt: '2026-11-04 16:55', result: 'plan', done: 'Invented' })
    expect((await missing.read(register, worry)).row.state).toBe('done')
  })

  it('is seen by who acts on it, who raised it, and managers who can hand it on; the time limit goes on', async () => {
    const worry = await raise()
    for (const [by, sees] of [
      ['social_worker', true],
      ['social_worker2', false],
      ['screener', false],
      ['team_manager', true],
      ['missing_coordinator', true],
      ['interview_worker', false],
      ['police_unit', false],
      ['placement_lead', false],
    ] as const)
      expect([by, await missing.sees(register, worry, by)]).toEqual([by, sees])
    await act('team_manager', 'handOn', worry, { receiver: 'Screener', handedOnWhy: 'On leave' })
    expect(await missing.sees(register, worry, 'social_worker')).toBe(false)
    const { clocks } = await missing.read(register, worry, 'screener')
    expect(clocks).toMatchObject([{ dueAt: '2026-11-04T20:40:00.000Z' }])
  })

  it('counts as taken in time or not', async () => {
    const figure = async () => {
      const found = await figureOf(world.engine, world.as('missing_coordinator'), 'immediate_worries_in_time', {
        period: 'month:2026-09',
      })
      return [found.numerator, found.denominator, found.overdue].map(Number)
    }
    const [first, second] = [
      await raise('Social worker', '2026-09-01 09:00'),
      await raise('Social worker', '2026-09-02 09:00'),
    ]
    expect(await figure()).toEqual([0, 2, 2])
    setNow('2026-09-01T12:59:00.000Z')
    await act('social_worker', 'take', first).catch(() => {})
    setNow('2026-11-04T17:00:00.000Z')
    await act('social_worker', 'take', second)
    expect((await figure())[2]).toBe(0)
  })
})

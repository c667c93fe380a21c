import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { setNow } from '../../../kit/clock.ts'

let world: World
let held: ReturnType<typeof createMeetings>

beforeAll(async () => {
  world = await createWorld()
  held = createMeetings(world)
})
beforeEach(() => setNow('2026-11-02T09:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

describe('an answer before a meeting', () => {
  it('is three lines or that they are not known, counts in time by the hour of the meeting, and may be put right', async () => {
    await held.refer()
    const meeting = await held.plan()
    await held.make(meeting)
    const own = (await held.read(meeting)).entries[0]?.answers ?? []
    const of = (by: string) => own.find(({ agency }) => agency === world.as(by).agencyId)?.reference ?? ''
    const answer = (by: string, typed: object) => held.act(by, held.registers.answer, 'answer', typed as never, of(by))
    await expect(answer('panel_member', { knows: 'yes', said: '' })).rejects.toMatchObject({
      problems: [{ field: 'said' }],
    })
    setNow('2026-11-03T09:44:00.000Z')
    await answer('panel_member', { knows: 'no', said: '' })
    await answer('panel_member', { knows: 'yes', said: 'Known since May after all.' })
    setNow('2026-11-03T09:46:00.000Z')
    await answer('police_unit', { knows: 'no', said: '' })
    const { numerator, denominator } = await figureOf(world.engine, world.as('analyst'), 'meeting_answers_in_time', {
      period: 'financial_year:2026-27',
    })
    expect([numerator, denominator]).toEqual([1, 2])
  })
})

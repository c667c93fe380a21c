import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
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

const put = (meeting: string, typed: object) =>
  held.act('meeting_officer', held.registers.item, 'start', {
    ...{ meeting, dailyCase: '', nomination: '', topic: '', whyToday: 'asked', whyNote: '', children: '', ...typed },
  })

describe('an agenda item', () => {
  it('is about one thing, once, on a meeting that is not over', async () => {
    const [reference, nomination] = [await held.refer(), await held.nominate()]
    const meeting = await held.plan()
    const one = { problems: [{ field: 'topic', message: expect.stringContaining('one of the three') }] }
    await expect(put(meeting, {})).rejects.toMatchObject(one)
    await expect(put(meeting, { dailyCase: reference, topic: 'Both' })).rejects.toMatchObject(one)
    const first = await put(meeting, { dailyCase: reference })
    await expect(put(meeting, { dailyCase: reference })).rejects.toMatchObject({
      problems: [{ field: 'dailyCase', message: expect.stringContaining(first) }],
    })
    await put(meeting, { nomination })
    await expect(put(meeting, { nomination })).rejects.toMatchObject({ problems: [{ field: 'nomination' }] })
    await held.act('meeting_officer', held.registers.meeting, 'callOff', { calledOffWhy: 'No' }, meeting)
    await expect(put(meeting, { topic: 'Late' })).rejects.toMatchObject({ problems: [{ field: 'meeting' }] })
  })

  it('keeps its number when another is taken off, and the next gets a new one', async () => {
    const meeting = await held.plan()
    const items = [await put(meeting, { topic: 'A' }), await put(meeting, { topic: 'B' })]
    await held.act('meeting_officer', held.registers.item, 'remove', { removedWhy: 'Settled' }, items[0] ?? '')
    await put(meeting, { topic: 'C' })
    const entries = (await held.read(meeting)).entries.map(({ item }) => [item.topic, item.position, item.state])
    expect(entries).toEqual([
      ['A', 1, 'removed'],
      ['B', 2, 'listed'],
      ['C', 3, 'listed'],
    ])
  })
})

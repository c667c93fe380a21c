import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { agreedActionRegister } from './index.ts'

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

const record = (typed: object = {}, by = 'partnership_manager') =>
  held.act(by, agreedActionRegister, 'start', {
    ...{ source: 'plan', sourceNote: '', item: '', meeting: '', agreedOn: '2026-11-02', task: 'Publish the figures' },
    ...{ outcomeRequired: '', ownerPerson: '', ownerAgency: 'Metropolitan Police', dueAt: '', ...typed },
  })
const act = (by: string, action: string, typed: object, of: string) =>
  held.act(by, agreedActionRegister, action, typed as never, of)
const heldIn = async (of: string, by = 'partnership_manager') =>
  (await readRecord(world.engine, world.as(by), agreedActionRegister, of)).held
const done = { doneOn: '2026-11-02', result: 'It is public.' }

describe('an action', () => {
  it('of a plan has one owner from the beginning', async () => {
    await expect(record({ ownerAgency: '' })).rejects.toMatchObject({ problems: [{ field: 'ownerPerson' }] })
    await expect(record({ ownerPerson: 'Agency lead' })).rejects.toMatchObject({ problems: [{ field: 'ownerAgency' }] })
  })

  it('of a plan is closed by somebody other than who reported it done', async () => {
    const reference = await record()
    await expect(act('agency_lead', 'finish', done, reference)).rejects.toMatchObject({ kind: 'conflict' })
    await act('partnership_manager', 'report', done, reference)
    await expect(act('partnership_manager', 'agreeDone', {}, reference)).rejects.toMatchObject({ kind: 'forbidden' })
    await act('partnership_manager2', 'agreeDone', {}, reference)
    expect((await heldIn(reference)).row).toMatchObject({ state: 'done', closedOn: '2026-11-02' })
  })

  it('without news for thirty days asks for it', async () => {
    const reference = await record({ task: 'Train everybody' })
    const clock = (await heldIn(reference)).clocks.find(one => one.clock === 'action_news')
    expect(clock?.dueOn).toBe('2026-12-02')
    await act('agency_lead', 'update', { updatedOn: '2026-11-02', rating: 'green', news: 'Half are.' }, reference)
    const next = (await heldIn(reference)).clocks.find(one => one.clock === 'action_news' && one.metAt === null)
    expect(next?.dueOn).toBe('2026-12-02')
  })

  it('is no duplicate of itself or of one that nobody does', async () => {
    const [one, other] = [await record({ task: 'A' }), await record({ task: 'B' })]
    await expect(act('partnership_manager', 'join', { sameAs: one }, one)).rejects.toMatchObject({
      problems: [{ message: 'An action is no duplicate of itself' }],
    })
    await act('partnership_manager', 'cancel', { cancelledWhy: 'Not needed' }, other)
    await expect(act('partnership_manager', 'join', { sameAs: other }, one)).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('not done by anybody') }],
    })
  })

  it('of a meeting is seen by who has to do it and not by the partnership, and is done when they say so', async () => {
    const reference = await held.refer()
    const meeting = await held.plan()
    await held.make(meeting)
    const given = await held.give(await held.itemOf(meeting, reference), {
      ownerPerson: 'Social worker',
      dueAt: '2026-11-03 17:00',
    })
    await expect(heldIn(given)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(heldIn(given, 'social_worker2')).rejects.toMatchObject({ kind: 'notFound' })
    expect((await heldIn(given, 'social_worker')).row).toMatchObject({ source: 'atMeeting', state: 'open' })
    await act('social_worker', 'finish', done, given)
    expect((await heldIn(given, 'social_worker')).row.state).toBe('done')
  })
})

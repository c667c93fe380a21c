import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { meetings } from '../../../app/meetings/index.ts'
import { freezePack } from '../../../engine/meetings/pack.ts'
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

const freeze = (meeting: string, by = 'exploitation_coordinator') =>
  freezePack(world.engine, world.as(by), meetings, meeting)

describe('a pack', () => {
  it('is frozen only for meetings that have one, by who runs them', async () => {
    await expect(freeze(await held.plan())).rejects.toMatchObject({ kind: 'conflict' })
    const panel = await held.plan({ kind: 'exploitation', answersBy: '' })
    await expect(freeze(panel, 'panel_member')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(freeze(panel)).resolves.toMatchObject({ reference: expect.stringMatching(/^PCK-26-/) })
  })
})

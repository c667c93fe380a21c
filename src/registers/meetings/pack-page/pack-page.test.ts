import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeetings } from '../../../../test/support/meetings.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { meetings } from '../../../app/meetings/index.ts'
import { differenceOf, freezePack, packsOf } from '../../../engine/meetings/pack.ts'
import { setNow } from '../../../kit/clock.ts'
import { panelNominationRegister } from '../../harm-outside-home/panel-nomination/index.ts'
import { packPageRegister } from './index.ts'

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

describe('a page of a pack', () => {
  it('is written by freezing alone, stays as it was, and is kept from somebody in conflict', async () => {
    await expect(
      held.act('meeting_officer', packPageRegister, 'start', { pack: '', item: '', section: 'places', position: '1' }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const reference = await held.nominate()
    await held.act('exploitation_coordinator', panelNominationRegister, 'accept', { siftWhy: 'Yes' }, reference)
    const panel = await held.plan({ kind: 'exploitation', answersBy: '' })
    await held.make(panel)
    await freezePack(world.engine, world.as('exploitation_coordinator'), meetings, panel)
    const packs = (by: string) => packsOf(world.engine, world.as(by), meetings, panel)
    expect((await packs('panel_member'))[0]?.pages).toHaveLength(1)
    await held.act(
      'panel_member',
      held.registers.item,
      'declareConflict',
      { colleague: 'Panel member', conflictWhy: 'Owns the shop' },
      await held.itemOf(panel, reference),
    )
    expect((await packs('panel_member'))[0]?.pages).toEqual([])
    expect((await packs('police_unit'))[0]?.pages).toHaveLength(1)
  })

  it('differs from the version before by what was said anew, came or went', () => {
    const page = (item: string, risk: string) => ({ item, risk, asAt: 'x' }) as never
    const found = differenceOf(
      meetings,
      [page('a', 'moderate'), page('b', 'moderate')],
      [page('a', 'significant'), page('c', 'moderate')],
    )
    expect(found.map(({ page: { item }, what, fields }) => [item, what, fields])).toEqual([
      ['a', 'changed', ['risk']],
      ['c', 'added', []],
      ['b', 'removed', []],
    ])
  })
})

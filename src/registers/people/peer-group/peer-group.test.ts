import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { peerGroupRegister } from './index.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const start = (more = {}) =>
  people.act('social_worker', peerGroupRegister, 'start', {
    ...{ name: 'Invented', kind: 'place', place: '', ward: '', since: '', concern: 'violence', worry: 'Invented' },
    ...{ toldBy: 'school', knownOn: '2026-11-09', ...more },
  })
const act = (group: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act('social_worker', peerGroupRegister, action, typed, group)
const add = (group: string, person: string, more = {}) =>
  act(group, 'addMember', {
    ...{ person, part: 'friend', strength: 'possible', toldBy: 'school', since: '', until: '', ...more },
  })
const task = (group: string, number: string, dueOn: string, more = {}) =>
  act(group, 'addTask', { number, task: 'Invented', doneBy: 'Team manager', doneByAgency: '', dueOn, ...more })
const result = (group: string, number: string, doneOn: string) =>
  act(group, 'recordResult', { number, doneOn, result: 'Invented' })
const figure = async (measure: string, by = 'screener') => {
  const found = await figureOf(world.engine, world.as(by), measure, { period: 'calendar_year:2026' })
  return Number(found.numerator)
}
const stateOf = async (group: string) =>
  (await readRecord(world.engine, world.as('screener'), peerGroupRegister, group)).held.row.state
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a group', () => {
  it('is noticed, tasked, watched and closed, and may be opened again', async () => {
    const group = await start()
    await task(group, '1', '2026-11-11')
    expect(await stateOf(group)).toBe('tasked')
    await act(group, 'watch', { watchWhy: 'x' })
    await expect(act(group, 'close', { until: '', closedWhy: '', closedNote: '' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await act(group, 'close', { until: '2026-11-10', closedWhy: 'less', closedNote: 'x' })
    expect(await stateOf(group)).toBe('closed')
    await act(group, 'reopen', { watchWhy: 'x' })
    expect(await stateOf(group)).toBe('watched')
  })

  it('has numbered actions that somebody does, and results of actions there are', async () => {
    const group = await start()
    await expect(task(group, '1', '2026-11-11', { doneBy: '' })).rejects.toMatchObject(refused('doneByAgency', 'who'))
    await task(group, '1', '2026-11-11')
    await task(group, '1', '2026-11-13', { doneBy: '', doneByAgency: 'Metropolitan Police' })
    expect(await hidden.lines('screener', peerGroupRegister, group, 'tasking')).toBe(1)
    await expect(result(group, '2', '2026-11-10')).rejects.toMatchObject(refused('number', 'no action 2'))
    await expect(result(group, '1', '2026-11-10')).resolves.toBe(group)
  })

  it('has its first action in time by the first that was tasked, whatever follows', async () => {
    const group = await start()
    await task(group, '1', '2026-11-11')
    setNow('2026-11-20T10:00:00.000Z')
    await task(group, '2', '2026-11-21')
    const { held } = await readRecord(world.engine, world.as('screener'), peerGroupRegister, group)
    expect(held.row.taskedOn).toBe('2026-11-10')
    expect(held.clocks).toMatchObject([{ dueOn: '2026-11-10', metAt: '2026-11-10T00:00:00.000Z' }])
  })

  it('shows a member nobody may know of to those who are named, and is kept back where all are', async () => {
    const [group, one, other] = [await start(), await people.person(), await people.person()]
    await add(group, one)
    await add(group, other)
    const [rows, known, children] = [
      await hidden.total('screener', peerGroupRegister),
      await figure('peer_groups_known'),
      await figure('peer_group_children'),
    ]
    await hidden.hide(one)
    expect(await hidden.lines('screener', peerGroupRegister, group, 'members')).toBe(1)
    expect(await hidden.lines('team_manager', peerGroupRegister, group, 'members')).toBe(2)
    expect(await figure('peer_group_children')).toBe(children - 1)
    expect(await figure('peer_groups_known')).toBe(known)
    await hidden.hide(other)
    expect(await hidden.sees('screener', peerGroupRegister, group)).toBe(false)
    expect(await hidden.total('screener', peerGroupRegister)).toBe(rows - 1)
    expect(await figure('peer_groups_known')).toBe(known - 1)
    expect(await hidden.sees('team_manager', peerGroupRegister, group)).toBe(true)
    expect(await figure('peer_group_children', 'team_manager')).toBe(children)
  })

  it('shows an analyst no name, no place and nobody who belongs to it', async () => {
    const group = await start({ place: 'Secret corner' })
    await add(group, await people.person())
    const { held } = await readRecord(world.engine, world.as('analyst'), peerGroupRegister, group)
    expect(Object.keys(held.row)).toContain('kind')
    for (const name of ['name', 'place', 'worry']) expect(Object.keys(held.row), name).not.toContain(name)
    expect(held.lines.members).toEqual([])
  })
})

describe('figures of groups', () => {
  it('count children once, those of an unknown birthday by what they are, and neither adults nor those who left', async () => {
    const before = await figure('peer_group_children')
    const [first, second] = [await start(), await start()]
    const [inTwo, twin, unknown, adult, left] = [
      await people.person(),
      await people.person(),
      await people.person({ birthKnown: 'notKnown', bornOn: '' }),
      await people.person({ bornOn: '2008-12-31' }),
      await people.person(),
    ]
    for (const person of [inTwo, unknown, adult]) await add(first, person)
    for (const person of [inTwo, twin]) await add(second, person)
    await add(second, left, { until: '2026-11-01' })
    expect(await figure('peer_group_children')).toBe(before + 3)
    await people.merge(inTwo, twin)
    expect(await figure('peer_group_children')).toBe(before + 2)
  })

  it('count actions done by the day they were due', async () => {
    const measure = async () => {
      const found = await figureOf(world.engine, world.as('screener'), 'peer_group_tasking_in_time', {
        period: 'financial_year:2024-25',
      })
      return [found.numerator, found.denominator, found.open, found.overdue]
    }
    const group = await start({ knownOn: '2024-05-01' })
    await task(group, '1', '2024-05-10')
    await task(group, '2', '2024-05-10')
    await task(group, '3', '2024-05-10')
    await result(group, '1', '2024-05-10')
    await result(group, '2', '2024-05-11')
    expect(await measure()).toEqual([1, 3, 1, 1])
  })
})

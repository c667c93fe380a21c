import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { request } from './examples.ts'
import { authorityRequestRegister as register } from './index.ts'

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

const coordinator = 'exploitation_coordinator'
const start = async (more: Typed = {}, by = coordinator) =>
  people.act(by, register, 'start', {
    ...{ ...request, askedOn: '2026-11-02', person: more.person ?? (await people.person({ bornOn: '2011-06-01' })) },
    ...more,
  })
const act = (record: string, action: string, typed: Typed = {}, by = coordinator) =>
  people.act(by, register, action, typed, record)
const answer = (record: string, more: Typed = {}) =>
  act(record, 'answer', { answer: 'given', answeredOn: '2026-11-05', told: 'Invented', whyNot: '', ...more })
const heldIn = async (record: string, by = coordinator) =>
  (await readRecord(world.engine, world.as(by), register, record)).held
const sharings = async (record: string) => {
  const { row } = await heldIn(record)
  const { rows } = await world.engine.owner.query<Record<string, unknown>>(
    `select state, initiative, person = $2 as same, shared_with_other, article6, schedule1, why_not_shared, people
       from canopy.sharing where authority_request = $1 order by created_at, reference`,
    [row.id, row.person],
  )
  return rows
}
const figure = async (measure: string) => {
  const found = await figureOf(world.engine, world.as(coordinator), measure, { period: 'month:2026-11' })
  return [found.numerator, found.denominator].map(Number)
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('a request between authorities', () => {
  it('rests on a ground in law that a public authority has', async () => {
    await expect(start({ article6: '6.1.f' })).rejects.toMatchObject(refused('article6', 'public authority'))
    await expect(start({ article6: '6.1.c', duty: 'none' })).rejects.toMatchObject(refused('duty', 'duty in law'))
    await expect(start({ schedule1: '', article10: '' })).rejects.toMatchObject(
      refused('schedule1', 'needs a paragraph'),
    )
    await expect(start({ schedule1: 'para2' })).rejects.toMatchObject(refused('schedule1', 'does not belong'))
    await expect(start({ article6: '' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('is answered in time, has an update in return, and a cue to tell health where the child lives', async () => {
    const record = await start({ direction: 'toThem', livesThere: 'yes' })
    const due = Object.fromEntries((await heldIn(record)).clocks.map(({ clock, dueOn }) => [clock, dueOn]))
    expect(due).toEqual({ answer: '2026-11-09', health: '2026-11-09' })
    await act(record, 'confirmReceipt', { receivedOn: '2026-11-03' })
    await expect(answer(record, { answeredOn: '2026-11-01' })).rejects.toMatchObject(
      refused('answeredOn-day', 'before'),
    )
    await expect(answer(record, { answer: 'refused' })).rejects.toMatchObject(refused('whyNot', 'why'))
    await answer(record)
    await act(record, 'tellHealth', { healthToldOn: '2026-11-06', healthTold: 'A named nurse' })
    const open = (await heldIn(record)).clocks.filter(one => one.metAt === null)
    expect(open).toMatchObject([{ clock: 'update', dueOn: '2026-12-03' }])
    await act(record, 'giveUpdate', { updatedOn: '2026-11-09', update: 'Invented' })
    await act(record, 'close', { closedNote: '' })
    expect((await heldIn(record)).row.state).toBe('closed')
  })

  it('leaves a record of sharing for whatever goes out, and for what is refused, with its ground in law', async () => {
    const ours = await start({ direction: 'toThem' })
    expect(await sharings(ours)).toMatchObject([
      { state: 'received', initiative: 'own', same: true, shared_with_other: request.authority, article6: '6.1.e' },
    ])
    await answer(ours)
    expect(await sharings(ours)).toHaveLength(1)
    const theirs = await start()
    expect(await sharings(theirs)).toEqual([])
    await answer(theirs)
    expect(await sharings(theirs)).toMatchObject([{ state: 'received', initiative: 'asked', schedule1: 'para18' }])
    await act(theirs, 'giveUpdate', { updatedOn: '2026-11-09', update: 'Invented' })
    expect(await sharings(theirs)).toHaveLength(2)
    const refusedOne = await start()
    await answer(refusedOne, { answer: 'refused', whyNot: 'inquiry' })
    expect(await sharings(refusedOne)).toMatchObject([{ state: 'notShared', why_not_shared: 'inquiry' }])
    const unknown = await start()
    await answer(unknown, { answer: 'nothingKnown' })
    expect(await sharings(unknown)).toEqual([])
  })

  it('counts requests, those without an answer, those in time, and of whom health was told', async () => {
    const keys = ['requests', 'requests_awaiting', 'requests_in_time', 'requests_health_told'].map(
      one => `authority_${one}`,
    )
    const before = await Promise.all(keys.map(figure))
    const [late, inTime] = [await start({ livesThere: 'yes' }), await start({ livesThere: 'yes' })]
    await start()
    await answer(late, { answeredOn: '2026-11-10' })
    await answer(inTime, { answeredOn: '2026-11-09' })
    await act(inTime, 'tellHealth', { healthToldOn: '2026-11-06', healthTold: 'A named nurse' })
    const after = await Promise.all(keys.map(figure))
    expect(after.map((pair, at) => pair.map((n, of) => n - (before[at]?.[of] ?? 0)))).toEqual([
      [3, 3],
      [1, 1],
      [1, 3],
      [1, 2],
    ])
  })

  it('is seen by the coordinator and its own team, and is absent with its sharing where the child is hidden', async () => {
    const person = await people.person({ bornOn: '2011-06-01' })
    const record = await start({ person, direction: 'toThem' })
    for (const by of ['social_worker', 'police_unit', 'screener', 'panel_member'])
      expect(await hidden.sees(by, register, record), by).toBe(false)
    expect(await hidden.sees('social_worker', register, await start({}, 'social_worker'))).toBe(true)
    const [total, shared] = [await hidden.total(coordinator, register), (await sharings(record)).length]
    expect(shared).toBe(1)
    await hidden.hide(person)
    expect(await hidden.sees(coordinator, register, record)).toBe(false)
    expect(await hidden.total(coordinator, register)).toBe(total - 1)
  })
})

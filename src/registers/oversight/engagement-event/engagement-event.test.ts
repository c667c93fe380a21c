import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { engagementEventRegister } from './index.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const figure = async (measure: string, period = 'month:2026-11') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as('scrutineer'), measure, { period })
  return [Number(numerator), Number(denominator)]
}

const start = (typed: Typed = {}, by = 'youth_justice_manager') =>
  people.act(by, engagementEventRegister, 'start', {
    ...{ kind: 'youngPeopleForum', title: 'Invented', heldOn: '2026-11-02', area: 'Cally', whoCame: 'youngPeople' },
    ...{ themes: ['police'], came: '7', said: 'Invented', provider: '', contract: '', answerOwed: 'yes', ...typed },
  })
const act = (action: string, typed: Typed, of: string) =>
  people.act('youth_safety_lead', engagementEventRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), engagementEventRegister, of)).held

describe('a forum or outreach session', () => {
  it('is answered within 42 days where an answer is owed, and is ended at once where none is', async () => {
    const one = await start()
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['engagement_answer', '2026-12-14'],
    ])
    await expect(act('answer', { answeredOn: '2026-11-01', answered: 'x' }, one)).rejects.toMatchObject(
      refused('answeredOn-day', 'before it was held'),
    )
    const free = await start({ answerOwed: 'no' })
    expect(await held(free)).toMatchObject({ row: { state: 'nothingOwed' }, clocks: [] })
  })

  it('of outreach names its provider and the contract', async () => {
    await expect(start({ kind: 'outreach' })).rejects.toMatchObject({
      problems: [{ field: 'provider' }, { field: 'contract' }],
    })
    await start({ kind: 'outreach', provider: 'Whittington Health', contract: 'C1', heldOn: '2026-10-30' })
  })

  it('is for youth services and those who oversee', async () => {
    const one = await start({ heldOn: '2026-10-29' }, 'partnership_manager')
    for (const by of ['youth_safety_lead', 'youth_justice_manager', 'audit_lead', 'analyst'])
      expect((await held(one, by)).row.state, by).toBe('held')
    for (const by of ['agency_lead', 'screener', 'programme_provider'])
      await expect(held(one, by), by).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('has figures as counted by hand; who was not counted adds nothing', async () => {
    setNow('2029-05-10T10:00:00.000Z')
    const [one, two] = [await start({ heldOn: '2029-05-01' }), await start({ heldOn: '2029-05-02', came: '' })]
    await start({ heldOn: '2029-05-03', came: '5', answerOwed: 'no', kind: 'community' })
    await act('answer', { answeredOn: '2029-05-10', answered: 'x' }, one)
    setNow('2029-06-14T10:00:00.000Z')
    // 2 May and 42 days is 13 June.
    await act('answer', { answeredOn: '2029-06-14', answered: 'x' }, two)
    expect((await figure('engagement_events', 'month:2029-05'))[0]).toBe(3)
    expect((await figure('engagement_attendances', 'month:2029-05'))[0]).toBe(12)
    expect(await figure('engagement_answered_in_time', 'month:2029-05')).toEqual([1, 2])
  })
})

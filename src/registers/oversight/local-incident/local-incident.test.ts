import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { localIncidentRegister } from './index.ts'

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

const report = (typed: Typed = {}, by = 'programme_provider') =>
  people.act(by, localIncidentRegister, 'start', {
    ...{ happenedAt: '2026-11-01 19:30', area: 'Invented', kinds: ['disorder'], what: 'Invented', affected: '3' },
    ...{ reporterAgency: 'Whittington Health', reporterJob: '', ...typed },
  })
const act = (by: string, action: string, typed: Typed, of: string) =>
  people.act(by, localIncidentRegister, action, typed, of)
const held = async (of: string, by = 'scrutineer') =>
  (await readRecord(world.engine, world.as(by), localIncidentRegister, of)).held
const meeting = (metOn: string) => ({ metOn, metWith: 'Invented', agreed: 'Invented' })

describe('a local incident', () => {
  it('has a meeting within five working days, over Christmas too', async () => {
    setNow('2026-12-24T10:00:00.000Z')
    const one = await report({ happenedAt: '2026-12-23 19:30' })
    // 24, 29, 30 and 31 December and 4 January: 25, 28 and 1 are bank holidays.
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
      ['incident_meeting', '2027-01-04'],
    ])
    await expect(act('youth_safety_lead', 'holdMeeting', meeting('2026-12-22'), one)).rejects.toMatchObject(
      refused('metOn-day', 'before the incident'),
    )
  })

  it('is read by who reported it and by youth services; analysts do not read what happened', async () => {
    const one = await report()
    for (const by of ['programme_provider', 'youth_safety_lead', 'youth_justice_manager', 'partnership_manager'])
      expect((await held(one, by)).row.what, by).toBe('Invented')
    for (const by of ['programme_provider2', 'agency_lead', 'screener'])
      await expect(held(one, by), by).rejects.toMatchObject({ kind: 'notFound' })
    expect((await held(one, 'analyst')).row).not.toHaveProperty('what', 'Invented')
  })

  it('has no meeting only with the reason, which somebody else says than who reported it', async () => {
    const one = await report({}, 'youth_safety_lead')
    const why = { noMeetingWhy: 'Invented' }
    await expect(act('youth_safety_lead', 'sayNoMeeting', why, one)).rejects.toMatchObject({ kind: 'forbidden' })
    await act('youth_justice_manager', 'sayNoMeeting', why, one)
    expect((await held(one)).row.state).toBe('noMeeting')
  })

  it('has its actions among all actions, and figures as counted by hand', async () => {
    setNow('2027-05-31T10:00:00.000Z')
    const on = (day: string) => report({ happenedAt: `2027-05-${day} 12:00` }, 'youth_safety_lead')
    const [first, second, third] = [await on('01'), await on('02'), await on('03')]
    await on('30')
    await act('youth_safety_lead', 'holdMeeting', meeting('2027-05-03'), first)
    await act('youth_safety_lead', 'holdMeeting', meeting('2027-05-20'), second)
    await act('youth_justice_manager', 'sayNoMeeting', { noMeetingWhy: 'x' }, third)
    const task = { task: 'Invented', doneBy: '', doneByAgency: 'Metropolitan Police', doneUntil: '2027-06-15' }
    await act('youth_safety_lead', 'agreeAction', task, first)
    const { rows } = await world.engine.owner.query('select 1 from canopy.agreed_action where source_note like $1', [
      `%${first}`,
    ])
    expect(rows).toHaveLength(1)
    await act('youth_safety_lead', 'close', {}, first)
    expect((await figure('local_incidents', 'month:2027-05'))[0]).toBe(4)
    expect(await figure('local_incidents_met', 'month:2027-05')).toEqual([2, 4])
    expect(await figure('local_incidents_met_in_time', 'month:2027-05')).toEqual([1, 4])
  })
})

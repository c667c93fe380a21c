import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { participationRegister } from '../participation/index.ts'
import { examples } from '../programme/examples.ts'
import { programmeRegister } from '../programme/index.ts'
import { diversionRegister } from './index.ts'
import { divertingDecisions, followUpOf } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
let made = 0

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

const start = (receivedOn: string, more = {}) => {
  made += 1
  return people.act('youth_justice_manager', diversionRegister, 'start', {
    ...{ youngPersonRef: `YJ-${made}`, ageAtTriage: '15', sex: 'male', ethnicity: 'BCRB', receivedOn },
    ...{ referredBy: 'police', offence: 'theft', incidentOn: '', firstTime: 'none', ...more },
  })
}
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act('youth_justice_manager', diversionRegister, action, typed, reference)
const divert = (reference: string, decidedOn: string, decision = 'supportOnly', supportIn = '') =>
  act(reference, 'divert', { decision, decidedOn, decisionNote: 'Invented', supportIn })
const refuse = (reference: string, decidedOn: string, decision = 'charge') =>
  act(reference, 'refuse', { decision, decidedOn, decisionNote: 'Invented' })
const lookUp = (reference: string, checkedOn: string, furtherOffence: string, furtherOffenceOn = '') =>
  act(reference, 'lookUp', { checkedOn, furtherOffence, furtherOffenceOn })
const held = async (reference: string, by = 'youth_justice_manager') =>
  (await readRecord(world.engine, world.as(by), diversionRegister, reference)).held
const figure = async (measure: string, period: string, by = 'youth_justice_manager') => {
  const { value, numerator, denominator, open, overdue } = await figureOf(world.engine, world.as(by), measure, {
    period,
  })
  return { value, parts: [numerator, denominator], late: [open, overdue] }
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('triage', () => {
  it('diverts by three decisions and no other, each by its own deed', async () => {
    expect(divertingDecisions).toEqual(['supportOnly', 'communityResolution', 'deferred'])
    const one = await start('2026-11-02')
    await expect(divert(one, '2026-11-03', 'caution')).rejects.toMatchObject(refused('decision', 'does not divert'))
    await expect(refuse(one, '2026-11-03', 'deferred')).rejects.toMatchObject(refused('decision', 'This diverts'))
    await expect(divert(one, '2026-11-01')).rejects.toMatchObject(refused('decidedOn-day', 'before it came'))
    await divert(one, '2026-11-03')
    expect((await held(one)).row).toMatchObject({ state: 'diverted', followUpFrom: '2027-11-03' })
  })

  it('is decided within ten working days, and looked up after twelve months', async () => {
    const one = await start('2024-03-01')
    expect((await held(one)).clocks).toMatchObject([{ clock: 'decide', dueOn: '2024-03-15', metAt: null }])
    await divert(one, '2024-03-15')
    expect((await held(one)).clocks.map(({ clock, dueOn }) => [clock, dueOn])).toContainEqual([
      'follow_up',
      '2025-04-12',
    ])
    await expect(lookUp(one, '2025-03-14', 'none')).rejects.toMatchObject(refused('checkedOn-day', 'Twelve months'))
    await expect(lookUp(one, '2025-03-15', 'some')).rejects.toMatchObject(
      refused('furtherOffenceOn-day', 'first further'),
    )
    await expect(lookUp(one, '2025-03-15', 'none', '2024-06-01')).rejects.toMatchObject(
      refused('furtherOffenceOn-day', 'Leave'),
    )
    await expect(lookUp(one, '2025-03-20', 'some', '2025-03-16')).rejects.toMatchObject(
      refused('furtherOffenceOn-day', 'within 12 months'),
    )
    await lookUp(one, '2025-03-20', 'some', '2025-03-15')
    expect((await held(one)).row.state).toBe('followedUp')
    expect(followUpOf({ decision: 'charge', decidedOn: '2024-02-29' })).toBeNull()
    expect(followUpOf({ decision: 'deferred', decidedOn: '2024-02-29' })).toBe('2025-02-28')
  })

  it('takes no child under ten and no incident after it', async () => {
    await expect(start('2026-11-02', { ageAtTriage: '9' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(start('2026-11-02', { incidentOn: '2026-11-03' })).rejects.toMatchObject(
      refused('incidentOn-day', 'after it came'),
    )
    await expect(start('2026-11-11')).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('offers a place in the programme that supports the young person, of which the provider learns, without the reason', async () => {
    const programme = await people.act('youth_safety_lead', programmeRegister, 'start', examples[0]?.start ?? {})
    const one = await start('2026-11-02', { ageAtTriage: '13' })
    const person = await people.person()
    await act(one, 'sayWho', { person })
    await divert(one, '2026-11-03', 'communityResolution', programme)
    const list = (by: string) =>
      listRecords(world.engine, world.as(by), participationRegister, { ...emptyQuery, show: 'all' })
    const [own, other] = [await list('programme_provider'), await list('programme_provider2')]
    expect([own.total, other.total]).toEqual([1, 0])
    const reference = own.rows[0]?.reference ?? ''
    const { row } = (await readRecord(world.engine, world.as('programme_provider'), participationRegister, reference))
      .held
    expect(row).toMatchObject({ state: 'offered', kind: 'circles', ageBand: 'from11to13', offeredOn: '2026-11-03' })
    expect(Object.keys(row)).not.toContain('person')
    expect(await hidden.sees('programme_provider', diversionRegister, one)).toBe(false)
  })

  it('is hidden with the person nobody may know of, and shown to the youth safety lead without who it is', async () => {
    const [one, person] = [await start('2025-03-03'), await people.person()]
    await act(one, 'sayWho', { person })
    const keys = Object.keys((await held(one, 'youth_safety_lead')).row)
    for (const name of ['youngPersonRef', 'person', 'decisionNote']) expect(keys, name).not.toContain(name)
    expect(keys).toContain('offence')
    const before = Number((await figure('triages', 'financial_year:2024-25')).value)
    await hidden.hide(person)
    for (const by of ['youth_justice_manager', 'youth_safety_lead', 'analyst'])
      expect(await hidden.sees(by, diversionRegister, one), by).toBe(false)
    expect((await figure('triages', 'financial_year:2024-25')).value).toBe(before - 1)
  })
})

describe('figures of triage', () => {
  it('are of triages decided in the period, as counted by hand', async () => {
    const year = 'financial_year:2021-22'
    const many = await Promise.all(Array.from({ length: 6 }, () => start('2021-06-01')))
    const [inTime = '', late = '', charged = '', open = '', next = '', mistaken = ''] = many
    await divert(inTime, '2021-06-15')
    await divert(late, '2021-06-16', 'deferred')
    await refuse(charged, '2021-06-10')
    await divert(next, '2022-04-01')
    await divert(mistaken, '2021-06-10')
    await act(mistaken, 'markMistaken', { mistakenWhy: 'x' })
    expect((await figure('triages', year)).value).toBe(5)
    expect((await figure('triage_diverted', year)).parts).toEqual([2, 3])
    // Ten working days after 1 June is the 15th: two in time, three not, of which one is still open.
    expect(await figure('triage_in_time', year)).toMatchObject({ parts: [2, 5], late: [1, 1] })
    await act(inTime, 'recordSupport', { completion: 'completed', completedOn: '2021-09-01' })
    await act(late, 'recordSupport', { completion: 'partly', completedOn: '2021-09-01' })
    expect((await figure('diversion_completed', year)).parts).toEqual([1, 2])
    await lookUp(inTime, '2022-06-20', 'none')
    expect((await figure('diversion_further_offence', 'financial_year:2022-23')).parts).toEqual([0, 1])
    await lookUp(late, '2022-06-20', 'some', '2021-12-01')
    expect((await figure('diversion_further_offence', 'financial_year:2022-23')).parts).toEqual([1, 2])
    expect((await held(open)).row.state).toBe('received')
    // Nobody who may not open the cases is told shares of five.
    expect((await figure('triage_diverted', year, 'scrutineer')).value).toBe('[c]')
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { brought, hearing } from './examples.ts'
import { traffickingReferralRegister as register } from './index.ts'
import { conclusiveFrom, daysTo18, eighteenOn, recoveryDays, routeOf } from './rules.ts'

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

const coordinator = 'referral_mechanism_coordinator'
const start = async (more: Typed = {}, born: Typed = {}, by = coordinator) =>
  people.act(by, register, 'start', {
    ...{ ...brought, identifiedAt: '2026-10-01 09:00', broughtOn: '2026-10-02' },
    ...{ person: more.person ?? (await people.person({ bornOn: '2011-01-15', ...born })), ...more },
  })
const act = (record: string, action: string, typed: Typed = {}, by = coordinator) =>
  people.act(by, register, action, typed, record)
const refer = (record: string, referredOn = '2026-10-02') => act(record, 'refer', { referredOn, nrmNumber: '' })
const hear = (record: string, action: string, heldOn: string, more: Typed = {}) =>
  act(record, action, { ...hearing, heldOn, ...more })
const heldIn = async (record: string) => (await readRecord(world.engine, world.as(coordinator), register, record)).held
const clockOf = async (record: string, key: string) => (await heldIn(record)).clocks.filter(one => one.clock === key)
const figure = async (measure: string, period = 'month:2026-10') => {
  const { numerator, denominator } = await figureOf(world.engine, world.as(coordinator), measure, { period })
  return [numerator, denominator].map(Number)
}
const added = async (measure: string, work: () => Promise<unknown>, period = 'month:2026-10') => {
  const before = await figure(measure, period)
  await work()
  return (await figure(measure, period)).map((n, at) => n - (before[at] ?? 0))
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('who decides (NR-04)', () => {
  it.each([
    // Born 15 June 2008: 18 on 15 June 2026. 100 days before that is 7 March 2026.
    ['101 days before 18', '2008-06-15', '2026-03-06', 'panel'],
    ['100 days before 18', '2008-06-15', '2026-03-07', 'authority'],
    ['99 days before 18', '2008-06-15', '2026-03-08', 'authority'],
    ['on the birthday', '2008-06-15', '2026-06-15', 'authority'],
    ['the day before the pilot', '2008-06-15', '2021-05-31', 'authority'],
    ['its first day', '2008-06-15', '2021-06-01', 'panel'],
    ['without a date of birth', null, '2026-03-06', null],
  ])('%s', (_words, bornOn, referredOn, route) => expect(routeOf(bornOn, referredOn)).toBe(route))

  it('counts to 1 March for those born on 29 February', () => {
    expect(eighteenOn('2008-02-29')).toBe('2026-03-01')
    expect(eighteenOn('2006-02-28')).toBe('2024-02-28')
    expect(daysTo18('2008-02-29', '2025-11-21')).toBe(100)
  })
})

describe('the recovery period (NR-03)', () => {
  it.each([
    ['2021-12-01', 45, '2022-01-15'],
    ['2023-01-29', 45, '2023-03-15'],
    ['2023-01-30', 30, '2023-03-01'],
    ['2024-01-30', 30, '2024-02-29'],
  ])('after reasonable grounds on %s is %i days', (on, days, from) => {
    expect([recoveryDays(on), conclusiveFrom(on)]).toEqual([days, from])
  })

  it.each([
    ['2023-01-27', '2023-03-12', '2023-03-13', '45 days'],
    ['2023-01-31', '2023-03-01', '2023-03-02', '30 days'],
  ])('binds the authority: reasonable grounds on %s', async (reasonableOn, tooEarly, inTime, words) => {
    const record = await start(
      { identifiedAt: '2023-01-20 09:00', broughtOn: '2023-01-20' },
      { bornOn: '2005-03-01', knownOn: '2023-01-20' },
    )
    await refer(record, '2023-01-20')
    await act(record, 'authorityReasonable', { reasonableOn })
    await expect(act(record, 'authorityConclusive', { conclusiveOn: tooEarly })).rejects.toMatchObject(
      refused('conclusiveOn-day', words),
    )
    await act(record, 'authorityConclusive', { conclusiveOn: inTime })
    expect((await heldIn(record)).row).toMatchObject({ state: 'found', decidedHow: 'authority' })
  })
})

describe('limits', () => {
  it('are five working days for the authority, bank holidays left out (NR-02)', async () => {
    // Referred on Thursday 14 April 2022: Good Friday and Easter Monday are no working days.
    const record = await start(
      { identifiedAt: '2022-04-14 09:00', broughtOn: '2022-04-14' },
      { bornOn: '2004-06-01', knownOn: '2022-04-14' },
    )
    await refer(record, '2022-04-14')
    expect(await clockOf(record, 'authority_reasonable')).toMatchObject([{ dueOn: '2022-04-25' }])
    expect(await clockOf(record, 'panel_reasonable')).toEqual([])
    const withoutHoliday = await start(
      { identifiedAt: '2022-05-09 09:00', broughtOn: '2022-05-09' },
      { bornOn: '2004-06-01', knownOn: '2022-05-09' },
    )
    await refer(withoutHoliday, '2022-05-09')
    expect(await clockOf(withoutHoliday, 'authority_reasonable')).toMatchObject([{ dueOn: '2022-05-16' }])
  })

  it('are 45 calendar days for the panel, through weekends and bank holidays (NR-04)', async () => {
    const record = await start()
    await refer(record)
    expect(await clockOf(record, 'panel_reasonable')).toMatchObject([{ dueOn: '2026-11-16', metAt: null }])
    await hear(record, 'findReasonable', '2026-11-05')
    expect(await clockOf(record, 'panel_reasonable')).toMatchObject([{ metAt: '2026-11-05T00:00:00.000Z' }])
  })

  it('ask for a guardian within the hours of the setting, or for the reason why not (NR-05)', async () => {
    const record = await start()
    expect(await clockOf(record, 'guardian')).toMatchObject([{ dueAt: '2026-10-03T08:00:00.000Z', metAt: null }])
    await expect(
      act(record, 'exemptGuardian', { guardianNot: 'abroadOnly', guardianNotWords: '' }),
    ).rejects.toMatchObject(refused('guardianNot', 'elsewhere'))
    await act(record, 'referGuardian', { guardianReferredAt: '2026-10-02 15:00' })
    expect(await clockOf(record, 'guardian')).toMatchObject([{ metAt: '2026-10-02T14:00:00.000Z' }])
    const abroad = await start({ place: 'abroad' })
    await act(abroad, 'exemptGuardian', { guardianNot: 'abroadOnly', guardianNotWords: '' })
    expect(await clockOf(abroad, 'guardian')).toEqual([])
  })

  it('start when the case is brought, so that nobody forgets to refer (NR-01)', async () => {
    const record = await start()
    expect(await clockOf(record, 'refer')).toMatchObject([{ dueOn: '2026-10-05', metAt: null }])
    await refer(record, '2026-10-05')
    expect(await clockOf(record, 'refer')).toMatchObject([{ metAt: '2026-10-04T23:00:00.000Z' }])
  })
})

describe('the panel', () => {
  it('decides both at one hearing, without a recovery period', async () => {
    const record = await start()
    await refer(record)
    await hear(record, 'findBoth', '2026-11-05')
    expect((await heldIn(record)).row).toMatchObject({
      ...{ state: 'found', reasonableOn: '2026-11-05', conclusiveOn: '2026-11-05', decidedHow: 'firstMeeting' },
    })
  })

  it('cannot bind without health, social care and police, or under a chair of the case, but may defer', async () => {
    const record = await start()
    await refer(record)
    await expect(hear(record, 'findBoth', '2026-11-05', { present: 'socialCare;police' })).rejects.toMatchObject(
      refused('present', 'without health'),
    )
    await expect(hear(record, 'findReasonable', '2026-11-05', { present: 'health' })).rejects.toMatchObject(
      refused('present', 'social care and police'),
    )
    await expect(hear(record, 'findBoth', '2026-11-05', { chairIndependent: 'no' })).rejects.toMatchObject(
      refused('chairIndependent', 'not bind'),
    )
    await hear(record, 'defer', '2026-11-05', { present: 'socialCare' })
    expect((await heldIn(record)).row.state).toBe('referred')
    await hear(record, 'findBoth', '2026-11-09')
    expect((await heldIn(record)).row.decidedHow).toBe('laterMeeting')
  })

  it('decides on nothing that is not referred, and needs no consent of the child', async () => {
    const record = await start()
    await hear(record, 'defer', '2026-10-08')
    await expect(hear(record, 'findBoth', '2026-10-08')).rejects.toMatchObject({ kind: 'conflict' })
    await refer(record, '2026-10-09')
    await expect(hear(record, 'findBoth', '2026-10-08')).rejects.toMatchObject(refused('heldOn-day', 'sent after'))
    expect(Object.keys(register.record.fields).filter(name => /consent/i.test(name))).toEqual([])
  })

  it('does not decide for those who are nearly 18, and the authority not for the others', async () => {
    const record = await start({}, { bornOn: '2008-12-01' })
    await refer(record)
    expect((await heldIn(record)).row).toMatchObject({ route: 'authority', daysTo18: 60, authorityFrom: '2026-10-02' })
    await expect(hear(record, 'findBoth', '2026-11-05')).rejects.toMatchObject({ kind: 'conflict' })
    const young = await start()
    await refer(young)
    await expect(act(young, 'authorityReasonable', { reasonableOn: '2026-10-05' })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await act(young, 'sendToAuthority', { routeWhy: 'No quorum until the new year' })
    expect(await clockOf(young, 'authority_reasonable')).toMatchObject([{ dueOn: '2026-11-17' }])
    expect(await clockOf(young, 'panel_reasonable')).toEqual([])
  })

  it('needs a date of birth to know who decides', async () => {
    const record = await start({}, { birthKnown: 'notKnown', bornOn: '' })
    await expect(refer(record)).rejects.toMatchObject(refused('referredOn-day', 'date of birth'))
  })
})

describe('figures of trafficking', () => {
  it('count a case once and its hearings each time, and no case as referred before it is', async () => {
    const work = async () => {
      const twice = await start()
      await refer(twice)
      await hear(twice, 'findReasonable', '2026-10-15')
      await hear(twice, 'findConclusive', '2026-10-29')
      const once = await start({ authority: 'camden' })
      await refer(once)
      await hear(once, 'findBoth', '2026-10-15')
      const waiting = await start()
      await hear(waiting, 'defer', '2026-10-15')
    }
    expect(await added('trafficking_cases', work)).toEqual([3, 3])
    expect(await added('trafficking_hearings', work)).toEqual([4, 4])
    expect(await added('trafficking_referred', work)).toEqual([2, 3])
    expect(await added('trafficking_both_at_first_meeting', work)).toEqual([1, 3])
    expect(await added('trafficking_found_after_deferral', work)).toEqual([1, 3])
    expect(await added('trafficking_hearings_late', work)).toEqual([0, 4])
  })

  it('tell hearings of cases decided after 45 days', async () => {
    const at = { identifiedAt: '2026-08-03 09:00', broughtOn: '2026-08-03' }
    const late = async (heldOn: string) => {
      const record = await start(at)
      await refer(record, '2026-08-03')
      await hear(record, 'findBoth', heldOn)
    }
    expect(await added('trafficking_hearings_late', () => late('2026-09-17'), 'month:2026-09')).toEqual([0, 1])
    expect(await added('trafficking_hearings_late', () => late('2026-09-18'), 'month:2026-09')).toEqual([1, 1])
    expect(await added('trafficking_panel_in_time', () => late('2026-09-18'), 'month:2026-09')).toEqual([0, 1])
  })

  it('tell who needed no guardian and for whom one was asked', async () => {
    const work = async () => {
      const abroad = await start({ place: 'abroad' })
      await act(abroad, 'exemptGuardian', { guardianNot: 'abroadOnly', guardianNotWords: '' })
      await act(await start(), 'referGuardian', { guardianReferredAt: '2026-10-02 15:00' })
      await start()
    }
    expect(await added('trafficking_guardian_not_needed', work)).toEqual([1, 3])
    expect(await added('trafficking_guardian_asked', work)).toEqual([1, 2])
  })
})

describe('who sees a referral', () => {
  it('is both coordinators and the team that made it; nobody of the panel', async () => {
    const record = await start()
    const own = await start({}, {}, 'social_worker')
    for (const by of [coordinator, 'exploitation_coordinator'])
      expect(await hidden.sees(by, register, record)).toBe(true)
    expect(await hidden.sees('social_worker', register, own)).toBe(true)
    for (const by of ['social_worker', 'panel_member', 'police_unit', 'meeting_chair', 'screener'])
      expect(await hidden.sees(by, register, record), by).toBe(false)
  })

  it('is absent for whoever may not know of the child', async () => {
    const person = await people.person({ bornOn: '2011-01-15' })
    const record = await start({ person })
    const total = await hidden.total(coordinator, register)
    await hidden.hide(person)
    expect(await hidden.sees(coordinator, register, record)).toBe(false)
    expect(await hidden.total(coordinator, register)).toBe(total - 1)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { programmeRegister } from './index.ts'
import { placesOf, planFindingOf, schoolsOver } from './rules.ts'

let world: World
let people: People
let made = 0

beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
})
beforeEach(() => setNow('2026-11-10T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const blank = Object.fromEntries(
  ['objective', 'ageFrom', 'ageTo', 'inParticular', 'monthsLong', 'everyMonths', 'schoolsPlanned', 'schoolYears']
    .concat(['circlesMost', 'circleLeast', 'circleMost', 'planLeast', 'planMost'])
    .map(name => [name, '']),
)
const act = (by: string, reference: string, action: string, typed: Readonly<Record<string, string>>) =>
  people.act(by, programmeRegister, action, typed, reference)
const plan = (kind: string, more = {}) => {
  made += 1
  return people.act('youth_safety_lead', programmeRegister, 'start', {
    ...{ ...blank, name: `Invented ${made}`, kind, provider: 'Whittington Health', audience: 'youngPeople' },
    ...{ startsOn: '2020-01-01', ...more },
  })
}
const run = async (kind: string, more = {}) => {
  const reference = await plan(kind, more)
  await act('youth_safety_lead', reference, 'begin', { startedOn: '2020-01-01' })
  return reference
}
const session = (reference: string, heldOn: string, came: string, firstTime: string) =>
  act('youth_safety_lead', reference, 'recordSession', { heldOn, place: '', came, firstTime })
const figure = async (measure: string, period: string, by = 'youth_safety_lead') =>
  await figureOf(world.engine, world.as(by), measure, { period })
const value = async (measure: string, period: string) => (await figure(measure, period)).value
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('what circles make of a plan', () => {
  const published = { circlesMost: 5, circleLeast: 8, circleMost: 16 }
  it.each([
    [
      { ...published, planLeast: 24, planMost: 36 },
      'make 40 to 80 places in a school. The plan promises 24 to 36: that does not follow',
    ],
    [{ ...published, planLeast: 40, planMost: 80 }, 'The plan promises 40 to 80: that follows'],
    [{ ...published, planLeast: null, planMost: null }, 'Up to 5 circles of 8 to 16 make 40 to 80 places in a school'],
    [{ ...published, circlesMost: 1, planLeast: null, planMost: null }, 'Up to 1 circle of 8 to 16 make 8 to 16'],
  ])('%o', (row, words) => expect(planFindingOf(row)).toContain(words))

  it('is nothing where circles have no size', () => {
    expect(placesOf({ circlesMost: null, circleLeast: 8, circleMost: 16 })).toBeNull()
    expect(
      planFindingOf({ circlesMost: null, circleLeast: null, circleMost: null, planLeast: 1, planMost: 2 }),
    ).toBeNull()
  })

  it('names schools with more circles than planned, and refuses none', () => {
    const circles = [...Array.from({ length: 6 }, () => ({ circleSchool: 'a' })), { circleSchool: 'b' }]
    expect(schoolsOver({ circlesMost: 5 }, circles)).toEqual(['a'])
    expect(schoolsOver({ circlesMost: 6 }, circles)).toEqual([])
    expect(schoolsOver({ circlesMost: null }, circles)).toEqual([])
  })
})

describe('a programme', () => {
  it('says on its record what its circles make of the plan, also after a correction', async () => {
    const circles = { circlesMost: '5', circleLeast: '8', circleMost: '16', planLeast: '24', planMost: '36' }
    const reference = await plan('circles', circles)
    const found = async () =>
      (await readRecord(world.engine, world.as('youth_safety_lead'), programmeRegister, reference)).held.row.planFinding
    expect(await found()).toContain('does not follow')
    const typed = { ...blank, name: `Invented ${made}`, kind: 'circles', provider: 'Whittington Health' }
    await act('youth_safety_lead', reference, 'correct', {
      ...{ ...typed, audience: 'youngPeople', startsOn: '2020-01-01', ...circles, planLeast: '40', planMost: '80' },
    })
    expect(await found()).toContain('that follows')
    await expect(plan('circles', { circlesMost: '5' })).rejects.toMatchObject({
      problems: [{ field: 'circleLeast' }, { field: 'circleMost' }],
    })
    await expect(plan('summer', { ageFrom: '20', ageTo: '8' })).rejects.toMatchObject(refused('ageTo', 'lowest'))
  })

  it('has no session before it started, and not more first comers than people', async () => {
    const reference = await run('summer')
    await expect(session(reference, '2019-12-31', '1', '1')).rejects.toMatchObject(refused('heldOn-day', 'before'))
    await expect(session(reference, '2020-01-01', '3', '4')).rejects.toMatchObject(refused('firstTime', 'more'))
    await expect(session(reference, '2020-01-01', '3', '')).rejects.toMatchObject(refused('firstTime', '0 if nobody'))
    await session(reference, '2020-01-01', '0', '0')
  })

  it('has its next session due as often as its plan promises, and never where it promises nothing', async () => {
    const monthly = await run('disproportionality', { everyMonths: '1' })
    const free = await run('summer')
    await session(monthly, '2026-10-15', '9', '0')
    const clocks = async (reference: string) =>
      (await readRecord(world.engine, world.as('youth_safety_lead'), programmeRegister, reference)).held.clocks
    expect((await clocks(monthly)).find(one => one.metAt === null)?.dueOn).toBe('2026-11-15')
    expect(await clocks(free)).toEqual([])
  })

  it('is seen by the organisation that provides it and by no other', async () => {
    const own = await run('mentoring', { provider: 'Whittington Health' })
    const sees = (by: string) =>
      readRecord(world.engine, world.as(by), programmeRegister, own).then(
        () => true,
        error => error.kind,
      )
    expect(await sees('programme_provider')).toBe(true)
    expect(await sees('programme_provider2')).toBe('notFound')
    expect(await sees('screener')).toBe('notFound')
    const total = async (by: string) =>
      (await listRecords(world.engine, world.as(by), programmeRegister, { ...emptyQuery, show: 'all' })).total
    expect(await total('programme_provider2')).toBe(0)
    await expect(session(own, '2026-01-01', '1', '1')).resolves.toBe(own)
    const other = act('programme_provider2', own, 'recordSession', {
      heldOn: '2026-01-02',
      place: '',
      came: '1',
      firstTime: '0',
    })
    await expect(other).rejects.toMatchObject({ kind: 'notFound' })
  })

  it('is recorded once for each organisation and name', async () => {
    await plan('summer', { name: 'Twice' })
    await expect(plan('summer', { name: 'TWICE' })).rejects.toMatchObject({ kind: 'invalid' })
    await plan('summer', { name: 'Twice', provider: 'Metropolitan Police' })
  })
})

describe('figures of programmes', () => {
  it('tell people reached, attendances and offers apart, as counted by hand', async () => {
    const year = 'report_year:2021-22'
    const [summer, launch, hub] = [await run('summer'), await run('launchPad'), await run('universal')]
    await session(summer, '2022-07-25', '20', '20')
    await session(summer, '2022-07-26', '18', '3')
    await session(launch, '2022-08-31', '9', '8')
    await session(launch, '2022-09-01', '50', '50')
    await session(hub, '2022-01-10', '12', '5')
    expect(await value('summer_people', year)).toBe(20 + 3 + 8)
    expect(await value('universal_people', year)).toBe(20 + 3 + 8 + 5)
    expect(await value('universal_attendances', year)).toBe(20 + 18 + 9 + 12)
    const training = await run('parentTraining', { audience: 'parents' })
    const offer = (offeredOn: string, offered: string) =>
      act('youth_safety_lead', training, 'recordOffer', { offeredOn, offeredHow: 'school', offered })
    await offer('2021-10-01', '40')
    await offer('2022-03-01', '25')
    await offer('2022-10-01', '99')
    await session(training, '2022-03-10', '11', '11')
    expect(await value('parents_offered_training', year)).toBe(65)
    await expect(offer('2022-03-01', '0')).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('count parents reached by champions to date, and leave out what was recorded in error', async () => {
    const [one, mistaken] = [
      await run('parentChampions', { audience: 'parents' }),
      await run('parentChampions', { audience: 'parents' }),
    ]
    await session(one, '2021-07-20', '30', '30')
    await session(one, '2022-02-20', '40', '15')
    await session(mistaken, '2022-02-20', '500', '500')
    await act('youth_safety_lead', mistaken, 'markMistaken', { mistakenWhy: 'x' })
    expect(await value('parents_reached_by_champions', 'report_year:2020-21')).toBe(30)
    expect(await value('parents_reached_by_champions', 'report_year:2021-22')).toBe(45)
  })

  it('count each school with circles once, and meetings held as often as promised', async () => {
    const circles = await run('circles')
    const add = (circle: string, circleSchool: string, circleFrom: string) =>
      act('programme_provider', circles, 'addCircle', {
        ...{ circle, circleSchool, schoolYear: 'year8', circleFrom, counsellor: '' },
      })
    await add('A', 'Canal Street School', '2022-09-05')
    await add('B', 'Canal Street School', '2022-09-05')
    await add('C', 'Holly Lane Primary', '2023-09-05')
    await expect(add('a', 'Canal Street School', '2022-09-05')).rejects.toMatchObject(
      refused('circle', 'other letters'),
    )
    expect(await value('circle_schools', 'report_year:2022-23')).toBe(1)
    expect(await value('circle_schools', 'report_year:2023-24')).toBe(2)
    const before = await figure('programme_sessions_in_time', 'calendar_year:2020')
    const meeting = await run('disproportionality', { everyMonths: '6' })
    await session(meeting, '2020-06-01', '5', '0')
    await session(meeting, '2021-02-01', '5', '0')
    const found = await figure('programme_sessions_in_time', 'calendar_year:2020')
    expect([found.numerator, found.denominator]).toEqual([Number(before.numerator) + 1, Number(before.denominator) + 2])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { casesOf } from '../../../engine/measures/cases.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { emptyQuery, listRecords } from '../../../engine/store/list.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { programmeRegister } from '../programme/index.ts'
import { participationRegister } from './index.ts'

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

const blank = Object.fromEntries(
  ['objective', 'ageFrom', 'ageTo', 'inParticular', 'monthsLong', 'everyMonths', 'schoolsPlanned', 'schoolYears']
    .concat(['circlesMost', 'circleLeast', 'circleMost', 'planLeast', 'planMost'])
    .map(name => [name, '']),
)
const programme = async (kind: string, more = {}) => {
  made += 1
  const reference = await people.act('youth_safety_lead', programmeRegister, 'start', {
    ...{ ...blank, name: `Invented ${made}`, kind, provider: 'Whittington Health', audience: 'youngPeople' },
    ...{ startsOn: '2020-01-01', ...more },
  })
  await people.act('youth_safety_lead', programmeRegister, 'begin', { startedOn: '2020-01-01' }, reference)
  return reference
}
const join = (of: string, more: Readonly<Record<string, string>> = {}, by = 'programme_provider') => {
  made += 1
  return people.act(by, participationRegister, 'start', {
    ...{ programme: of, participant: 'youngPerson', participantRef: `R-${made}`, ageBand: 'from14to17' },
    ...{ sex: '', ethnicity: '', school: '', circle: '', whyOver: '' },
    ...{ offeredOn: '2021-09-10', startedOn: '2021-09-10', ...more },
  })
}
const act = (reference: string, action: string, typed: Readonly<Record<string, string>>, by = 'programme_provider') =>
  people.act(by, participationRegister, action, typed, reference)
const contact = (reference: string, contactOn: string, contactKind: string, minutes: string) =>
  act(reference, 'recordContact', { contactOn, contactKind, minutes, contactNote: '' })
const say = (reference: string, statement: string, answer: string, askedOn = '2022-07-01') =>
  act(reference, 'recordFeedback', { askedOn, answeredBy: 'parent', statement, answer, inWords: '' })
const end = (reference: string, endedOn: string, more = {}) =>
  act(reference, 'end', {
    ...{ endedOn, outcome: 'completed', sessionsOffered: '', sessionsCame: '', endNote: '', ...more },
  })
const figure = async (measure: string, period: string, by = 'youth_safety_lead') => {
  const { value, numerator, denominator } = await figureOf(world.engine, world.as(by), measure, { period })
  return { value, parts: [numerator, denominator] }
}
const refused = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })
const year = 'report_year:2021-22'

describe('somebody in a programme', () => {
  it('is offered a place and begins later, or did not begin', async () => {
    const of = await programme('mentoring')
    const offered = await join(of, { startedOn: '' })
    const heldOf = async (reference: string) =>
      (await readRecord(world.engine, world.as('programme_provider'), participationRegister, reference)).held
    expect((await heldOf(offered)).row.state).toBe('offered')
    expect((await heldOf(offered)).clocks).toMatchObject([{ clock: 'begin', dueOn: '2021-10-08', metAt: null }])
    const begin = (startedOn: string) => act(offered, 'begin', { startedOn, circle: '', whyOver: '' })
    await expect(begin('')).rejects.toMatchObject(refused('startedOn-day', 'when they began'))
    await expect(begin('2021-09-09')).rejects.toMatchObject(refused('startedOn-day', 'before it was offered'))
    await begin('2021-09-20')
    expect((await heldOf(offered)).row).toMatchObject({ state: 'takingPart', kind: 'mentoring' })
    const declined = await join(of, { startedOn: '' })
    await act(declined, 'sayNotTaken', { notTakenWhy: 'declined' })
    await expect(contact(declined, '2021-10-01', 'mentoring', '60')).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('has no session before the beginning, no beginning before the programme, and comes to no more sessions than there are', async () => {
    const of = await programme('mentoring')
    await expect(join(of, { offeredOn: '2019-12-01', startedOn: '2019-12-31' })).rejects.toMatchObject(
      refused('startedOn-day', 'before the programme'),
    )
    const one = await join(of)
    await expect(contact(one, '2021-09-09', 'mentoring', '60')).rejects.toMatchObject(
      refused('contactOn-day', 'before'),
    )
    await expect(contact(one, '2021-09-10', 'mentoring', '0')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(say(one, 'feltHeard', 'agree', '2021-09-09')).rejects.toMatchObject(refused('askedOn-day', 'before'))
    await expect(say(one, 'feltHeard', '')).rejects.toMatchObject(refused('answer', 'what they said'))
    await expect(end(one, '2021-09-09')).rejects.toMatchObject(refused('endedOn-day', 'before'))
    await expect(end(one, '2022-01-01', { sessionsOffered: '10' })).rejects.toMatchObject(
      refused('sessionsCame', '0 if'),
    )
    await expect(end(one, '2022-01-01', { sessionsOffered: '10', sessionsCame: '11' })).rejects.toMatchObject(
      refused('sessionsCame', 'more'),
    )
    await end(one, '2022-01-01', { sessionsOffered: '10', sessionsCame: '0' })
  })

  it('is in a programme once at a time, by reference and by person', async () => {
    const of = await programme('mentoring')
    const first = await join(of, { participantRef: 'Twice' })
    await expect(join(of, { participantRef: 'twice' })).rejects.toMatchObject({ kind: 'invalid' })
    await join(await programme('mentoring'), { participantRef: 'Twice' })
    await end(first, '2022-01-01')
    const again = await join(of, { participantRef: 'Twice' })
    const person = await people.person()
    const sayWho = (reference: string) => act(reference, 'sayWho', { person }, 'youth_justice_manager')
    await sayWho(again)
    await expect(sayWho(await join(of))).rejects.toMatchObject(refused('person', again))
  })

  it('joins a full circle only with the reason, and only a circle there is', async () => {
    const circles = { circlesMost: '5', circleLeast: '8', circleMost: '16', planLeast: '', planMost: '' }
    const of = await programme('circles', circles)
    const add = (circle: string) =>
      people.act(
        'programme_provider',
        programmeRegister,
        'addCircle',
        { circle, circleSchool: 'Canal Street School', schoolYear: 'year9', circleFrom: '2021-09-06', counsellor: '' },
        of,
      )
    await add('C-1')
    await add('C-2')
    await expect(join(of, { circle: 'C-9' })).rejects.toMatchObject(refused('circle', 'no circle of this name'))
    for (let n = 0; n < 16; n += 1) await join(of, { circle: 'C-1' })
    await expect(join(of, { circle: 'C-1' })).rejects.toMatchObject(
      refused('whyOver', '16 in this circle, and at most 16'),
    )
    await join(of, { circle: 'C-2' })
    await join(of, { circle: 'C-1', whyOver: 'His brother is in it' })
    expect((await figure('circle_people', year)).value).toBe(18)
  })
})

describe('who sees whom', () => {
  it('an organisation those in its own programmes, and nobody of another', async () => {
    const [own, other] = [
      await programme('mentoring'),
      await programme('mentoring', { provider: 'Metropolitan Police' }),
    ]
    const [mine, theirs] = [await join(own), await join(other, {}, 'programme_provider2')]
    const sees = (by: string, reference: string) => hidden.sees(by, participationRegister, reference)
    expect([await sees('programme_provider', mine), await sees('programme_provider', theirs)]).toEqual([true, false])
    expect([await sees('programme_provider2', mine), await sees('programme_provider2', theirs)]).toEqual([false, true])
    expect(await sees('screener', mine)).toBe(false)
    // Nor may it put anybody into a programme of another, of which it does not even know.
    await expect(join(other)).rejects.toMatchObject(refused('programme', 'no record'))
    await expect(contact(theirs, '2021-10-01', 'mentoring', '60')).rejects.toMatchObject({ kind: 'notFound' })
    const listed = await listRecords(world.engine, world.as('programme_provider2'), participationRegister, {
      ...emptyQuery,
      show: 'all',
    })
    expect(listed.total).toBe(1)
  })

  it('the analyst without reference, note, school or circle; the lead without the person', async () => {
    const one = await join(await programme('mentoring'), { school: 'Canal Street School' })
    await act(one, 'sayWho', { person: await people.person() }, 'youth_justice_manager')
    const keys = async (by: string) =>
      Object.keys((await readRecord(world.engine, world.as(by), participationRegister, one)).held.row)
    for (const name of ['participantRef', 'school', 'circle', 'person', 'endNote'])
      expect(await keys('analyst'), name).not.toContain(name)
    expect(await keys('youth_safety_lead')).not.toContain('person')
    expect(await keys('programme_provider')).not.toContain('person')
    expect(await keys('youth_justice_manager')).toContain('person')
  })

  it('keeps a young person nobody may know of from all but the organisation that works with them, in figures too', async () => {
    const of = await programme('transitions')
    const [one, person] = [await join(of), await people.person()]
    await act(one, 'sayWho', { person }, 'youth_justice_manager')
    const before = Number((await figure('transitions_people', year)).value)
    await hidden.hide(person)
    for (const by of ['youth_safety_lead', 'youth_justice_manager', 'analyst'])
      expect(await hidden.sees(by, participationRegister, one), by).toBe(false)
    expect(await hidden.sees('programme_provider', participationRegister, one)).toBe(true)
    expect(Number((await figure('transitions_people', year)).value)).toBe(before - 1)
  })
})

describe('figures of taking part', () => {
  it('count young people, one-to-one contacts and full hours of mentoring, as counted by hand', async () => {
    const [before, of] = [Number((await figure('mentoring_people', year)).value), await programme('mentoring')]
    const [one, two, offered, mistaken] = [
      await join(of, { sex: 'male' }),
      await join(of, { sex: 'female' }),
      await join(of, { startedOn: '' }),
      await join(of),
    ]
    await contact(one, '2021-10-01', 'mentoring', '90')
    await contact(two, '2021-10-02', 'mentoring', '45')
    await contact(one, '2021-10-03', 'mentoring', '50')
    await contact(one, '2021-10-04', 'oneToOne', '300')
    await contact(one, '2021-10-05', 'telephone', '300')
    await contact(two, '2022-09-01', 'mentoring', '600')
    await contact(mistaken, '2021-10-01', 'mentoring', '600')
    await act(mistaken, 'markMistaken', { mistakenWhy: 'x' })
    // 90 + 45 + 50 = 185 minutes: three full hours. The first is reached on the 1st, the second on the 2nd, the third on the 3rd.
    expect((await figure('mentoring_hours', year)).value).toBe(3)
    expect((await figure('one_to_one_contacts', year)).value).toBe(4)
    expect((await figure('mentoring_people', year)).value).toBe(before + 2)
    const bySex = await breakdownOf(world.engine, world.as('youth_safety_lead'), 'mentoring_hours', {
      period: year,
      by: 'sex',
    })
    expect(bySex.rows.filter(({ value }) => value !== 0).map(({ code, value }) => [code, value])).toEqual([
      ['female', 1],
      ['male', 2],
    ])
    const cases = await casesOf(world.engine, world.as('youth_safety_lead'), 'mentoring_hours', { period: year })
    expect(cases.cases.map(({ reference }) => reference)).toEqual([one, one, two].sort())
    // Asked for twelve months at once, hours are those of each month, and nothing is left over from the one before.
    const months = await Promise.all(
      ['month:2021-10', 'month:2022-09'].map(period => figure('mentoring_hours', period)),
    )
    expect(months.map(one => one.value)).toEqual([3, 10])
    await end(offered, '2022-01-01').catch(error => expect(error.kind).toBe('conflict'))
  })

  it('take answers as the base of a share, and no one who did not answer', async () => {
    const of = await programme('parentTraining', { audience: 'parents' })
    const parents = await Promise.all(Array.from({ length: 6 }, () => join(of, { participant: 'parent' })))
    const answers = ['agree', 'agree', 'agree', 'neither', 'disagree']
    for (const [n, answer] of answers.entries()) await say(`${parents[n]}`, 'practicalKnowledge', answer)
    await say(`${parents[0]}`, 'supportMyChild', 'agree')
    await say(`${parents[5]}`, 'practicalKnowledge', 'agree', '2022-09-01')
    expect(await figure('training_practical_knowledge', year)).toEqual({ value: 60, parts: [3, 5] })
    expect(await figure('training_support_my_child', year)).toEqual({ value: 100, parts: [1, 1] })
    // Few answers: hidden from those who may not open them.
    expect((await figure('training_practical_knowledge', year, 'scrutineer')).value).toBe('[c]')
  })

  it('tell places begun from places offered, champions to date, and sessions attended', async () => {
    const period = 'report_year:2019-20'
    const of = await programme('parentChampions', { audience: 'parents' })
    const at = { participant: 'parent', offeredOn: '2020-02-01' }
    const [trained, left, never] = [
      await join(of, { ...at, startedOn: '2020-02-10' }),
      await join(of, { ...at, startedOn: '2020-02-10' }),
      await join(of, { ...at, startedOn: '' }),
    ]
    await end(trained, '2020-08-31')
    await end(left, '2020-06-01', { outcome: 'left' })
    await act(never, 'sayNotTaken', { notTakenWhy: 'noAnswer' })
    expect((await figure('programme_offers_begun', period)).parts).toEqual([2, 3])
    expect((await figure('parent_champions_trained', period)).value).toBe(1)
    expect((await figure('parent_champions_trained', 'report_year:2020-21')).value).toBe(1)
    const project = await programme('transitions')
    const [one, two] = [await join(project), await join(project)]
    await end(one, '2022-07-20', { sessionsOffered: '10', sessionsCame: '9' })
    await end(two, '2022-07-20', { sessionsOffered: '4', sessionsCame: '1' })
    expect((await figure('transitions_attendance', year)).parts).toEqual([10, 14])
  })
})

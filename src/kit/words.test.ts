import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { at, now, setNow, today } from './clock.ts'
import { canonical, digest } from './digest.ts'
import { dueWords } from './dueWords.ts'
import { isId, newId } from './ids.ts'
import { camelToSnake, midSentence, oneOf, plural, snakeToCamel, wordsOf } from './names.ts'
import {
  comparable,
  daysIn,
  inPeriod,
  monthsOf,
  period,
  periodBetween,
  periodHolding,
  periodKinds,
  previousPeriod,
  quartersOf,
} from './periods.ts'
import { isSchoolDay, nextSchoolDayStart, type SchoolCalendar } from './schoolDays.ts'

describe('what is due', () => {
  const at2pm = '2026-11-26T14:00:00.000Z'
  it.each([
    ['2026-11-26T13:20:00.000Z', 'Overdue by 40 minutes', 'overdue'],
    ['2026-11-26T13:59:30.000Z', 'Overdue by 1 minute', 'overdue'],
    ['2026-11-26T12:00:00.000Z', 'Overdue by 2 hours', 'overdue'],
    ['2026-11-24T13:00:00.000Z', 'Overdue by 2 days', 'overdue'],
    ['2026-11-26T14:00:00.000Z', 'Due today, 2pm', 'soon'],
    ['2026-11-26T16:00:00.000Z', 'Due today, 4pm', 'soon'],
    ['2026-11-26T16:10:00.000Z', 'Due today, 4:10pm', 'later'],
    ['2026-11-27T11:00:00.000Z', 'Due tomorrow, 11am', 'later'],
    ['2026-12-04T11:00:00.000Z', 'Due Friday 4 December, 11am', 'later'],
    ['2027-01-04T11:00:00.000Z', 'Due Monday 4 January 2027, 11am', 'later'],
  ])('%s: %s', (dueAt, words, kind) => expect(dueWords(dueAt, at2pm)).toEqual({ words, kind }))

  it.each([
    ['2026-11-24T23:59:59.999Z', 'Overdue by 2 days', 'overdue'],
    ['2026-11-26T23:59:59.999Z', 'Due today', 'soon'],
    ['2026-11-27T23:59:59.999Z', 'Due tomorrow', 'later'],
    ['2026-12-04T23:59:59.999Z', 'Due 4 December 2026', 'later'],
  ])('by the end of %s: %s', (dueAt, words, kind) =>
    expect(dueWords(dueAt, at2pm, { wholeDay: true })).toEqual({ words, kind }),
  )
})

describe('periods', () => {
  it.each([
    [
      '2021-22',
      'financial_year:2021-22',
      '2021-04-01',
      '2022-03-31',
      'April 2021 to March 2022 (financial year 2021-22)',
    ],
    [
      'report-year:2021-22',
      'report_year:2021-22',
      '2021-09-01',
      '2022-08-31',
      'September 2021 to August 2022 (report year 2021-22)',
    ],
    ['2021', 'calendar_year:2021', '2021-01-01', '2021-12-31', 'January 2021 to December 2021 (calendar year 2021)'],
    ['2021-04', 'month:2021-04', '2021-04-01', '2021-04-30', 'April 2021'],
    [
      '2021-22-Q4',
      'quarter:2021-22-Q4',
      '2022-01-01',
      '2022-03-31',
      'January 2022 to March 2022 (quarter 4 of financial year 2021-22)',
    ],
    ['week:2021-04-05', 'week:2021-04-05', '2021-04-05', '2021-04-11', 'Week from 5 April 2021 to 11 April 2021'],
    [
      'rolling-12-months:2024-02-29',
      'rolling_12_months:2024-02-29',
      '2023-03-01',
      '2024-02-29',
      '12 months to 29 February 2024',
    ],
    [
      'financial-year:1999-2000',
      'financial_year:1999-00',
      '1999-04-01',
      '2000-03-31',
      'April 1999 to March 2000 (financial year 1999-00)',
    ],
  ])('%s', (text, id, from, to, label) => expect(period(text)).toMatchObject({ id, from, to, label }))

  it.each([
    '2021-23',
    'month:2021-13',
    'week:2021-04-06',
    'decade:2020',
    '',
    'soon',
    'financial-year:soon',
    'rolling-12-months:2023-02-29',
    'month:0021-04',
  ])('that are none are refused with what would be right: "%s"', text =>
    expect(() => period(text)).toThrow(/is no period\. A .* is written|names no kind of period/),
  )

  it('follow each other without gap or overlap, and hold their days', () => {
    const kinds = periodKinds.map(one => one.kind).filter(kind => kind !== 'rolling_12_months')
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
      .map(one => one.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(...kinds), day, (kind, on) => {
        const here = periodHolding(kind, on)
        expect(inPeriod(here, on)).toBe(true)
        expect(period(here.id)).toEqual(here)
        expect(previousPeriod(here).toInstant).toBe(here.fromInstant)
        expect(daysIn(here)).toBeGreaterThan(6)
      }),
    )
  })

  it.each([
    ['2021-04-01', '2022-03-31', 'financial_year:2021-22'],
    ['2021-09-01', '2022-08-31', 'report_year:2021-22'],
    ['2021-01-01', '2021-12-31', 'calendar_year:2021'],
    ['2022-02-01', '2022-02-28', 'month:2022-02'],
    ['2022-01-01', '2022-03-31', 'quarter:2021-22-Q4'],
    ['2022-03-01', '2022-09-30', undefined],
  ])('from %s to %s is %s', (from, to, id) => expect(periodBetween(from, to)?.id).toBe(id))

  it('have twelve months and four quarters, and stand beside their own kind only', () => {
    expect(monthsOf(period('2021-22'))).toHaveLength(12)
    expect(quartersOf(period('2021-22')).map(one => one.id)).toEqual([1, 2, 3, 4].map(n => `quarter:2021-22-Q${n}`))
    expect(monthsOf(period('week:2021-04-05'))).toEqual([])
    expect(comparable(period('2021-22'), period('report-year:2021-22'))).toBe(false)
    // The hour of summer time belongs to the day of London, not of Greenwich.
    expect(period('month:2021-04')).toMatchObject({
      fromInstant: '2021-03-31T23:00:00.000Z',
      toInstant: '2021-04-30T23:00:00.000Z',
    })
  })
})

describe('school days', () => {
  const school: SchoolCalendar = {
    dayStart: '08:45',
    terms: [
      { from: '2026-09-02', to: '2026-12-18' },
      { from: '2027-01-04', to: '2027-02-12' },
    ],
    closures: [{ from: '2026-10-26', to: '2026-10-30' }],
  }
  it.each([
    ['before the first bell', '2026-11-26T08:44:00.000Z', '2026-11-26T08:45:00.000Z', false],
    ['at the first bell', '2026-11-26T08:45:00.000Z', '2026-11-27T08:45:00.000Z', false],
    ['on a Friday night', '2026-11-27T23:30:00.000Z', '2026-11-30T08:45:00.000Z', false],
    ['in half-term', '2026-10-24T22:30:00.000Z', '2026-11-02T08:45:00.000Z', false],
    ['over Christmas', '2026-12-18T20:00:00.000Z', '2027-01-04T08:45:00.000Z', false],
    ['after the last term it knows', '2027-02-12T20:00:00.000Z', '2027-02-15T08:45:00.000Z', true],
    ['before the first', '2026-08-20T20:00:00.000Z', '2026-08-21T07:45:00.000Z', true],
  ])('%s', (_name, instant, start, provisional) =>
    expect(nextSchoolDayStart(school, instant)).toEqual({ at: start, provisional }),
  )

  it('without a calendar are weekdays that are no bank holidays, and say so', () => {
    expect(nextSchoolDayStart(undefined, '2026-12-24T20:00:00.000Z')).toEqual({
      at: '2026-12-29T09:00:00.000Z',
      provisional: true,
    })
    expect(isSchoolDay(school, '2026-10-28')).toBe(false)
    expect(isSchoolDay(school, '2026-11-28')).toBe(false)
  })
})

describe('names, digests and ids', () => {
  it('puts titles inside sentences with the capitals they keep', () => {
    expect(
      ['Contacts', 'Agency checks', 'Operation Encompass notifications', 'MASH checks', 'Section 11 returns', ''].map(
        midSentence,
      ),
    ).toEqual([
      'contacts',
      'agency checks',
      'Operation Encompass notifications',
      'MASH checks',
      'section 11 returns',
      '',
    ])
  })

  it('say one of several', () => {
    expect(['days', 'working days', 'children', 'people', 'times, on different days', 'of 25'].map(oneOf)).toEqual([
      'day',
      'working day',
      'child',
      'person',
      'times, on different days',
      'of 25',
    ])
  })

  it('go from camelCase to snake_case and back', () => {
    const code = fc.stringMatching(/^[a-z][a-z0-9]{0,6}([A-Z][a-z0-9]{0,6}){0,4}$/)
    fc.assert(
      fc.property(code, one => {
        expect(snakeToCamel(camelToSnake(one))).toBe(one)
      }),
    )
    expect(wordsOf('seenAlone')).toBe('Seen alone')
    expect([plural(1, 'child'), plural(2, 'child'), plural(1204, 'agency'), plural(0, 'check')]).toEqual([
      '1 child',
      '2 children',
      '1,204 agencies',
      '0 checks',
    ])
  })

  it('are one digest for one text, however it is composed, and one canonical form for equal values', () => {
    // FIPS 180-4, example "abc".
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(digest('e\u0301')).toBe(digest('é'))
    expect(canonical({ b: [1, { d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[1,{"d":1}]}')
    expect(canonical(undefined)).toBe('null')
  })

  it('are ids only in their own form', () => {
    expect(isId(newId())).toBe(true)
    expect(['', 'x', `${newId()} `, `${newId()}' or true`].some(isId)).toBe(false)
  })
})

describe('the clock', () => {
  afterEach(() => {
    setNow(null)
    delete process.env.CANOPY_NOW
  })
  it('is fixed by a test, by the environment, or goes by itself', async () => {
    process.env.CANOPY_NOW = '2026-06-30T23:30:00Z'
    expect([now(), today()]).toEqual(['2026-06-30T23:30:00.000Z', '2026-07-01'])
    expect(at('2020-01-01T00:00:00.000Z', now)).toBe('2020-01-01T00:00:00.000Z')
    expect(await at('2020-01-01T00:00:00.000Z', async () => now())).toBe('2020-01-01T00:00:00.000Z')
    expect(() =>
      at('2020-01-01T00:00:00.000Z', () => {
        throw new Error('x')
      }),
    ).toThrow('x')
    expect(now()).toBe('2026-06-30T23:30:00.000Z')
    process.env.CANOPY_NOW = 'soon'
    expect(now).toThrow('CANOPY_NOW is "soon"; it should be a moment such as 2026-11-24T09:00:00Z')
  })
})

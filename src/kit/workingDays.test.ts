import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import loaded from './bankHolidays.json' with { type: 'json' }
import { assertYearLoaded, bankHolidays, bankHolidayYears, ruleHolidays } from './bankHolidays.ts'
import { dayNumber, dayOfNumber } from './calendar.ts'
import { addDays, addHours, addMonths, addWeeks, daysBetween, toInstant, weekday } from './dates.ts'
import examples from './workedExamples.json' with { type: 'json' }
import {
  addWorkingDays,
  addWorkingHours,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  workingMinutesBetween,
} from './workingDays.ts'

const hours = { opens: '09:00', closes: '17:00' }
// Away from the ends of the loaded years, so that no answer leaves them.
const anyDay = fc.integer({ min: dayNumber('1992-01-01'), max: dayNumber('2026-01-01') }).map(dayOfNumber)

type Worked = (typeof examples.codes)[number] & {
  readonly start?: string
  readonly limit?: string
  readonly deadline?: string
}

/** Computes the end of a worked example by the kit, in the unit the example names. */
const ends = (start: string, limit: string): string => {
  const [n = '', ...unit] = limit.split(' ')
  switch (unit.join(' ')) {
    case 'working days':
      return addWorkingDays(start, Number(n))
    case 'calendar months':
      return addMonths(start, Number(n))
    case 'calendar days':
      return addDays(start, Number(n))
    case 'hours':
      return addHours(toInstant(start), Number(n))
    default:
      throw new Error(`An example in ${unit.join(' ')}, which this test does not know`)
  }
}

describe('worked examples of the rulebook', () => {
  const withLimit = examples.codes.filter((one): one is Worked => 'limit' in one)

  it('are all of a kind that is tested here', () => {
    expect(withLimit.length + examples.codes.filter(one => 'is_rereferral' in one).length).toBe(examples.codes.length)
    expect(examples.codes.length).toBe(27)
  })

  it.each(withLimit.map(one => [`${one.rule}: ${one.description}, ${one.limit}`, one] as const))('%s', (_name, one) => {
    const due = ends(one.start ?? '', one.limit ?? '')
    expect(due).toBe(one.deadline?.includes('T') ? toInstant(one.deadline) : one.deadline)
    if ('elapsed_at_deadline' in one) {
      expect(workingDaysBetween(one.start ?? '', due)).toBe(one.elapsed_at_deadline)
      expect(workingDaysBetween(one.start ?? '', nextWorkingDay(due))).toBe(Number(one.elapsed_at_deadline) + 1)
    }
  })

  it.each(examples.codes.flatMap(one => ('is_rereferral' in one ? [[one.description, one] as const] : [])))(
    're-referral: %s',
    (_name, one) => {
      const within = String(one.new_referral) < addMonths(String(one.previous_referral), 12)
      expect(within).toBe(one.is_rereferral)
    },
  )
})

describe('working days', () => {
  it('between two days are those added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (day, n) => {
        const end = addWorkingDays(day, n)
        expect(isWorkingDay(end)).toBe(true)
        expect(workingDaysBetween(day, end)).toBe(n)
        expect(workingDaysBetween(end, day)).toBe(-n)
      }),
      { numRuns: 1500 },
    )
  })

  it('are counted as one counts on a calendar, forwards and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (day, n) => {
        let [count, forwards, back] = [0, day, day]
        for (let at = 1; at <= n; at += 1) if (isWorkingDay(addDays(day, at))) count += 1
        expect(workingDaysBetween(day, addDays(day, n))).toBe(count)
        for (let left = n; left > 0; forwards = addDays(forwards, 1)) if (isWorkingDay(addDays(forwards, 1))) left -= 1
        expect(addWorkingDays(day, n)).toBe(forwards)
        for (let left = n; left > 0; back = addDays(back, -1)) if (isWorkingDay(addDays(back, -1))) left -= 1
        expect(addWorkingDays(day, -n)).toBe(back)
      }),
      { numRuns: 400 },
    )
  })

  it('are no Saturdays, Sundays or bank holidays, and weeks are seven days', () => {
    for (const { day } of bankHolidays) expect(isWorkingDay(day), day).toBe(false)
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(addWeeks('2026-11-26', 6)).toBe('2027-01-07')
  })

  it('of a year that is not loaded stop with its name, never with a wrong answer', () => {
    const message = /bank holidays of 2028 are not loaded \(1990 to 2027 are\)/
    expect(() => addWorkingDays('2027-12-31', 1)).toThrow(message)
    expect(() => isWorkingDay('2028-01-04')).toThrow(message)
    expect(() => workingDaysBetween('2027-12-01', '2028-01-04')).toThrow(message)
    expect(() => assertYearLoaded('1989-12-31')).toThrow(/1989/)
    expect(() => addWorkingDays('2026-11-26', 1.5)).toThrow('1.5 is not a whole number of working days')
  })
})

describe('bank holidays', () => {
  /** Days proclaimed for one year, or moved in it (royal proclamations; the list itself names them). */
  const moved: Readonly<Record<string, { not: string[]; but: string[] }>> = {
    2020: { not: ['2020-05-04'], but: ['2020-05-08'] },
    2022: { not: ['2022-05-30'], but: ['2022-06-02', '2022-06-03', '2022-09-19'] },
    2023: { not: [], but: ['2023-05-08'] },
  }

  it('by rule are those loaded, with the days proclaimed', () => {
    for (let year = 2015; year <= 2027; year += 1) {
      const listed = loaded.codes.map(one => one.date).filter(day => day.startsWith(`${year}`))
      const { not = [], but = [] } = moved[year] ?? {}
      const byRule = ruleHolidays(year)
        .map(one => one.day)
        .filter(day => !not.includes(day))
      expect([...byRule, ...but].sort(), `${year}`).toEqual(listed)
    }
  })

  it('are on the weekday the list says, in order, each once', () => {
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    for (const { date, weekday: name } of loaded.codes) expect(names[weekday(date) - 1], date).toBe(name)
    const days = bankHolidays.map(one => one.day)
    expect([...new Set(days)].sort()).toEqual(days)
    expect(bankHolidayYears).toEqual({ from: 1990, to: 2027 })
  })

  it('have Easter where the church has it (tables of the Book of Common Prayer)', () => {
    const sundays = [
      '1990-04-15',
      '1997-03-30',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
    ]
    for (const sunday of sundays) {
      const days = ruleHolidays(Number(sunday.slice(0, 4))).map(one => one.day)
      expect(days).toContain(addDays(sunday, -2))
      expect(days).toContain(addDays(sunday, 1))
    }
  })
})

describe('working hours', () => {
  it.each([
    ['within a day', '2026-11-26T09:00:00.000Z', 4, '2026-11-26T13:00:00.000Z'],
    ['before opening', '2026-11-26T06:00:00.000Z', 1, '2026-11-26T10:00:00.000Z'],
    ['to closing time exactly', '2026-11-26T09:00:00.000Z', 8, '2026-11-26T17:00:00.000Z'],
    ['over night', '2026-11-26T16:00:00.000Z', 2, '2026-11-27T10:00:00.000Z'],
    ['over a weekend', '2026-11-27T16:30:00.000Z', 1, '2026-11-30T09:30:00.000Z'],
    ['from a Saturday', '2026-11-28T12:00:00.000Z', 8, '2026-11-30T17:00:00.000Z'],
    ['over Easter and the change of the clocks', '2024-03-28T16:00:00.000Z', 2, '2024-04-02T09:00:00.000Z'],
    ['three days', '2026-11-26T12:00:00.000Z', 24, '2026-12-01T12:00:00.000Z'],
    ['nothing at night', '2026-11-26T22:00:00.000Z', 0, '2026-11-26T22:00:00.000Z'],
  ])('%s', (_name, start, n, due) => expect(addWorkingHours(start, n, hours)).toBe(due))

  it('between two moments are those added', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(anyDay, minute, fc.integer({ min: 1, max: 60 * 200 }), (day, at, minutes) => {
        const start = addHours(`${day}T00:00:00.000Z`, at / 60)
        const due = addWorkingHours(start, minutes / 60, hours)
        expect(workingMinutesBetween(start, due, hours)).toBe(minutes)
        expect(workingMinutesBetween(due, start, hours)).toBe(-minutes)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuse what means nothing', () => {
    expect(() => addWorkingHours('2026-11-26T09:00:00.000Z', -1, hours)).toThrow('-1 is not a number of working hours')
    expect(() => addWorkingHours('2026-11-26T09:00:00.000Z', 1, { opens: '17:00', closes: '09:00' })).toThrow(
      /must open before they close/,
    )
    expect(daysBetween('2026-11-26', '2026-11-26')).toBe(0)
  })
})

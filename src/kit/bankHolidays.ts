import loaded from './bankHolidays.json' with { type: 'json' }
import { addDays, type Day, weekday } from './dates.ts'

export interface BankHoliday {
  readonly day: Day
  readonly name: string
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const firstLoaded = yearOf(loaded.codes[0]?.date ?? '')
const lastLoaded = yearOf(loaded.codes.at(-1)?.date ?? '')

/** First year computed by rule: nobody whose clocks are kept here was in care before it. */
const firstComputed = 1990

/** Years for which England's bank holidays are known. */
export const bankHolidayYears = { from: firstComputed, to: lastLoaded } as const

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 1876). */
const easter = (year: number): Day => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`
}

const nextMonday = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7)
const lastMonday = (day: Day): Day => addDays(day, -(weekday(day) - 1))

/** The bank holidays of a year by the standing rules, without those proclaimed for one year. Exported for its test. */
export const ruleHolidays = (year: number): BankHoliday[] => {
  const good = addDays(easter(year), -2)
  const newYear = `${year}-01-01`
  const christmas = `${year}-12-25`
  const on = weekday(christmas)
  return [
    { day: weekday(newYear) > 5 ? nextMonday(newYear) : newYear, name: "New Year's Day" },
    { day: good, name: 'Good Friday' },
    { day: addDays(good, 3), name: 'Easter Monday' },
    { day: nextMonday(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: lastMonday(`${year}-05-31`), name: 'Spring bank holiday' },
    { day: lastMonday(`${year}-08-31`), name: 'Summer bank holiday' },
    // A Christmas or Boxing Day at the weekend has a substitute on the next weekday that is free.
    { day: on > 5 ? `${year}-12-27` : christmas, name: 'Christmas Day' },
    { day: on === 5 || on === 6 ? `${year}-12-28` : `${year}-12-26`, name: 'Boxing Day' },
  ]
}

/** Proclamations under the Banking and Financial Dealings Act 1971 before the first loaded year (own knowledge, grade B). */
const proclaimed: Readonly<Record<number, { readonly not: readonly Day[]; readonly but: readonly BankHoliday[] }>> = {
  1995: { not: ['1995-05-01'], but: [{ day: '1995-05-08', name: 'Early May bank holiday (VE Day)' }] },
  1999: { not: [], but: [{ day: '1999-12-31', name: 'Millennium bank holiday' }] },
  2002: {
    not: ['2002-05-27'],
    but: [
      { day: '2002-06-03', name: 'Golden Jubilee bank holiday' },
      { day: '2002-06-04', name: 'Spring bank holiday' },
    ],
  },
  2011: { not: [], but: [{ day: '2011-04-29', name: 'Royal wedding bank holiday' }] },
  2012: {
    not: ['2012-05-28'],
    but: [
      { day: '2012-06-04', name: 'Spring bank holiday' },
      { day: '2012-06-05', name: 'Diamond Jubilee bank holiday' },
    ],
  },
}

const computed = (year: number): BankHoliday[] => {
  const { not = [], but = [] } = proclaimed[year] ?? {}
  return [...ruleHolidays(year).filter(one => !not.includes(one.day)), ...but]
}

/**
 * England's bank holidays in order of day (TC-01). From 2015 the list loaded from bankHolidays.json, which names its
 * sources; from 1990 to 2014 computed, for the clocks of people who have been known for long.
 */
export const bankHolidays: readonly BankHoliday[] = [
  ...Array.from({ length: firstLoaded - firstComputed }, (_, index) => computed(firstComputed + index)).flat(),
  ...loaded.codes.map(({ date, name }) => ({ day: date, name })),
].sort((a, b) => (a.day < b.day ? -1 : 1))

/** Throws a plain Error, naming the year, when the bank holidays of that day's year are not known. */
export const assertYearLoaded = (day: Day): void => {
  const year = yearOf(day)
  if (year >= firstComputed && year <= lastLoaded) return
  throw new Error(
    `The bank holidays of ${year} are not loaded (${firstComputed} to ${lastLoaded} are), so working days in ${year} cannot be counted`,
  )
}

import { assertYearLoaded, bankHolidays } from './bankHolidays.ts'
import { dayNumber, dayOfNumber } from './calendar.ts'
import { type Day, type Instant, instantOf, instantOfMillis, londonDay, millisOf } from './dates.ts'
import { remembering } from './remember.ts'

const holidays = bankHolidays.map(one => dayNumber(one.day)).filter(number => weekdayIndex(number) < 5)
const isHoliday = new Set(holidays)

/** 0 for Monday to 6 for Sunday. */
function weekdayIndex(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}

/** How many bank holidays on weekdays lie on or before a day. */
const holidaysUpTo = (number: number): number => {
  let [low, high] = [0, holidays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((holidays[middle] as number) <= number) low = middle + 1
    else high = middle
  }
  return low
}

/** Working days from a fixed Monday long ago up to and including a day; differences of it count working days. */
const workingDaysUpTo = (number: number): number => {
  const shifted = number + 3
  return Math.floor(shifted / 7) * 5 + Math.min(weekdayIndex(number) + 1, 5) - holidaysUpTo(number)
}

const numberOf = (day: Day): number => {
  const number = dayNumber(day)
  assertYearLoaded(day)
  return number
}

const isWorkingNumber = (number: number): boolean => weekdayIndex(number) < 5 && !isHoliday.has(number)

/** Monday to Friday and no bank holiday in England (TC-01). Throws when the year's bank holidays are not loaded. */
export const isWorkingDay = (day: Day): boolean => isWorkingNumber(numberOf(day))

/**
 * The n-th working day after a day, the day itself not counted (TC-02); 0 gives the day itself, a negative n counts back.
 * Throws when n is no whole number or the answer lies beyond the loaded bank holidays.
 */
export const addWorkingDays = (day: Day, n: number): Day => {
  if (!Number.isInteger(n)) throw new Error(`${n} is not a whole number of working days`)
  const start = numberOf(day)
  if (n === 0) return day
  const step = n > 0 ? 1 : -1
  // Whole weeks first, which hold at most five working days each; at least one day is left to walk to.
  let number = start + 7 * Math.trunc((n - step) / 5)
  let left = Math.abs(n - passed(start, number, step))
  while (left > 0) {
    number += step
    if (isWorkingNumber(number)) left -= 1
  }
  const answer = dayOfNumber(number)
  assertYearLoaded(answer)
  return answer
}

/** Working days passed going from one day to another, the first not counted; negative when going back. */
const passed = (from: number, to: number, step: number): number =>
  step > 0 ? workingDaysUpTo(to) - workingDaysUpTo(from) : workingDaysUpTo(to - 1) - workingDaysUpTo(from - 1)

/**
 * Working days strictly after the start up to and including the end (TC-02). When the end comes first, the negative of
 * the count the other way round.
 */
export const workingDaysBetween = (start: Day, end: Day): number =>
  workingDaysUpTo(numberOf(end)) - workingDaysUpTo(numberOf(start))

/** The first working day after a day. */
export const nextWorkingDay = (day: Day): Day => addWorkingDays(day, 1)

/** Opening hours on working days, London time 'HH:MM'. */
export interface OpeningHours {
  readonly opens: string
  readonly closes: string
}

/** For each set of hours, opening and closing of days in milliseconds. */
const openings = new WeakMap<OpeningHours, (day: Day) => { opens: number; closes: number }>()

const openOn = (day: Day, hours: OpeningHours): { opens: number; closes: number } => {
  const of = openings.get(hours) ?? remembering((one: Day) => openingOf(one, hours))
  openings.set(hours, of)
  return of(day)
}

const openingOf = (day: Day, hours: OpeningHours): { opens: number; closes: number } => {
  const [opens, closes] = [millisOf(instantOf(day, hours.opens)), millisOf(instantOf(day, hours.closes))]
  if (!(opens < closes))
    throw new Error(`Opening hours must open before they close, not ${hours.opens} to ${hours.closes}`)
  return { opens, closes }
}

/** Milliseconds of opening a day still has at a moment. */
const leftOn = (day: Day, millis: number, hours: OpeningHours): number => {
  const { opens, closes } = openOn(day, hours)
  return isWorkingDay(day) ? Math.max(0, closes - Math.max(millis, opens)) : 0
}

/**
 * The moment n working hours later: only the opening hours of working days count (the "hours calendar" of TC-04). Outside them the count starts at
 * the next opening; an hour that ends at closing time ends that day. 0 hours gives the moment itself.
 */
export const addWorkingHours = (instant: Instant, n: number, hours: OpeningHours): Instant => {
  if (!(n >= 0)) throw new Error(`${n} is not a number of working hours`)
  const [start, day] = [millisOf(instant), londonDay(instant)]
  const need = Math.round(n * 3_600_000)
  const left = leftOn(day, start, hours)
  if (need === 0) return instantOfMillis(start)
  if (need <= left) return instantOfMillis(Math.max(start, openOn(day, hours).opens) + need)
  const { opens, closes } = openOn(day, hours)
  const wholeDays = Math.ceil((need - left) / (closes - opens)) - 1
  const last = addWorkingDays(day, wholeDays + 1)
  return instantOfMillis(openOn(last, hours).opens + need - left - wholeDays * (closes - opens))
}

/** Minutes of opening time between two moments, to the nearest minute; negative when the end comes first. */
export const workingMinutesBetween = (from: Instant, to: Instant, hours: OpeningHours): number => {
  if (millisOf(to) < millisOf(from)) return -workingMinutesBetween(to, from, hours)
  const [first, last] = [londonDay(from), londonDay(to)]
  const { opens, closes } = openOn(first, hours)
  const days = workingDaysBetween(first, last)
  const millis = leftOn(first, millisOf(from), hours) + days * (closes - opens) - leftOn(last, millisOf(to), hours)
  return Math.round(millis / 60_000)
}

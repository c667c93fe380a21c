import { addDays, type Day, daysBetween, type Instant, instantOf, londonDay, londonTime } from './dates.ts'
import { addWorkingDays, isWorkingDay } from './workingDays.ts'

/** Days from and to, both included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** When one school meets (OE-03): its terms, the days in them on which it is closed (half-term, INSET, polling), its first bell. */
export interface SchoolCalendar {
  /** London time 'HH:MM' of the first session. */
  readonly dayStart: string
  readonly terms: readonly DayRange[]
  readonly closures: readonly DayRange[]
}

/** Used where a school's calendar is not loaded. */
const usualStart = '09:00'

/** The longest holiday of a school; a longer gap means that a term is missing from the calendar. */
const longestHoliday = 8 * 7

const within = (day: Day, ranges: readonly DayRange[]): boolean => ranges.some(one => one.from <= day && day <= one.to)

/** Whether that school meets on a day. Weekends and bank holidays are no school days even inside a term (TC-06). */
export const isSchoolDay = (calendar: SchoolCalendar, day: Day): boolean =>
  within(day, calendar.terms) && !within(day, calendar.closures) && isWorkingDay(day)

/** The first school day on or after a day, or undefined where the calendar does not reach. */
const schoolDayFrom = (calendar: SchoolCalendar, day: Day): Day | undefined => {
  if (!calendar.terms.some(term => term.from <= day)) return undefined
  for (let next = day; daysBetween(day, next) <= longestHoliday; next = addDays(next, 1)) {
    if (isSchoolDay(calendar, next)) return next
  }
  return undefined
}

/**
 * The start of the next school day after an incident, before which Operation Encompass must reach the school (OE-01,
 * OE-03): of the same day when the school meets and its day had not begun, else of the first school day after it. Without a
 * calendar, or outside the terms it holds, the next weekday that is no bank holiday, marked provisional.
 */
export const nextSchoolDayStart = (
  calendar: SchoolCalendar | undefined,
  instant: Instant,
): { readonly at: Instant; readonly provisional: boolean } => {
  const start = calendar?.dayStart ?? usualStart
  const day = londonDay(instant)
  const earliest = londonTime(instant) < start ? day : addDays(day, 1)
  const known = calendar && schoolDayFrom(calendar, earliest)
  if (known !== undefined) return { at: instantOf(known, start), provisional: false }
  const weekday = isWorkingDay(earliest) ? earliest : addWorkingDays(earliest, 1)
  return { at: instantOf(weekday, start), provisional: true }
}

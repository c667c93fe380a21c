import type { Span } from '../../declare/clock.ts'
import {
  addDays,
  addHours,
  addMonths,
  type Day,
  daysBetween,
  type Instant,
  instantOf,
  londonDay,
  londonTime,
} from '../../kit/dates.ts'
import { nextSchoolDayStart, type SchoolCalendar } from '../../kit/schoolDays.ts'
import {
  addWorkingDays,
  addWorkingHours,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  workingMinutesBetween,
} from '../../kit/workingDays.ts'

/** Facts that due moments rest on besides the row: local settings by day, calendars of schools by the agency's id. */
export interface Calendars {
  readonly setting: (key: string, on: Day) => number
  readonly school: (agencyId: string) => SchoolCalendar | undefined
}

export interface Due {
  readonly dueAt: Instant
  readonly dueOn: Day
  readonly provisional: boolean
}

const wholeDays = ['workingDays', 'days', 'weeks', 'months']
export const isWholeDay = (span: Span): boolean => wholeDays.includes(span.unit)

/** The last millisecond of a London day: a thing due on a day is in time all through it. */
const endOf = (day: Day): Instant => addHours(instantOf(addDays(day, 1), '00:00'), -1 / 3_600_000)

/** Working hours of the front door; local policy (rulebook FD-07, grade D). */
export const officeHours = { opens: '09:00', closes: '17:00' }

const lengthOf = (span: Span, on: Day, calendars: Calendars): number =>
  'n' in span ? span.n : 'setting' in span ? calendars.setting(span.setting, on) : 0

/** Due moments worked out before: every deed of a record asks again for clocks that did not change. */
const known = new Map<string, Due>()

/** When a span that starts at an instant ends, on the England working calendar (TC-01 to TC-06), pauses added. */
export const dueAfter = (start: Instant, span: Span, pausedFor: number, calendars: Calendars, school?: string): Due => {
  const n = 'n' in span ? span.n : lengthOf(span, londonDay(start), calendars)
  // The length is part of the key, so a changed setting is never answered from before; schools' calendars may change.
  const rolls = 'onWorkingDay' in span
  const key = `${span.unit} ${n} ${pausedFor} ${rolls ? 'on' : ''} ${start}`
  const before = span.unit === 'nextSchoolDay' ? undefined : known.get(key)
  if (before) return before
  const due = workOut(start, span, n, pausedFor, calendars, school)
  if (known.size > 10_000) known.clear()
  known.set(key, due)
  return due
}

const workOut = (
  start: Instant,
  span: Span,
  n: number,
  pausedFor: number,
  calendars: Calendars,
  school: string | undefined,
): Due => {
  const day = londonDay(start)
  const onDay = (last: Day): Due => {
    const due = 'onWorkingDay' in span && !isWorkingDay(last) ? nextWorkingDay(last) : last
    return { dueAt: endOf(due), dueOn: due, provisional: false }
  }
  const at = (dueAt: Instant, provisional = false): Due => ({ dueAt, dueOn: londonDay(dueAt), provisional })
  switch (span.unit) {
    case 'workingDays':
      return onDay(addWorkingDays(day, n + pausedFor))
    case 'workingDaysToTheHour': {
      const [from, time] = isWorkingDay(day) ? [day, londonTime(start)] : [nextWorkingDay(day), officeHours.opens]
      return at(addHours(instantOf(addWorkingDays(from, n), time), pausedFor / 60))
    }
    case 'days':
      return onDay(addDays(day, n + pausedFor))
    case 'weeks':
      return onDay(addDays(day, n * 7 + pausedFor))
    case 'months':
      return onDay(addDays(addMonths(day, n), pausedFor))
    case 'hours':
      return at(addHours(start, n + pausedFor / 60))
    case 'workingHours':
      return at(addWorkingHours(start, n + pausedFor / 60, officeHours))
    case 'nextSchoolDay': {
      const next = nextSchoolDayStart(school === undefined ? undefined : calendars.school(school), start)
      return at(next.at, next.provisional)
    }
  }
}

/** How long a clock of this span stood still, in the unit that `dueAfter` adds. */
export const pauseLength = (span: Span, from: Instant, to: Instant): number => {
  switch (span.unit) {
    case 'workingDays':
      return workingDaysBetween(londonDay(from), londonDay(to))
    case 'days':
    case 'weeks':
    case 'months':
      return daysBetween(londonDay(from), londonDay(to))
    case 'workingHours':
      return workingMinutesBetween(from, to, officeHours)
    default:
      return Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
  }
}

import { dayNumber, dayOfNumber, londonOffset, monthLength, pad, summerTime } from './calendar.ts'
import { remembering } from './remember.ts'

/** A plain date in Europe/London, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string

/** A moment in UTC with milliseconds, 'YYYY-MM-DDTHH:MM:SS.sssZ'. Instants compare as strings. */
export type Instant = string

const minute = 60_000
const hour = 3_600_000
const fullDay = 86_400_000

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const isoPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether text is a date that exists, written YYYY-MM-DD, of the year 1 or later. */
export const isDay = (text: string): text is Day => {
  const parts = dayPattern.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year, month)
}

/** Whether text is an Instant as this system writes it (UTC, milliseconds). */
export const isInstant = (text: string): text is Instant =>
  instantPattern.test(text) && isDay(text.slice(0, 10)) && isoPattern.test(text)

/** Reads an ISO moment with any offset ('2022-04-15T18:00:00+01:00') as an Instant; throws on anything else. */
export const toInstant = (text: string): Instant => {
  const parts = isoPattern.exec(text)
  if (!parts || !isDay(parts[1] ?? '')) throw new Error(`${text} is not a moment such as 2026-11-24T09:00:00Z`)
  return instantOfMillis(Date.parse(text))
}

/** Milliseconds since 1970 of a moment; throws when the text is none. */
export const millisOf = (instant: Instant): number => {
  const millis = Date.parse(instant)
  if (Number.isNaN(millis)) throw new Error(`${instant} is not a moment such as 2026-11-24T09:00:00.000Z`)
  return millis
}

/** The Instant of milliseconds since 1970. */
export const instantOfMillis = (millis: number): Instant => {
  const whole = Math.round(millis)
  const days = Math.floor(whole / fullDay)
  const rest = whole - days * fullDay
  const [hours, minutes] = [Math.floor(rest / hour), Math.floor((rest % hour) / minute)]
  const [seconds, thousandths] = [Math.floor((rest % minute) / 1000), rest % 1000]
  return `${dayOfNumber(days)}T${pad(hours)}:${pad(minutes)}:${pad(seconds)}.${pad(thousandths, 3)}Z`
}

/** The London wall clock of an instant, as if it were UTC: the first 10 letters are the day, letters 11 to 16 the time. */
const londonWall = remembering((instant: Instant): string => {
  const utc = instantPattern.test(instant) ? instant : toInstant(instant)
  const summer = summerTime(utc)
  if (summer === false) return utc
  if (summer === undefined) return instantOfMillis(millisOf(utc) + londonOffset(millisOf(utc)))
  const hours = Number(utc.slice(11, 13))
  return hours === 23
    ? `${addDays(utc.slice(0, 10), 1)}T00${utc.slice(13)}`
    : `${utc.slice(0, 11)}${pad(hours + 1)}${utc.slice(13)}`
})

/** The day it was in London at that moment (TC-01: count in London days, never UTC days). */
export const londonDay = (instant: Instant): Day => londonWall(instant).slice(0, 10)

/** The time on a London clock at that moment, 'HH:MM', 24 hours. */
export const londonTime = (instant: Instant): string => londonWall(instant).slice(11, 16)

/**
 * The moment a London clock showed that time. On the night clocks go forward a time that does not exist moves forward
 * by the hour that is lost (01:30 is 02:30); on the night they go back the earlier of the two is meant.
 */
export const instantOf = (day: Day, time: string): Instant => {
  if (!timePattern.test(time)) throw new Error(`${time} is not a time such as 16:05`)
  const wall = dayNumber(day) * fullDay + Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute
  // One hour first: of two moments with one wall clock the earlier is the one in summer time.
  const offset = [hour, 0].find(one => londonOffset(wall - one) === one)
  return instantOfMillis(wall - (offset ?? 0))
}

/** The day n calendar days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n)

/** The day n weeks of seven calendar days later (TC-05). */
export const addWeeks = (day: Day, n: number): Day => addDays(day, 7 * n)

/** The same date n calendar months later, or the last day of that month where it is shorter (TC-03). */
export const addMonths = (day: Day, n: number): Day => {
  dayNumber(day)
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(Number(day.slice(8)), monthLength(year, month)))}`
}

/** Calendar days from start to end; negative when the end comes first. */
export const daysBetween = (start: Day, end: Day): number => dayNumber(end) - dayNumber(start)

/** The moment n elapsed hours later, whatever the clocks do (TC-04). Fractions are kept to the millisecond. */
export const addHours = (instant: Instant, n: number): Instant => instantOfMillis(millisOf(instant) + n * hour)

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 => (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as 1

/**
 * Age in completed years; negative before birth. A person born on 29 February becomes a year older on 1 March in a year
 * without one.
 */
export const ageOn = (born: Day, day: Day): number => {
  dayNumber(born)
  dayNumber(day)
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

/** The school year (1 September to 31 August) a day falls in, '2026-27'. */
export const schoolYearOf = (day: Day): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
  return `${first}-${pad((first + 1) % 100)}`
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const weekdayNames = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** "September". */
export const monthName = (day: Day): string => {
  const name = monthNames[Number(day.slice(5, 7)) - 1]
  if (name === undefined || day.length !== 10) throw new Error(`${day} is not a day such as 2026-09-03`)
  return name
}

/** "Friday". */
export const weekdayName = (day: Day): string => weekdayNames[weekday(day) - 1] as string

/** "3 September 2026". */
export const formatDay = (day: Day): string => `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`

/** "3 Sep 2026", for tables. */
export const formatShortDay = (day: Day): string =>
  `${Number(day.slice(8))} ${monthName(day).slice(0, 3)} ${day.slice(0, 4)}`

/** "3 Sep, 4:05pm", for worklists; with the year where it is not the year of today. */
export const formatShortInstant = (instant: Instant, today: Day): string => {
  const wall = londonWall(instant)
  const day = formatShortDay(wall.slice(0, 10))
  return `${wall.slice(0, 4) === today.slice(0, 4) ? day.slice(0, -5) : day}, ${formatTime(wall.slice(11, 16))}`
}

/** "4:05pm", "11am", "12pm" for noon and "12am" for midnight, of a 24-hour 'HH:MM'. */
export const formatTime = (time: string): string => {
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)]
  return `${hours % 12 === 0 ? 12 : hours % 12}${minutes === '00' ? '' : `:${minutes}`}${hours < 12 ? 'am' : 'pm'}`
}

/** "3 September 2026 at 4:05pm", in London time. */
export const formatInstant = (instant: Instant): string => {
  const wall = londonWall(instant)
  return `${formatDay(wall.slice(0, 10))} at ${formatTime(wall.slice(11, 16))}`
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`

/** A person's age as people say it: "12 days", "7 weeks", "14 months", "15 years"; "not yet born" before the day of birth. */
export const formatRelativeAge = (born: Day, on: Day): string => {
  const days = daysBetween(born, on)
  if (days < 0) return 'not yet born'
  if (days < 28) return count(days, 'day')
  const months = 12 * ageOn(born, on) + monthsPastBirthday(born, on)
  if (months < 3) return count(Math.floor(days / 7), 'week')
  return months < 24 ? count(months, 'month') : count(ageOn(born, on), 'year')
}

const monthsPastBirthday = (born: Day, on: Day): number => {
  const months = Number(on.slice(5, 7)) - Number(born.slice(5, 7)) - (on.slice(8) < born.slice(8) ? 1 : 0)
  return ((months % 12) + 12) % 12
}

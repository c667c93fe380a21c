import { remembering } from './remember.ts'

// Arithmetic under dates.ts: day numbers and the clock of London. Import dates.ts instead; nothing here knows words.

const hour = 3_600_000

const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

export const pad = (n: number, width = 2): string => (width === 2 && two[n]) || String(n).padStart(width, '0')

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month, 1 for January. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)

/** Days since 1 January 1970 in the Gregorian calendar (Hinnant's days_from_civil). Throws when it is no date. */
export const dayNumber = remembering((day: string): number => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  if (day.length !== 10 || !(year >= 1) || !(date >= 1 && date <= monthLength(year, month))) {
    throw new Error(`${day} is not a day such as 2026-09-03`)
  }
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
})

/** The inverse of `dayNumber` (Hinnant's civil_from_days). */
export const dayOfNumber = remembering((number: number): string => {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}`
})

/** The rule in force since 1996: last Sunday of March to last Sunday of October, both at 01:00 UTC. */
const ruleSince = 1996

interface Summer {
  readonly from: string
  readonly to: string
}
const summers = new Map<number, Summer>()

const lastSunday = (year: number, month: number): string => {
  const last = dayNumber(`${pad(year, 4)}-${pad(month)}-31`)
  return dayOfNumber(last - ((((last + 4) % 7) + 7) % 7))
}

const summerOf = (year: number): Summer => {
  const known = summers.get(year)
  if (known) return known
  const summer = { from: `${lastSunday(year, 3)}T01:00:00.000Z`, to: `${lastSunday(year, 10)}T01:00:00.000Z` }
  summers.set(year, summer)
  return summer
}

/** Whether London keeps summer time at an instant; undefined before 1996, when the rule was another. */
export const summerTime = (utc: string): boolean | undefined => {
  const year = Number(utc.slice(0, 4))
  if (year < ruleSince) return undefined
  const { from, to } = summerOf(year)
  return utc >= from && utc < to
}

let historic: Intl.DateTimeFormat | undefined

/** How far London clocks are ahead of UTC, in milliseconds. Before 1996 the time-zone data of the platform are asked. */
export const londonOffset = (millis: number): number => {
  const day = dayOfNumber(Math.floor(millis / 86_400_000))
  const year = Number(day.slice(0, 4))
  if (year >= ruleSince) {
    const { from, to } = summerOf(year)
    return millis >= dayNumber(from.slice(0, 10)) * 86_400_000 + hour &&
      millis < dayNumber(to.slice(0, 10)) * 86_400_000 + hour
      ? hour
      : 0
  }
  historic ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hours, minutes] = historic.format(millis).split(':').map(Number)
  const minutesOfDay = Math.floor(millis / 60_000) % 1440
  const ahead = ((hours ?? 0) * 60 + (minutes ?? 0) - ((minutesOfDay + 1440) % 1440) + 1440) % 1440
  return (ahead > 720 ? ahead - 1440 : ahead) * 60_000
}

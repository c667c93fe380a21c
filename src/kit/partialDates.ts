import { type Day, formatDay, isDay, monthName } from './dates.ts'

/** A date of which only some parts are known. At least one of year and month is. */
export interface PartialDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

export interface FoundDates {
  readonly dates: readonly PartialDate[]
  /** What looks like a date and is none, as it was written. */
  readonly wrong: readonly string[]
  /** The text without its dates. */
  readonly rest: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '((?:1[89]|20)\\d\\d)'
const mark = '[/.-]'

type Order = readonly (keyof PartialDate)[]

/** The ways people write dates, the fullest first, so that "14 May 2016" is not read as "14 May" and "2016". */
const ways: readonly (readonly [string, Order])[] = [
  [`(\\d{4})${mark}(\\d{1,2})${mark}(\\d{1,2})`, ['year', 'month', 'day']],
  [`(\\d{1,2})${mark}(\\d{1,2})${mark}(\\d{4}|\\d{2})`, ['day', 'month', 'year']],
  [`${day}(?: of)? ?${month},? ?${year}`, ['day', 'month', 'year']],
  [`${month} ${day},? ${year}`, ['month', 'day', 'year']],
  [`${month},? ?${year}`, ['month', 'year']],
  [`${day}(?: of)? ${month}`, ['day', 'month']],
  [`(\\d{1,2})${mark}${year}`, ['month', 'year']],
  [`${year}-(\\d{2})`, ['year', 'month']],
  ['(\\d{1,2})/(\\d{1,2})', ['day', 'month']],
  [year, ['year']],
]
const patterns = ways.map(([text, order]) => ({ text: new RegExp(`(?<![\\w/.-])${text}(?![\\w/-])`, 'gi'), order }))

/** "16" is 2016, "98" is 1998: nobody is searched for who is not born yet, beyond the year that comes. */
const fullYear = (text: string, today: Day): number => {
  const short = Number(text)
  if (text.length !== 2) return short
  return short > Number(today.slice(2, 4)) + 1 ? 1900 + short : 2000 + short
}

const partOf = (name: keyof PartialDate, text: string, today: Day): number => {
  if (name === 'year') return fullYear(text, today)
  return name === 'month' && !/^\d/.test(text) ? months.indexOf(text.slice(0, 3).toLowerCase()) + 1 : Number(text)
}

const padded = (n: number, digits = 2): string => String(n).padStart(digits, '0')

/** Whether these parts can be parts of one day of the calendar. Without a year the 29th of February can be. */
const exists = ({ year: y = 2000, month: m = 1, day: d = 1 }: PartialDate): boolean =>
  isDay(`${padded(y, 4)}-${padded(m)}-${padded(d)}`)

/**
 * Takes out of a text all dates, whole or partial: 14/5/2016, 14 May 2016, 2016-05-14, May 2016, 5/2016, 14 May, 14/5, 2016.
 * Days stand before months, as in England.
 */
export const findDates = (text: string, today: Day): FoundDates => {
  const dates: PartialDate[] = []
  const wrong: string[] = []
  const rest = patterns.reduce(
    (left, { text: pattern, order }) =>
      left.replace(pattern, (said: string, ...groups: string[]) => {
        const found = Object.fromEntries(order.map((name, at) => [name, partOf(name, groups[at] as string, today)]))
        if (exists(found)) dates.push(found)
        else wrong.push(said)
        return ' '
      }),
    text,
  )
  return { dates, wrong, rest }
}

/** "14 May 2016", "May 2016", "14 May", "2016". */
export const partialDateWords = ({ year: y, month: m, day: d }: PartialDate): string => {
  if (y !== undefined && m !== undefined && d !== undefined)
    return formatDay(`${padded(y, 4)}-${padded(m)}-${padded(d)}`)
  const name = m === undefined ? undefined : monthName(`2000-${padded(m)}-01`)
  return [d, name, y].filter(part => part !== undefined).join(' ')
}

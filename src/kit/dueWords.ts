import {
  addDays,
  type Day,
  daysBetween,
  formatDay,
  formatTime,
  type Instant,
  londonDay,
  londonTime,
  millisOf,
  monthName,
  weekdayName,
} from './dates.ts'
import { plural } from './names.ts'

/** What a due moment says to a person, and how pressing it is: `soon` is within two hours, or today for a whole day. */
export interface DueWords {
  readonly words: string
  readonly kind: 'overdue' | 'soon' | 'later'
}

const hour = 3_600_000
const soon = 2 * hour

const overdue = (words: string): DueWords => ({ words: `Overdue by ${words}`, kind: 'overdue' })

const overdueBy = (millis: number): DueWords => {
  if (millis < hour) return overdue(plural(Math.max(1, Math.floor(millis / 60_000)), 'minute'))
  if (millis < 24 * hour) return overdue(plural(Math.floor(millis / hour), 'hour'))
  return overdue(plural(Math.floor(millis / (24 * hour)), 'day'))
}

/** "Friday 27 November", with the year where it is not this year. */
const dayInWords = (day: Day, today: Day): string => {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${weekdayName(day)} ${Number(day.slice(8))} ${monthName(day)}${year}`
}

const wholeDayWords = (due: Day, today: Day): DueWords => {
  const late = daysBetween(due, today)
  if (late > 0) return overdue(plural(late, 'day'))
  if (late === 0) return { words: 'Due today', kind: 'soon' }
  return { words: late === -1 ? 'Due tomorrow' : `Due ${formatDay(due)}`, kind: 'later' }
}

/**
 * "Due today, 4:10pm", "Due tomorrow, 11am", "Due Friday 27 November, 11am", "Overdue by 40 minutes". With `wholeDay` for
 * what is due by the end of a London day: "Due today", "Due 27 November 2026", "Overdue by 2 days".
 */
export const dueWords = (dueAt: Instant, nowAt: Instant, options: { readonly wholeDay?: boolean } = {}): DueWords => {
  const [due, today] = [londonDay(dueAt), londonDay(nowAt)]
  if (options.wholeDay) return wholeDayWords(due, today)
  const left = millisOf(dueAt) - millisOf(nowAt)
  if (left < 0) return overdueBy(-left)
  const day = due === today ? 'today' : due === addDays(today, 1) ? 'tomorrow' : dayInWords(due, today)
  return { words: `Due ${day}, ${formatTime(londonTime(dueAt))}`, kind: left <= soon ? 'soon' : 'later' }
}

import { addDays, type Day, type Instant, instantOf, isDay, londonDay, weekday } from './dates.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** What is said without a time is meant for the end of the working day. */
const endOfDay = '17:00'

const two = (n: number): string => String(n).padStart(2, '0')

/** "5pm", "5.30pm", "17:00", "noon"; undefined where it is no time of day. */
const timeOf = (text: string): string | undefined => {
  if (text === 'noon') return '12:00'
  if (text === 'midnight') return '23:59'
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text)
  if (!found || (found[2] === undefined && found[3] === undefined)) return undefined
  const [hour, minute, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]]
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return undefined
  const of24 = half === 'pm' ? (hour % 12) + 12 : half === 'am' ? hour % 12 : hour
  return `${two(of24)}:${two(minute)}`
}

/** A day of this year, or of the next where it has passed. */
const dayInYear = (today: Day, month: number, day: number, year?: number): Day | undefined => {
  const asked = year ?? Number(today.slice(0, 4))
  const found = `${asked}-${two(month)}-${two(day)}`
  if (!isDay(found)) return undefined
  return year === undefined && found < today ? dayInYear(today, month, day, asked + 1) : found
}

const dayOf = (text: string, today: Day): Day | undefined => {
  if (text === '' || text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  const named = text.length < 3 ? -1 : weekdays.findIndex(one => one.startsWith(text))
  if (named >= 0) return addDays(today, (named + 1 - weekday(today) + 7) % 7)
  const inWords = /^(\d{1,2})\s+([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(text)
  if (inWords) {
    const month = months.indexOf((inWords[2] ?? '').slice(0, 3)) + 1
    return dayInYear(today, month, Number(inWords[1]), inWords[3] === undefined ? undefined : Number(inWords[3]))
  }
  const inNumbers = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text)
  if (!inNumbers) return undefined
  const year = inNumbers[3] === undefined ? undefined : Number(inNumbers[3])
  return dayInYear(today, Number(inNumbers[2]), Number(inNumbers[1]), year)
}

/**
 * A moment as it is said at a meeting: "today 5pm", "tomorrow noon", "Wed 14:30", "12 Nov". Without a time it is 5pm; a weekday is the
 * next of that name, today where the time is still to come. Undefined where it cannot be read.
 */
export const byWhen = (said: string, now: Instant): Instant | undefined => {
  const words = said
    .toLowerCase()
    .replaceAll(',', ' ')
    .replace(/\bby\b|\bat\b|\bon\b/g, ' ')
    .trim()
    .split(/\s+/)
  const today = londonDay(now)
  for (let taken = Math.min(2, words.length); taken >= 0; taken -= 1) {
    const end = words.slice(words.length - taken).join('')
    const time = taken === 0 ? endOfDay : timeOf(end)
    if (time === undefined) continue
    const day = dayOf(words.slice(0, words.length - taken).join(' '), today)
    if (day === undefined) continue
    const found = instantOf(day, time)
    const isWeekday = weekdays.some(one => (words[0] ?? '').length >= 3 && one.startsWith(words[0] ?? '-'))
    return isWeekday && found <= now ? instantOf(addDays(day, 7), time) : found
  }
  return undefined
}

import { type MomentField, plainLabelOf } from '../declare/field.ts'
import type { Typed } from '../declare/input.ts'
import { formatInstant, type Instant, instantOf, londonDay, londonTime, toInstant } from '../kit/dates.ts'
import { parseDay, partsOf, yearProblem } from './date.ts'
import { answered, base, type FieldKind, typedText, unanswered, wrong } from './kind.ts'

/** 4:05pm, 16:05, 16.05, 4pm, noon: as people write a time of day. */
export const parseTime = (typed: string): string | undefined => {
  const text = typed
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/([ap])\.m\.?$/, '$1m')
  if (text === 'midday' || text === 'noon') return '12:00'
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(text)
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined
  const hour = Number(match[1])
  const minute = match[2] ?? '00'
  if (match[3] && (hour < 1 || hour > 12)) return undefined
  const hours24 = match[3] === 'pm' ? (hour % 12) + 12 : match[3] === 'am' ? hour % 12 : hour
  return hours24 > 23 || Number(minute) > 59 ? undefined : `${String(hours24).padStart(2, '0')}:${minute}`
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

/** The moment of an ISO text; undefined where it has the form of one and does not exist (25:00, 31 February). */
const existing = (text: string): Instant | undefined => {
  try {
    return toInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  } catch {
    return undefined
  }
}

/** In one cell a moment is an ISO instant, or a local date and time with a space or T between. */
const splitWhole = (typed: Typed, name: string): Typed => {
  const match = /^(.+?)[ T](?:at )?(\d{1,2}(?:[:.]\d{2})?(?::\d{2})? ?(?:[ap]\.?m\.?)?|noon|midday)$/i.exec(
    typedText(typed, name),
  )
  return match
    ? { [name]: match[1], [`${name}-time`]: (match[2] ?? '').replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1') }
    : typed
}

export const momentKind: FieldKind<MomentField, Instant> = {
  kind: 'moment',
  column: 'timestamptz',
  parse: (field, original, name, { now }) => {
    const whole = typedText(original, name)
    const label = plainLabelOf(field)
    const past = (instant: Instant) =>
      field.past && instant > now
        ? wrong(`${name}-day`, `${label} must be in the past`)
        : (yearProblem(label, londonDay(instant), name) ?? answered(instant))
    if (instantPattern.test(whole)) {
      const instant = existing(whole)
      return instant === undefined ? wrong(`${name}-day`, `${label} must be a real date and time`) : past(instant)
    }
    const typed = splitWhole(original, name)
    const parts = partsOf(typed, name)
    const timeTyped = typedText(typed, `${name}-time`)
    if (parts.day + parts.month + parts.year + timeTyped === '')
      return field.required ? unanswered(field, 'Enter', `${name}-day`) : answered<Instant>(null)
    const day = parseDay(label, parts, name)
    if (!day.ok || day.value === null) return day
    const time = parseTime(timeTyped)
    if (!time) return wrong(`${name}-time`, `${label}: enter a time, like 9:30am or 16:05`)
    return past(instantOf(day.value, time))
  },
  typed: (_field, value, name) => {
    const day = londonDay(value)
    return {
      [`${name}-day`]: String(Number(day.slice(8))),
      [`${name}-month`]: String(Number(day.slice(5, 7))),
      [`${name}-year`]: day.slice(0, 4),
      [`${name}-time`]: londonTime(value),
    }
  },
  input: (field, name, typed) => ({
    as: 'moment',
    ...base(field, name),
    value: { ...partsOf(typed, name), time: typedText(typed, `${name}-time`) },
  }),
  show: (_field, value) => formatInstant(value),
  cell: (_field, value) => value,
  schema: () => ({ type: 'string', format: 'date-time' }),
  filter: 'range',
  sample: (_field, n) => `2021-0${(n % 9) + 1}-12T1${n % 10}:15:00.000Z`,
}

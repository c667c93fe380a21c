import { type DateField, plainLabelOf } from '../declare/field.ts'
import type { Typed } from '../declare/input.ts'
import { type Day, formatDay, isDay } from '../kit/dates.ts'
import { answered, base, type FieldKind, type Parsed, typedText, unanswered, wrong } from './kind.ts'

const months = 'january february march april may june july august september october november december'.split(' ')

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** Three boxes of a form, or the whole date in one cell: 2026-03-09, 9/3/2026, 9 March 2026. */
export const partsOf = (typed: Typed, name: string): Parts => {
  const whole = typedText(typed, name)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(whole)
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' }
  const local = /^(\d{1,2})[/. -]([A-Za-z]+|\d{1,2})[/. -](\d{4})$/.exec(whole)
  if (local) return { day: local[1] ?? '', month: local[2] ?? '', year: local[3] ?? '' }
  return whole === ''
    ? {
        day: typedText(typed, `${name}-day`),
        month: typedText(typed, `${name}-month`),
        year: typedText(typed, `${name}-year`),
      }
    : { day: whole, month: '', year: '' }
}

const monthNumber = (month: string): number => {
  const named = month.length < 3 ? -1 : months.findIndex(name => name.startsWith(month.toLowerCase()))
  return named >= 0 ? named + 1 : /^\d{1,2}$/.test(month) ? Number(month) : Number.NaN
}

/** A real calendar day, or what is wrong with the parts, in the words of the GOV.UK date pattern. */
export const parseDay = (label: string, { day, month, year }: Parts, name: string): Parsed<Day> => {
  const missing = [day === '' && 'day', month === '' && 'month', year === '' && 'year'].filter(part => part !== false)
  if (missing.length > 0 && /^\d*$/.test(day))
    return wrong(`${name}-${missing[0]}`, `${label} must include a ${missing.join(' and a ')}`)
  if (!/^\d{4}$/.test(year) && /^\d*$/.test(day) && month !== '')
    return wrong(`${name}-year`, `${label}: the year must have 4 numbers, like 2026`)
  const text = `${year}-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? answered(text) : wrong(`${name}-day`, `${label} must be a real date, like 27 3 2026`)
}

/** A year outside this is a slip of the finger, in a date as in a moment. */
export const yearProblem = (label: string, day: Day, name: string): Parsed<never> | undefined =>
  day < '1900-01-01' || day > '2200-12-31'
    ? wrong(`${name}-year`, `${label}: the year must be between 1900 and 2200`)
    : undefined

export const dateKind: FieldKind<DateField, Day> = {
  kind: 'date',
  column: 'date',
  parse: (field, typed, name, { today }) => {
    const parts = partsOf(typed, name)
    if (parts.day + parts.month + parts.year === '')
      return field.required ? unanswered(field, 'Enter', `${name}-day`) : answered<Day>(null)
    const label = plainLabelOf(field)
    const parsed = parseDay(label, parts, name)
    if (!parsed.ok || parsed.value === null) return parsed
    if (field.past && parsed.value > today) return wrong(`${name}-day`, `${label} must be today or in the past`)
    return yearProblem(label, parsed.value, name) ?? parsed
  },
  typed: (_field, value, name) => ({
    [`${name}-day`]: String(Number(value.slice(8))),
    [`${name}-month`]: String(Number(value.slice(5, 7))),
    [`${name}-year`]: value.slice(0, 4),
  }),
  input: (field, name, typed) => ({ as: 'date', ...base(field, name), value: partsOf(typed, name) }),
  show: (_field, value) => formatDay(value),
  cell: (_field, value) => value,
  schema: () => ({ type: 'string', format: 'date' }),
  filter: 'range',
  sample: (_field, n) => `2021-0${(n % 9) + 1}-1${n % 10}`,
}

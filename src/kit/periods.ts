import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  formatDay,
  type Instant,
  instantOf,
  isDay,
  monthName,
  weekday,
} from './dates.ts'

export type PeriodKind =
  | 'financial_year'
  | 'report_year'
  | 'school_year'
  | 'calendar_year'
  | 'rolling_12_months'
  | 'quarter'
  | 'month'
  | 'week'

/** A named stretch of time (TC-09). Every figure carries one; only periods of one kind are compared. */
export interface Period {
  /** 'financial_year:2021-22', 'quarter:2021-22-Q1', 'month:2021-04', 'week:2021-04-05' (its Monday). */
  readonly id: string
  readonly kind: PeriodKind
  /** "financial year". */
  readonly kindLabel: string
  /** "April 2021 to March 2022 (financial year 2021-22)". */
  readonly label: string
  /** First day. */
  readonly from: Day
  /** Last day, included. */
  readonly to: Day
  /** London midnight at which it begins. */
  readonly fromInstant: Instant
  /** London midnight at which the next begins; not in the period. */
  readonly toInstant: Instant
}

interface Kind {
  readonly label: string
  /** An example of a name, for messages. */
  readonly example: string
  /** The first day of the period with that name, or undefined when the name means nothing. */
  readonly starts: (name: string) => Day | undefined
  readonly months: number
  /** The name of the period that starts on a day. */
  readonly nameOf: (from: Day) => string
  readonly labelOf: (from: Day, to: Day, name: string) => string
}

const two = (n: number): string => String(n).padStart(2, '0')
const yearOf = (day: Day): number => Number(day.slice(0, 4))
const monthAndYear = (day: Day): string => `${monthName(day)} ${day.slice(0, 4)}`

/** '2021-22' as the year it starts in; undefined when the second half does not follow the first. */
const splitYear = (name: string): number | undefined => {
  const [, first = '', second = ''] = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(name) ?? []
  const start = Number(first)
  return first !== '' && (second === two((start + 1) % 100) || second === String(start + 1)) ? start : undefined
}

const yearFrom = (label: string, monthDay: string): Kind => ({
  label,
  example: '2021-22',
  starts: name => {
    const year = splitYear(name)
    return year === undefined ? undefined : `${two(year)}-${monthDay}`
  },
  months: 12,
  nameOf: from => `${yearOf(from)}-${two((yearOf(from) + 1) % 100)}`,
  labelOf: (from, to, name) => `${monthAndYear(from)} to ${monthAndYear(to)} (${label} ${name})`,
})

const financialQuarter = (from: Day): string => {
  const start = addMonths(from, -3)
  return `${yearOf(start)}-${two((yearOf(start) + 1) % 100)}-Q${Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1}`
}

const kinds: Readonly<Record<PeriodKind, Kind>> = {
  financial_year: yearFrom('financial year', '04-01'),
  // The partnership's yearly report covers September to August (Working Together 2018 and later).
  report_year: yearFrom('report year', '09-01'),
  school_year: yearFrom('school year', '09-01'),
  calendar_year: {
    label: 'calendar year',
    example: '2021',
    starts: name => (/^\d{4}$/.test(name) ? `${name}-01-01` : undefined),
    months: 12,
    nameOf: from => from.slice(0, 4),
    labelOf: (from, to, name) => `${monthAndYear(from)} to ${monthAndYear(to)} (calendar year ${name})`,
  },
  rolling_12_months: {
    label: 'rolling 12 months',
    example: '2022-03-31',
    starts: name => (isDay(name) ? addMonths(addDays(name, 1), -12) : undefined),
    months: 12,
    nameOf: from => addDays(addMonths(from, 12), -1),
    labelOf: (_, to) => `12 months to ${formatDay(to)}`,
  },
  quarter: {
    label: 'quarter of the financial year',
    example: '2021-22-Q1',
    starts: name => {
      const [, years = '', quarter = ''] = /^(.+)-Q([1-4])$/i.exec(name) ?? []
      const year = splitYear(years)
      return year === undefined ? undefined : addMonths(`${two(year)}-04-01`, 3 * (Number(quarter) - 1))
    },
    months: 3,
    nameOf: financialQuarter,
    labelOf: (from, to, name) =>
      `${monthAndYear(from)} to ${monthAndYear(to)} (quarter ${name.at(-1)} of financial year ${name.slice(0, -3)})`,
  },
  month: {
    label: 'month',
    example: '2021-04',
    starts: name => (/^\d{4}-\d{2}$/.test(name) ? `${name}-01` : undefined),
    months: 1,
    nameOf: from => from.slice(0, 7),
    labelOf: from => monthAndYear(from),
  },
  week: {
    label: 'week',
    example: '2021-04-05 (its Monday)',
    starts: name => (isDay(name) && weekday(name) === 1 ? name : undefined),
    months: 0,
    nameOf: from => from,
    labelOf: (from, to) => `Week from ${formatDay(from)} to ${formatDay(to)}`,
  },
}

/** Every kind of period with its name for people, in the order offered. */
export const periodKinds: readonly { readonly kind: PeriodKind; readonly label: string }[] = Object.entries(kinds).map(
  ([kind, { label }]) => ({ kind: kind as PeriodKind, label }),
)

const earliest = '1900-01-01'
const latest = '2200-01-01'

const endOf = (kind: Kind, from: Day): Day =>
  kind.months === 0 ? addDays(from, 6) : addDays(addMonths(from, kind.months), -1)

const build = (key: PeriodKind, from: Day, given?: string): Period => {
  const kind = kinds[key]
  const name = given ?? kind.nameOf(from)
  // A rolling year is named after its last day; 28 or 29 February would be lost in going by its first.
  const to = key === 'rolling_12_months' ? name : endOf(kind, from)
  return {
    id: `${key}:${name}`,
    kind: key,
    kindLabel: kind.label,
    label: kind.labelOf(from, to, name),
    from,
    to,
    fromInstant: instantOf(from, '00:00'),
    toInstant: instantOf(addDays(to, 1), '00:00'),
  }
}

const isKind = (text: string): text is PeriodKind => Object.hasOwn(kinds, text)

/**
 * The period of an identifier: 'financial_year:2021-22', also as typed on a command line ('report-year:2021-22',
 * 'rolling-12-months:2022-03-31', 'month:2021-04'); a name alone is the financial year, calendar year, month or quarter it
 * looks like ('2021-22', '2021', '2021-04', '2021-22-Q1'). Throws a plain Error that says what would be right.
 */
export const period = (text: string): Period => {
  const [before, after] = text.trim().split(':', 2) as [string, string?]
  const key = after === undefined ? kindOfName(before) : before.trim().toLowerCase().replaceAll('-', '_')
  const name = (after ?? before).trim()
  if (!isKind(key)) {
    const known = Object.keys(kinds).map(one => one.replaceAll('_', '-'))
    throw new Error(
      `"${text}" names no kind of period. The kinds are ${known.join(', ')}; for example financial-year:2021-22`,
    )
  }
  const from = kinds[key].starts(name)
  if (from === undefined || !isDay(from) || from < earliest || from >= latest) {
    throw new Error(
      `"${text}" is no period. A ${kinds[key].label} is written ${key.replaceAll('_', '-')}:${kinds[key].example}`,
    )
  }
  return build(key, from, key === 'rolling_12_months' ? name : undefined)
}

/** '2021-04' could be April 2021; '2021-22' cannot be a month, so it is a year. */
const kindOfName = (name: string): string => {
  if (/^\d{4}$/.test(name)) return 'calendar_year'
  if (/-Q[1-4]$/i.test(name)) return 'quarter'
  if (splitYear(name) === undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return 'month'
  return /^\d/.test(name) ? 'financial_year' : name
}

/** The period of a kind that holds a day; for rolling 12 months the one that ends on it. */
export const periodHolding = (kind: PeriodKind, day: Day): Period => {
  if (kind === 'rolling_12_months') return period(`${kind}:${day}`)
  if (kind === 'week') return build(kind, addDays(day, 1 - weekday(day)))
  if (kind === 'month') return period(`month:${day.slice(0, 7)}`)
  if (kind === 'calendar_year') return period(`calendar_year:${day.slice(0, 4)}`)
  if (kind === 'quarter')
    return build(kind, `${day.slice(0, 5)}${two(3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1)}-01`)
  const starts = kind === 'financial_year' ? '04-01' : '09-01'
  return build(kind, `${two(yearOf(day) - (day.slice(5) < starts ? 1 : 0))}-${starts}`)
}

/** The period that begins and ends on these days, of the first kind that has one; undefined where they are no such period. */
export const periodBetween = (from: Day, to: Day): Period | undefined =>
  periodKinds
    .map(({ kind }) => periodHolding(kind, kind === 'rolling_12_months' ? to : from))
    .find(one => one.from === from && one.to === to)

/** The period of the same kind and length just before. */
export const previousPeriod = (p: Period): Period => {
  if (p.kind === 'rolling_12_months') return period(`${p.kind}:${addDays(p.from, -1)}`)
  return p.kind === 'week'
    ? build(p.kind, addDays(p.from, -7))
    : build(p.kind, addMonths(p.from, -kinds[p.kind].months))
}

/** The calendar months that lie wholly in a period, in order; a week has none. */
export const monthsOf = (p: Period): Period[] => wholeParts(p, 'month')

/** The quarters of the financial year that lie wholly in a period, in order. */
export const quartersOf = (p: Period): Period[] => wholeParts(p, 'quarter')

const wholeParts = (p: Period, kind: 'month' | 'quarter'): Period[] => {
  const parts: Period[] = []
  for (let part = periodHolding(kind, p.from); part.to <= p.to; part = periodHolding(kind, addDays(part.to, 1))) {
    if (part.from >= p.from) parts.push(part)
  }
  return parts
}

/** Whether two periods may stand side by side: of one kind only (TC-09). */
export const comparable = (a: Period, b: Period): boolean => a.kind === b.kind

/** Whether a day lies in a period. */
export const inPeriod = (p: Period, day: Day): boolean => p.from <= day && day <= p.to

/** Days in a period. */
export const daysIn = (p: Period): number => daysBetween(p.from, p.to) + 1

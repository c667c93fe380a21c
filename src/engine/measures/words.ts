import type { Measure } from '../../declare/measure.ts'
import { addDays, formatDay, formatInstant, type Instant, londonDay, londonTime } from '../../kit/dates.ts'
import { roundTo } from '../../kit/statistics.ts'
import type { Breakdown } from './breakdown.ts'
import { notApplicable, type Published } from './disclosure.ts'
import type { Comparison, Figure } from './figure.ts'
import { inDetail } from './find.ts'

const whole = (n: number): string => n.toLocaleString('en-GB')
const oneDecimal = (n: number): string =>
  roundTo(n, 1).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A value for people: "12,199", "38.5%", "6.3 hours". One decimal everywhere, rounded last (rulebook DC-04). */
export const valueWords = (unit: Measure['unit'], value: Published): string => {
  if (typeof value !== 'number') return value
  if (unit === 'count') return whole(value)
  if (unit === 'percent') return `${oneDecimal(value)}%`
  return `${oneDecimal(value)} ${unit === 'hours' ? 'hours' : 'working days'}`
}

/** A number of cases for people. */
export const countWords = (count: Published | null): string =>
  count === null ? '' : typeof count === 'number' ? whole(count) : count

/** "+9.4%", "−2.1 percentage points"; the sign is a word's worth, never only a colour. */
export const changeWords = ({ change, changeIn }: Comparison): string => {
  if (typeof change !== 'number') return change
  const size = oneDecimal(Math.abs(change))
  const sign = roundTo(change, 1) === 0 ? '' : change > 0 ? '+' : '−'
  return changeIn === 'percent' ? `${sign}${size}%` : `${sign}${size} percentage points`
}

/** "7 of 12; 2 still open, 1 of them overdue" */
export const partsWords = (figure: Figure): string => {
  const share = figure.unit === 'count' ? [] : [`${countWords(figure.numerator)} of ${countWords(figure.denominator)}`]
  const open =
    figure.open === null ? [] : [`${countWords(figure.open)} still open, ${countWords(figure.overdue)} of them overdue`]
  return [...share, ...open].join('; ')
}

/** "As known at the end of 31 March 2022", or with the time of day where it is another. */
export const asAtWords = (asAt: Instant): string =>
  londonTime(asAt) === '00:00'
    ? `As known at the end of ${formatDay(addDays(londonDay(asAt), -1))}`
    : `As known on ${formatInstant(asAt)}`

/** "95% interval 10.1% to 14.3%"; nothing where there is none. */
export const intervalWords = ({ unit, interval }: Figure): string =>
  interval
    ? `95% interval ${valueWords(unit, roundTo(interval.low, 1))} to ${valueWords(unit, roundTo(interval.high, 1))}`
    : ''

/** "April 2021"; "November 2026 (so far)" while it runs. */
export const periodWords = ({ period, complete }: Pick<Figure, 'period' | 'complete'>): string =>
  complete ? period.label : `${period.label} (so far)`

/** A value as a chart takes it: null with its mark where there is no number. */
export interface Drawn {
  readonly label: string
  readonly value: number | null
  readonly mark?: string
}

const drawn = (label: string, value: Published): Drawn =>
  typeof value === 'number' ? { label, value } : { label, value: null, mark: value }

/** The line of a trend. */
export const pointsOf = (trend: readonly Figure[]): readonly Drawn[] =>
  trend.map(figure => drawn(periodWords(figure), figure.value))

/** The bars of a breakdown, without the rows that have no cases: the table has those. */
export const barsOf = ({ figure, rows }: Breakdown): readonly Drawn[] =>
  rows
    .filter(row => row.value !== notApplicable && !(figure.unit === 'count' && row.value === 0))
    .map(row => drawn(row.label, row.value))

/** "Ethnic group not known: 12 of 240 (5.0%)"; nothing where the answers do not say what is not known. */
export const notKnownWords = ({ byLabel, notKnown }: Breakdown): string => {
  if (notKnown === null) return ''
  const share = typeof notKnown.share === 'number' ? ` (${valueWords('percent', notKnown.share)})` : ''
  return `${byLabel.replace(inDetail, '')} not known: ${countWords(notKnown.cases)} of ${countWords(notKnown.of)}${share}`
}

/** What stands at the scale of a chart: "contacts", "%", "hours". */
export const scaleWords = (unit: Measure['unit'], plural: string): string =>
  unit === 'percent' ? '%' : unit === 'count' ? plural.toLowerCase() : unit === 'hours' ? 'hours' : 'working days'

import type { Measure } from '../../declare/measure.ts'
import { roundTo } from '../../kit/statistics.ts'
import type { Published } from './disclosure.ts'
import type { Comparison, Figure } from './figure.ts'

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

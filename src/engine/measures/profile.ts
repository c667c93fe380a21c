import { type Day, formatDay } from '../../kit/dates.ts'
import type { Period } from '../../kit/periods.ts'
import type { Population } from './rate.ts'

/**
 * A number about the area that others publish, with where it comes from. It is never worked out here, so it stands apart
 * from figures, which have cases behind them (mission system GOV-CONTEXT). A revised number is a further entry, never a change.
 */
export interface Statistic {
  readonly subject: 'population' | 'children' | 'deprivation' | 'land'
  /** What is counted or ranked: "Residents aged 0 to 19". */
  readonly label: string
  readonly value: number
  readonly unit: 'people' | 'percent' | 'rank'
  /** What a percentage is of, or among whom the rank is. */
  readonly of: string
  /** Set for numbers of children that rates may be given of: "0 to 17". */
  readonly ages?: string
  readonly area: string
  readonly vintage: string
  readonly source: string
  /** Describes periods that begin between these days. */
  readonly from: Day
  readonly to: Day
}

/** A number that a reader would look for and that nobody has given: said, so that its absence is not overlooked. */
export interface MissingStatistic {
  readonly label: string
  readonly why: string
}

export interface AreaProfile {
  /** "Borough profile". */
  readonly title: string
  readonly statistics: readonly Statistic[]
  readonly missing: readonly MissingStatistic[]
}

export const subjectWords: Readonly<Record<Statistic['subject'], string>> = {
  population: 'Population',
  children: 'Children and young people',
  deprivation: 'Deprivation',
  land: 'Land and density',
}

const ordinal = (n: number): string => {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** "41,200", "65.6%", "16th". */
export const statisticWords = ({ unit, value }: Statistic): string =>
  unit === 'rank' ? ordinal(value) : unit === 'percent' ? `${value}%` : value.toLocaleString('en-GB')

/** "1 January 2021 to 31 December 2022". */
export const holdsWords = ({ from, to }: Statistic): string => `${formatDay(from)} to ${formatDay(to)}`

/** Those that describe a period: they hold on its first day. */
export const statisticsFor = (statistics: readonly Statistic[], period: Period): readonly Statistic[] =>
  statistics.filter(({ from, to }) => from <= period.from && period.from <= to)

/** The numbers of children among them, for rates. */
export const populationsOf = (statistics: readonly Statistic[]): readonly Population[] =>
  statistics.flatMap(({ ages, ...one }) => (one.unit === 'people' && ages !== undefined ? [{ ...one, ages }] : []))

import type { Day } from '../../kit/dates.ts'
import type { Period } from '../../kit/periods.ts'
import { type Interval, rate, rateInterval } from '../../kit/statistics.ts'

/** A number of residents that rates may be given of, with where it comes from (rulebook ST-01). */
export interface Population {
  readonly area: string
  /** "0 to 17". */
  readonly ages: string
  readonly value: number
  /** Which estimate it is: "mid-2021". Revised estimates are further entries, never changes. */
  readonly vintage: string
  readonly source: string
  /** Figures of periods that begin between these days are given as a rate of it. */
  readonly from: Day
  readonly to: Day
}

/** A count per 10,000 of a population that is named with it. */
export interface Rate {
  readonly per: 10_000
  readonly value: number
  readonly interval: Interval
  readonly population: Population
  /** Set when the population is not the age band that the measure asks for, so that nobody compares the two unawares. */
  readonly caution: string | null
}

/** The rate of a count over a period of twelve months; null where no population is held for it. */
export const rateOf = (
  populations: readonly Population[],
  ages: string | undefined,
  period: Period,
  count: number,
): Rate | null => {
  if (ages === undefined || !isYear(period)) return null
  const held = populations.filter(one => one.from <= period.from && period.from <= one.to)
  const population = held.find(one => one.ages === ages) ?? held[0]
  if (!population) return null
  const value = rate(count, population.value)
  const interval = rateInterval(count, population.value)
  if (value === undefined || interval === undefined) return null
  const caution =
    population.ages === ages
      ? null
      : `Of residents aged ${population.ages}, not ${ages}: not to be compared with published rates`
  return { per: 10_000, value, interval, population, caution }
}

const years: readonly Period['kind'][] = [
  'financial_year',
  'report_year',
  'school_year',
  'calendar_year',
  'rolling_12_months',
]
export const isYear = ({ kind }: Period): boolean => years.includes(kind)

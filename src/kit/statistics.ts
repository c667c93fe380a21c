// Formulas that no library in use has; each is checked in the test against published values.

/** Lower and upper bound of an interval, in the unit of the estimate. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The 97.5th percentile of the standard normal distribution: two-sided 95%. */
const z = 1.959963984540054

const wholeCount = (n: number, what: string): void => {
  if (!Number.isInteger(n) || n < 0) throw new Error(`${what} must be a whole number of 0 or more, not ${n}`)
}

/** 95% Wilson score interval of a proportion, as shares from 0 to 1 (ST-05); undefined without a denominator. */
export const wilson = (numerator: number, denominator: number): Interval | undefined => {
  wholeCount(numerator, 'A numerator')
  wholeCount(denominator, 'A denominator')
  if (numerator > denominator) throw new Error(`A share of ${numerator} in ${denominator} is more than all`)
  if (denominator === 0) return undefined
  const [share, square] = [numerator / denominator, z * z]
  const middle = share + square / (2 * denominator)
  const half = z * Math.sqrt((share * (1 - share) + square / (4 * denominator)) / denominator)
  const scale = 1 + square / denominator
  // Rounding would leave 1e-17 where the bound is 0 or 1 exactly.
  return {
    low: numerator === 0 ? 0 : (middle - half) / scale,
    high: numerator === denominator ? 1 : (middle + half) / scale,
  }
}

/** The chance of at most n events when `mean` are expected. */
const poissonUpTo = (n: number, mean: number): number => {
  let [term, sum] = [Math.exp(-mean), 0]
  for (let k = 0; k <= n; k += 1) {
    sum += term
    term *= mean / (k + 1)
  }
  return sum
}

/** Where a decreasing function crosses a value between two bounds. */
const crossing = (decreasing: (x: number) => number, value: number, from: number, to: number): number => {
  let [low, high] = [from, to]
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (decreasing(middle) > value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Exact 95% interval of a Poisson count (Garwood 1936), by its definition; for counts up to 100. */
export const exactPoisson = (count: number): Interval => {
  wholeCount(count, 'A count')
  const most = 4 * count + 20
  return {
    low: count === 0 ? 0 : crossing(mean => poissonUpTo(count - 1, mean), 0.975, 0, most),
    high: crossing(mean => poissonUpTo(count, mean), 0.025, 0, most),
  }
}

/** Byar's approximation of the 95% interval of a Poisson count (Breslow and Day 1987); close from 10 upwards. */
export const byar = (count: number): Interval => {
  wholeCount(count, 'A count')
  const bound = (n: number, sign: 1 | -1) =>
    n === 0 ? 0 : n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3
  return { low: bound(count, -1), high: bound(count + 1, 1) }
}

/** 95% interval of a count: exact below 10, Byar from 10 (ST-06, after the OHID technical guide). */
export const countInterval = (count: number): Interval => (count < 10 ? exactPoisson(count) : byar(count))

/** A count per so many of a population (per 10,000 unless told; ST-01); undefined without a population. */
export const rate = (count: number, population: number, per = 10_000): number | undefined => {
  if (!(count >= 0) || !(population >= 0)) throw new Error(`A rate of ${count} in ${population} means nothing`)
  return population === 0 ? undefined : (count / population) * per
}

/** 95% interval of a rate (ST-06): that of the count, scaled; undefined without a population. */
export const rateInterval = (count: number, population: number, per = 10_000): Interval | undefined => {
  const { low, high } = countInterval(count)
  return population === 0 ? undefined : { low: (low / population) * per, high: (high / population) * per }
}

/** Change in percent from one value to another, -100 to any; undefined from 0, of which nothing is a percentage. */
export const percentChange = (from: number, to: number): number | undefined =>
  from === 0 ? undefined : ((to - from) / Math.abs(from)) * 100

/** A share in percent, 0 to 100; undefined without a denominator. */
export const percentage = (numerator: number, denominator: number): number | undefined =>
  denominator === 0 ? undefined : (numerator / denominator) * 100

/**
 * Rounds halves away from zero on the decimal digits as people do: 2.675 to 2 places is 2.68, which binary rounding misses.
 * Round last (DC-04).
 */
export const roundTo = (value: number, places = 0): number => {
  if (!Number.isFinite(value)) throw new Error(`${value} cannot be rounded`)
  const [digits, exponent = '0'] = Math.abs(value).toString().split('e')
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + places}`))
    .toString()
    .split('e')
  return Math.sign(value) * Number(`${scaled[0]}e${Number(scaled[1] ?? 0) - places}`) || 0
}

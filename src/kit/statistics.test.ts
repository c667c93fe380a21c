import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byar,
  countInterval,
  exactPoisson,
  percentage,
  percentChange,
  rate,
  rateInterval,
  roundTo,
  wilson,
} from './statistics.ts'

describe('intervals against published values', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
  // method 3 (score without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i of %i', (numerator, denominator, low, high) => {
    const interval = wilson(numerator, denominator)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  // F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936); the same limits in Pearson and
  // Hartley, Biometrika Tables for Statisticians, table 40.
  const garwood: readonly [number, number, number][] = [
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [2, 0.242, 7.22],
    [3, 0.619, 8.77],
    [4, 1.09, 10.24],
    [5, 1.62, 11.67],
    [6, 2.2, 13.06],
    [7, 2.81, 14.42],
    [8, 3.45, 15.76],
    [9, 4.12, 17.08],
    [10, 4.8, 18.39],
    [20, 12.22, 30.89],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ]
  it.each(garwood)('Garwood: %i', (count, low, high) => {
    const interval = exactPoisson(count)
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(0.006)
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(0.006)
  })

  // N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), section 2.3: Byar's approximation is
  // close to the exact limits already for small counts.
  it.each(garwood.filter(([count]) => count >= 10))('Byar: %i', (count, low, high) => {
    const interval = byar(count)
    expect(Math.abs(interval.low / low - 1)).toBeLessThan(0.005)
    expect(Math.abs(interval.high / high - 1)).toBeLessThan(0.005)
  })

  it('are exact below 10 and Byar from 10', () => {
    expect(countInterval(9)).toEqual(exactPoisson(9))
    expect(countInterval(10)).toEqual(byar(10))
    expect(byar(0).low).toBe(0)
  })
})

describe('intervals', () => {
  it('hold the estimate and stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const some = Math.round(all * share)
        const { low, high } = wilson(some, all) ?? { low: 1, high: 0 }
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(some / all)
        expect(high).toBeGreaterThanOrEqual(some / all)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('are refused for what is no count', () => {
    expect(wilson(0, 0)).toBeUndefined()
    expect(() => wilson(3, 2)).toThrow('A share of 3 in 2 is more than all')
    expect(() => wilson(-1, 2)).toThrow('A numerator must be a whole number of 0 or more, not -1')
    expect(() => wilson(1, 2.5)).toThrow('A denominator must be a whole number')
    expect(() => byar(Number.NaN)).toThrow('A count must be a whole number')
  })

  it('of a rate are those of the count, scaled', () => {
    expect(rate(12, 41_000)).toBeCloseTo(2.9268, 4)
    expect(rate(1, 0)).toBeUndefined()
    expect(rateInterval(1, 0)).toBeUndefined()
    expect(rateInterval(12, 10_000)).toEqual(byar(12))
    expect(() => rate(-1, 10)).toThrow('A rate of -1 in 10 means nothing')
  })
})

describe('numbers for people', () => {
  it('are rounded as people round: halves away from zero, on decimal digits', () => {
    const cases: readonly [number, number, number][] = [
      [2.675, 2, 2.68],
      [1.005, 2, 1.01],
      [0.5, 0, 1],
      [-0.5, 0, -1],
      [-2.5, 0, -3],
      [2.4999, 0, 2],
      [1234.5678, -2, 1200],
      [1e21, 2, 1e21],
      [1.5e-7, 2, 0],
      [99.95, 1, 100],
    ]
    for (const [value, places, rounded] of cases) expect(roundTo(value, places), `${value}`).toBe(rounded)
    expect(() => roundTo(Number.POSITIVE_INFINITY)).toThrow('Infinity cannot be rounded')
    expect(Object.is(roundTo(-0.001, 1), 0)).toBe(true)
  })

  it('have no percentage of nothing', () => {
    expect(percentage(1, 4)).toBe(25)
    expect(percentage(0, 0)).toBeUndefined()
    expect(percentChange(0, 5)).toBeUndefined()
    expect(percentChange(50, 60)).toBe(20)
    expect(percentChange(50, 40)).toBe(-20)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../declare/measure.ts'
import { addMonths, type Day } from '../../kit/dates.ts'
import { monthsOf, type Period, period, periodHolding, quartersOf } from '../../kit/periods.ts'
import { contextOf, publisher, publishRows, type Told } from './disclosure.ts'
import { nothing, type Tally } from './tally.ts'

const measure = (unit: Measure['unit']): Measure => ({ unit, key: 'x' }) as Measure
const engine = { smallNumber: 5 }

const years = [period('financial_year:2021-22'), period('financial_year:2022-23')]
const months = years.flatMap(monthsOf)

/** Everything a person could ask of whole months within the two years. */
const askable: readonly Period[] = [
  ...months,
  ...years.flatMap(quartersOf),
  ...years,
  ...months.slice(11).map(month => period(`rolling_12_months:${month.to}`)),
  period('calendar_year:2022'),
  period('report_year:2021-22'),
]

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const sum = (tallies: readonly Tally[]): Tally => ({
  ...nothing,
  cases: total(tallies.map(one => one.cases)),
  counted: total(tallies.map(one => one.counted)),
})

const talliesFrom = (ofMonth: readonly Tally[]): ReadonlyMap<string, Tally> => {
  const inside = (whole: Period) =>
    months.flatMap((month, n) => (month.from >= whole.from && month.to <= whole.to ? [ofMonth[n] ?? nothing] : []))
  return new Map([...askable, ...contextOf(askable)].map(one => [one.id, sum(inside(one))]))
}

/** Whether the last row is a combination of the others: Gauss, on rows of 0 and 1. */
const isCombination = (rows: readonly (readonly number[])[], wanted: readonly number[]): boolean => {
  const rank = (matrix: readonly (readonly number[])[]): number => {
    const left = matrix.map(row => [...row])
    let found = 0
    for (let column = 0; column < wanted.length; column += 1) {
      const at = left.findIndex((row, n) => n >= found && Math.abs(row[column] ?? 0) > 1e-9)
      if (at < 0) continue
      const pivot = left[at] as number[]
      left[at] = left[found] as number[]
      left[found] = pivot
      for (const row of left.slice(found + 1)) {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
        for (let n = column; n < row.length; n += 1) row[n] = (row[n] ?? 0) - factor * (pivot[n] ?? 0)
      }
      found += 1
    }
    return found
  }
  return rank([...rows, wanted]) === rank(rows)
}

const vector = (one: Period): readonly number[] =>
  months.map(month => (month.from >= one.from && month.to <= one.to ? 1 : 0))

/** Months that are hidden and yet follow from what is shown. */
const leaks = (tell: (one: Period) => Told): readonly string[] => {
  const shown = askable.filter(one => tell(one).counted !== '[c]').map(vector)
  return months
    .filter(month => tell(month).counted === '[c]' && isCombination(shown, vector(month)))
    .map(month => month.id)
}

const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 24, maxLength: 24 })
const shares = fc.array(
  fc.tuple(fc.nat(25), fc.nat(25)).map(([a, b]) => ({ ...nothing, cases: a + b, counted: a })),
  { minLength: 24, maxLength: 24 },
)
const tallied = (n: number): Tally => ({ ...nothing, cases: n, counted: n })

describe('what is told of months, quarters and years', () => {
  it('never lets a hidden count of a month be taken from the rest', () => {
    fc.assert(
      fc.property(counts, numbers => {
        const tallies = talliesFrom(numbers.map(tallied))
        const tell = publisher(engine, measure('count'), false, tallies)
        expect(leaks(tell)).toEqual([])
        for (const one of askable) {
          const { counted } = tell(one)
          if (counted !== '[c]') expect(counted === 0 || Number(counted) > 5).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('nor the numerator of a hidden share', () => {
    fc.assert(
      fc.property(shares, parts => {
        const tell = publisher(engine, measure('percent'), false, talliesFrom(parts))
        expect(leaks(tell)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('and the test finds a leak: each period judged by itself', () => {
    const numbers = months.map((_, n) => (n === 3 ? 2 : 10))
    const tallies = talliesFrom(numbers.map(tallied))
    const careless = (one: Period): Told => {
      const counted = tallies.get(one.id)?.counted ?? 0
      return { whole: true, counted: counted > 0 && counted < 6 ? '[c]' : counted, cases: 0, open: 0, overdue: 0 }
    }
    expect(leaks(careless)).toEqual([months[3]?.id])
  })

  it('shows everything to those who may open the cases', () => {
    const tell = publisher(engine, measure('count'), true, talliesFrom(months.map(() => tallied(1))))
    expect(askable.map(one => tell(one).counted)).not.toContain('[c]')
  })

  it('knows the months of every year that a period touches', () => {
    const report = period('report_year:2021-22')
    const days: Day[] = [0, 3, 6, 9].map(n => addMonths(report.from, n))
    for (const day of days) expect(contextOf([report]).map(one => one.id)).toContain(periodHolding('month', day).id)
  })
})

describe('what is told of the rows of a breakdown', () => {
  const whole: Told = { whole: true, counted: 0, cases: 0, open: 0, overdue: 0 }
  const shown = (unit: Measure['unit'], rows: readonly Tally[]) =>
    publishRows(engine, measure(unit), false, rows, whole).map(one => one.counted)

  it('hides a second count beside the only small one', () => {
    expect(shown('count', [40, 3, 9, 0].map(tallied))).toEqual([40, '[c]', '[c]', 0])
  })

  it('hides a second share beside the only small one', () => {
    const rows = [
      [20, 40],
      [8, 9],
      [30, 60],
      [12, 30],
    ].map(([counted = 0, cases = 0]) => ({ ...nothing, counted, cases }))
    const told = shown('percent', rows)
    expect(told[1]).toBe('[c]')
    expect(told.filter(one => one === '[c]').length).toBeGreaterThan(1)
  })

  it('hides open and overdue', () => {
    const rows = [
      { ...nothing, cases: 50, counted: 20, open: 10, overdue: 9 },
      { ...nothing, cases: 50, counted: 25 },
    ]
    expect(publishRows(engine, measure('percent'), false, rows, whole).map(one => [one.open, one.overdue])).toEqual([
      ['[c]', '[c]'],
      ['[c]', '[c]'],
    ])
  })

  it('never lets a hidden number be worked out from the same rows asked by group and one by one', () => {
    const groups = ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'd']
    const names = ['a', 'b', 'c', 'd']
    const inGroup = (name: string) => groups.map(one => (one === name ? 1 : 0))
    const each = groups.map((_, n) => groups.map((_, at) => (at === n ? 1 : 0)))
    const number = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 40 }))
    const row = fc.tuple(number, number).map(([counted, rest]) => ({ ...nothing, counted, cases: counted + rest }))
    const rowsOf = fc.array(row, { minLength: groups.length, maxLength: groups.length })
    let hidden = 0
    fc.assert(
      fc.property(rowsOf, fc.constantFrom('count' as const, 'percent' as const), (all, unit) => {
        const rows = unit === 'count' ? all.map(one => ({ ...one, cases: one.counted })) : all
        const { cases, counted } = sum(rows)
        fc.pre(counted > 5 && (unit === 'count' || cases - counted > 5))
        const sums = names.map(name => sum(rows.filter((_, n) => groups[n] === name)))
        const publish = (of: readonly Tally[], by: readonly string[]) =>
          publishRows(engine, measure(unit), false, of, whole, by)
        const asked = [
          ...publish(rows, groups).map((told, n) => ({ told, tally: rows[n], parts: each[n] ?? [] })),
          ...publish(sums, names).map((told, n) => ({ told, tally: sums[n], parts: inGroup(names[n] ?? '') })),
        ]
        const shownParts = [groups.map(() => 1), ...asked.filter(({ told }) => told.whole).map(({ parts }) => parts)]
        for (const { told, tally = nothing, parts } of asked) {
          const small = tally.counted >= 1 && tally.counted <= 5
          if (small) expect(told.whole).toBe(false)
          if (!small || told.whole) continue
          hidden += 1
          expect(isCombination(shownParts, parts)).toBe(false)
        }
      }),
    )
    expect(hidden).toBeGreaterThan(50)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSuppressed,
  type PublishedCount,
  suppressBreakdown,
  suppressCounts,
  suppressShare,
  suppressTable,
} from './suppression.ts'

const words = (counts: readonly PublishedCount[]): string =>
  counts.map(one => (isSuppressed(one) ? '[c]' : String(one.shown))).join(' ')

/** All lists of a length over some values. */
const lists = (length: number, values: readonly number[]): number[][] =>
  length === 0 ? [[]] : lists(length - 1, values).flatMap(list => values.map(value => [...list, value]))

interface Published {
  readonly cells: readonly number[]
  readonly hidden: readonly boolean[]
  /** Which cells add up to a number that is printed beside them, and whether that number is shown. */
  readonly totals: readonly { readonly of: readonly number[]; readonly shown: boolean }[]
}

/**
 * What somebody can do who has paper and patience: try every other table. A hidden number that is the same in all tables that
 * fit what is shown is worked out. Changes by one are enough: tables with totals are flows, and whole-number flows that
 * differ at all differ by cycles of ones.
 */
const workedOut = ({ cells, hidden, totals }: Published, low: number, high: number): readonly string[] => {
  const places = cells.flatMap((_, at) => (hidden[at] ? [at] : []))
  const seenCells = new Map<number, Set<number>>()
  const seenTotals = new Map<number, Set<number>>()
  const note = (map: Map<number, Set<number>>, key: number, value: number) =>
    map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const change of lists(places.length, [-1, 0, 1])) {
    const other = [...cells]
    places.forEach((place, at) => {
      other[place] = (other[place] ?? 0) + (change[at] ?? 0)
    })
    if (places.some(place => (other[place] ?? 0) < low || (other[place] ?? 0) > high)) continue
    const sums = totals.map(({ of }) => of.reduce((all, at) => all + (other[at] ?? 0), 0))
    const real = totals.map(({ of }) => of.reduce((all, at) => all + (cells[at] ?? 0), 0))
    if (totals.some(({ shown }, at) => shown && sums[at] !== real[at])) continue
    for (const place of places) note(seenCells, place, other[place] ?? 0)
    for (const [at, { shown }] of totals.entries()) if (!shown) note(seenTotals, at, sums[at] ?? 0)
  }
  return [
    ...[...seenCells].filter(([, values]) => values.size < 2).map(([at]) => `cell ${at}`),
    ...[...seenTotals].filter(([, values]) => values.size < 2).map(([at]) => `total ${at}`),
  ]
}

/** Both readers: one who knows that counts are not negative, one who also believes the key ("1 to the threshold"). */
const givenAway = (published: Published, threshold: number): readonly string[] => {
  const hiddenValues = published.cells.filter((_, at) => published.hidden[at])
  const low = hiddenValues.some(value => value === 0) ? 0 : 1
  const trueKey = hiddenValues.every(value => value >= 1 && value <= threshold)
  return [
    ...workedOut(published, low, Number.POSITIVE_INFINITY),
    ...(trueKey ? workedOut(published, 1, threshold) : []),
  ]
}

const asTable = (rows: readonly (readonly number[])[], threshold: number): Published => {
  const published = suppressTable({ rows, withTotals: true }, threshold)
  const width = rows[0]?.length ?? 0
  const at = (r: number, c: number) => r * width + c
  const all = rows.flatMap((row, r) => row.map((_, c) => at(r, c)))
  return {
    cells: rows.flat(),
    hidden: published.rows.flat().map(isSuppressed),
    totals: [
      ...published.rowTotals.map((total, r) => ({
        of: (rows[r] ?? []).map((_, c) => at(r, c)),
        shown: !isSuppressed(total),
      })),
      ...published.columnTotals.map((total, c) => ({ of: rows.map((_, r) => at(r, c)), shown: !isSuppressed(total) })),
      { of: all, shown: published.total !== undefined && !isSuppressed(published.total) },
    ],
  }
}

describe('a breakdown', () => {
  it.each([
    [[12, 30, 8], '12 30 8'],
    [[12, 3, 8], '12 [c] [c]'],
    [[0, 3, 20, 9], '0 [c] 20 [c]'],
    [[4, 4, 20], '[c] [c] 20'],
    [[1, 2, 20, 30], '[c] [c] [c] 30'],
    [[0, 0, 0], '0 0 0'],
    [[], ''],
  ])('of %j is published as %s', (counts, published) => expect(words(suppressCounts(counts))).toBe(published))

  it('has its total hidden where that would give the hidden counts away', () => {
    const { cells, total } = suppressBreakdown([3, 0])
    expect([words(cells), isSuppressed(total)]).toEqual(['[c] 0', true])
    expect(suppressBreakdown([30, 40])).toEqual({ cells: [{ shown: 30 }, { shown: 40 }], total: { shown: 70 } })
  })

  it.each([2, 3])('gives no hidden count away: every list of up to 4 counts from 0 to 5, threshold %i', threshold => {
    for (const length of [1, 2, 3, 4])
      for (const counts of lists(length, [0, 1, 2, 3, 4, 5])) {
        const { cells, total } = suppressBreakdown(counts, threshold)
        const published = {
          cells: counts,
          hidden: cells.map(isSuppressed),
          totals: [{ of: counts.map((_, at) => at), shown: !isSuppressed(total) }],
        }
        expect({ counts, given: givenAway(published, threshold) }).toEqual({ counts, given: [] })
        for (const [at, value] of counts.entries())
          if (value >= 1 && value <= threshold) expect(published.hidden[at], `${counts}`).toBe(true)
      }
  })

  it('that hid only the small counts would be found out by this test', () => {
    const naive = { cells: [12, 3, 8], hidden: [false, true, false], totals: [{ of: [0, 1, 2], shown: true }] }
    expect(givenAway(naive, 5)).toContain('cell 1')
  })
})

describe('a two-way table', () => {
  it.each([
    [2, 2, [0, 1, 2, 3, 4, 6]],
    [2, 3, [0, 1, 2, 3]],
    [3, 2, [0, 1, 3, 5]],
  ] as const)('of %i by %i gives no hidden number away, whatever the counts', (height, width, values) => {
    const threshold = 2
    for (const flat of lists(height * width, values)) {
      const rows = Array.from({ length: height }, (_, r) => flat.slice(r * width, (r + 1) * width))
      const published = asTable(rows, threshold)
      const given = givenAway(published, threshold)
      if (given.length > 0) expect({ rows, given }).toEqual({ rows, given: [] })
      if (flat.some((value, at) => value >= 1 && value <= threshold && !published.hidden[at]))
        expect(rows).toBe('hidden')
    }
  })

  it('of 3 by 3, random counts, the usual threshold', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(7), fc.nat(60)), { minLength: 9, maxLength: 9 }), flat => {
        const rows = [flat.slice(0, 3), flat.slice(3, 6), flat.slice(6)]
        expect(givenAway(asTable(rows, 5), 5)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('that hid only the small cells would be found out by this test', () => {
    const naive: Published = {
      cells: [1, 9, 8, 7],
      hidden: [true, false, false, false],
      totals: [{ of: [0, 1], shown: true }],
    }
    expect(givenAway(naive, 5)).toEqual(['cell 0', 'cell 0'])
  })

  it('without totals hides the small counts only, and shows true zeros', () => {
    const table = suppressTable({
      rows: [
        [0, 3],
        [9, 20],
      ],
      withTotals: false,
    })
    expect(table.rows.map(words)).toEqual(['0 [c]', '9 20'])
    expect(table.rowTotals).toEqual([])
    expect(() => suppressTable({ rows: [[1, 2], [3]], withTotals: true })).toThrow(/as many counts/)
    expect(() => suppressCounts([1.5])).toThrow('A count is a whole number of 0 or more, not 1.5')
    expect(() => suppressCounts([1], -1)).toThrow('A threshold is a whole number, not -1')
  })
})

describe('a share', () => {
  it.each([
    [20, 40, { shown: 50 }],
    [3, 40, { suppressed: true }],
    [38, 40, { suppressed: true }],
    [0, 40, { shown: 0 }],
    [40, 40, { shown: 100 }],
    [0, 9, { suppressed: true }],
    [0, 0, { notApplicable: true }],
  ])('of %i in %i', (numerator, denominator, published) =>
    expect(suppressShare(numerator, denominator)).toEqual(published),
  )

  it('of more than all is a mistake', () => expect(() => suppressShare(3, 2)).toThrow('3 in 2 is not a share'))
})

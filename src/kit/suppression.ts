import { type Edge, protect } from './suppressionNetwork.ts'

// Small counts of children are not published (rulebook section 20). What is hidden here is hidden in the table, the chart,
// the file and the text alike: suppress before the figures leave the server.

/** A count as it may be published; `suppressed` is written "[c]". */
export type Shown = { readonly shown: number }
export type Suppressed = { readonly suppressed: true }
export type PublishedCount = Shown | Suppressed

/** Counts from 1 to this are hidden unless local policy sets another (DC-01). A true 0 is shown. */
export const usualThreshold = 5

/** How a hidden value is written (DC-06). */
export const confidential = '[c]'

export const isSuppressed = <T extends object>(one: T | Suppressed): one is Suppressed => 'suppressed' in one

const hidden: Suppressed = { suppressed: true }
const publish = (edge: Edge, hides: ReadonlySet<Edge>): PublishedCount =>
  hides.has(edge) ? hidden : { shown: edge.value }

const checkThreshold = (threshold: number): void => {
  if (!Number.isInteger(threshold) || threshold < 0) throw new Error(`A threshold is a whole number, not ${threshold}`)
}

/**
 * Hides small counts of one breakdown whose total is published, and as many others, the smallest first, as keep the hidden
 * ones from being found by subtraction (DC-01, DC-02). The total is taken as published whatever it is: with a total at or
 * under the threshold, or with every count hidden, use `suppressBreakdown`, which may hide the total too.
 */
export const suppressCounts = (counts: readonly number[], threshold = usualThreshold): PublishedCount[] =>
  breakdown(counts, threshold, true).cells

/** As `suppressCounts`, with the total hidden too when it is small itself or would give the hidden counts away. */
export const suppressBreakdown = (
  counts: readonly number[],
  threshold = usualThreshold,
): { readonly cells: PublishedCount[]; readonly total: PublishedCount } => breakdown(counts, threshold, false)

const breakdown = (counts: readonly number[], threshold: number, totalIsPublished: boolean) => {
  checkThreshold(threshold)
  const cells = counts.map((value): Edge => ({ from: 0, to: 1, value, kind: 'cell', fixed: false }))
  const total: Edge = { from: 1, to: 0, value: sum(counts), kind: 'total', fixed: totalIsPublished }
  const hides = protect([...cells, total], 2, threshold)
  return { cells: cells.map(one => publish(one, hides)), total: publish(total, hides) }
}

/** A two-way table of counts: all rows of one length. */
export interface CountTable {
  readonly rows: readonly (readonly number[])[]
  /** Whether totals of rows and columns and the total of all are published with it. */
  readonly withTotals: boolean
}

export interface PublishedTable {
  readonly rows: PublishedCount[][]
  /** One for each row; empty without totals, as are the others. */
  readonly rowTotals: PublishedCount[]
  readonly columnTotals: PublishedCount[]
  readonly total: PublishedCount | undefined
}

/**
 * Hides small counts of a two-way table and, where totals are published, as many more (other cells first, then totals) as
 * keep every hidden one from being worked out from all that is shown, over rows and columns together (DC-01, DC-02).
 * Protects against whoever knows every total and that hidden means 1 to the threshold; not against a reader who
 * runs this very procedure backwards over all possible tables.
 */
export const suppressTable = (table: CountTable, threshold = usualThreshold): PublishedTable => {
  checkThreshold(threshold)
  const width = table.rows[0]?.length ?? 0
  if (table.rows.some(row => row.length !== width))
    throw new Error('Every row of a table has as many counts as the first')
  const edges = edgesOf(table.rows, width)
  if (!table.withTotals) {
    const small = new Set(edges.cells.flat().filter(one => one.value >= 1 && one.value <= threshold))
    return {
      rows: edges.cells.map(row => row.map(one => publish(one, small))),
      rowTotals: [],
      columnTotals: [],
      total: undefined,
    }
  }
  const all = [...edges.cells.flat(), ...edges.rowTotals, ...edges.columnTotals, edges.total]
  const hides = protect(all, table.rows.length + width + 2, threshold)
  return {
    rows: edges.cells.map(row => row.map(one => publish(one, hides))),
    rowTotals: edges.rowTotals.map(one => publish(one, hides)),
    columnTotals: edges.columnTotals.map(one => publish(one, hides)),
    total: publish(edges.total, hides),
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** A table as a flow: the total of all runs to the rows, along the cells to the columns, and back together. */
const edgesOf = (rows: readonly (readonly number[])[], width: number) => {
  const source = rows.length + width
  const sink = source + 1
  const edge = (from: number, to: number, value: number, kind: Edge['kind']): Edge => ({
    from,
    to,
    value,
    kind,
    fixed: false,
  })
  const columns = Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? 0))
  return {
    cells: rows.map((row, r) => row.map((value, c) => edge(r, rows.length + c, value, 'cell'))),
    rowTotals: rows.map((row, r) => edge(source, r, sum(row), 'total')),
    columnTotals: columns.map((column, c) => edge(rows.length + c, sink, sum(column), 'total')),
    total: edge(sink, source, sum(rows.map(sum)), 'grand'),
  }
}

/** A share as it may be published, in percent from 0 to 100, unrounded; not applicable without a denominator ("[z]"). */
export type PublishedShare = Shown | Suppressed | { readonly notApplicable: true }

/** Percentages of fewer than this are hidden, 0% and 100% among them (DC-03). */
export const smallestDenominator = 10

/**
 * A percentage, hidden when its numerator or the rest is small, or its denominator is, for with the denominator known it
 * gives the count away (DC-03). Throws when the numerator is more than the denominator.
 */
export const suppressShare = (numerator: number, denominator: number, threshold = usualThreshold): PublishedShare => {
  checkThreshold(threshold)
  if (!(numerator >= 0 && numerator <= denominator)) throw new Error(`${numerator} in ${denominator} is not a share`)
  if (denominator === 0) return { notApplicable: true }
  const small = (n: number) => n >= 1 && n <= threshold
  const tooFew = threshold > 0 && denominator < Math.max(smallestDenominator, threshold + 1)
  return tooFew || small(numerator) || small(denominator - numerator)
    ? hidden
    : { shown: (numerator / denominator) * 100 }
}

// The mathematics under suppression.ts. A table with totals is a flow through a network: at every point what runs in runs
// out (a row's total in, its cells out). A hidden value can be worked out exactly when no other flow with the same shown
// values differs in it, that is, when no cycle of hidden edges that can all give way runs through it. Flows of whole
// numbers need no fractions, so the test is exact. See Cox, "Network models for complementary cell suppression" (1995).

/** One published number of a table. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly kind: 'cell' | 'total' | 'grand'
  /** Published whatever it gives away. */
  readonly fixed: boolean
}

/** What somebody who reads the table knows of hidden values. */
interface Knowledge {
  readonly low: number
  readonly highCell: number
  readonly highTotal: number
}

interface Network {
  readonly edges: readonly Edge[]
  /** The edges at each point. */
  readonly at: readonly (readonly Edge[])[]
  readonly threshold: number
}

const small = (edge: Edge, threshold: number): boolean => edge.value >= 1 && edge.value <= threshold

/** The edges to hide: the small ones, and others until none of them can be worked out, or nothing is left to hide. */
export const protect = (edges: readonly Edge[], points: number, threshold: number): ReadonlySet<Edge> => {
  for (const { value } of edges) {
    if (!Number.isInteger(value) || value < 0) throw new Error(`A count is a whole number of 0 or more, not ${value}`)
  }
  const at = Array.from({ length: points }, (_, point) => edges.filter(one => one.from === point || one.to === point))
  const network: Network = { edges, at, threshold }
  const hidden = new Set(edges.filter(one => !one.fixed && small(one, threshold)))
  const primary = new Set(hidden)
  if (hidden.size === 0) return hidden
  for (let more = nextToHide(network, hidden); more; more = nextToHide(network, hidden)) hidden.add(more)
  showAgain(network, hidden, primary)
  return hidden
}

/** The next edge to hide, because a line or a hidden edge is weak; undefined when none is, or nothing helps. */
const nextToHide = (network: Network, hidden: ReadonlySet<Edge>): Edge | undefined => {
  const line = weakLine(network, hidden)
  if (line) return line
  const edge = weakEdge(network, hidden)
  return edge && helper(network, hidden, edge)
}

/**
 * DC-02: the hidden counts of a line add up to what subtraction gives, so together they must be more than the threshold, and
 * more than one. Answers with the count to hide next.
 */
const weakLine = (network: Network, hidden: ReadonlySet<Edge>): Edge | undefined => {
  for (const [point, edges] of network.at.entries()) {
    const inLine = edges.filter(one => hidden.has(one))
    const oneSide = inLine.every(one => one.from === point) || inLine.every(one => one.to === point)
    const hiddenSum = inLine.reduce((sum, one) => sum + one.value, 0)
    if (inLine.length === 0 || !oneSide || (inLine.length > 1 && hiddenSum > network.threshold)) continue
    const others = edges.filter(one => !hidden.has(one) && !one.fixed && (one.value > 0 || inLine.length === 1))
    const best = cheapest(others, network, hidden, point)
    if (best) return best
  }
  return undefined
}

const weakEdge = (network: Network, hidden: ReadonlySet<Edge>): Edge | undefined => {
  const known = knowledge(hidden, network.threshold)
  return [...hidden].find(one => known.some(knows => !canVary(network, hidden, one, knows)))
}

/**
 * What readers may know: that hidden values are not negative (not 0 either, unless a 0 had to be hidden), and, from the key
 * of the table, that they are 1 to the threshold. The second only counts where it is true: elsewhere it misleads them.
 */
const knowledge = (hidden: ReadonlySet<Edge>, threshold: number): Knowledge[] => {
  const all = [...hidden]
  const low = all.some(one => one.value === 0) ? 0 : 1
  const any: Knowledge = { low, highCell: Infinity, highTotal: Infinity }
  if (all.every(one => small(one, threshold))) return [any, { low, highCell: threshold, highTotal: threshold }]
  const cellsAreSmall = all.every(one => one.kind !== 'cell' || small(one, threshold))
  return cellsAreSmall ? [any, { low, highCell: threshold, highTotal: Infinity }] : [any]
}

const high = (edge: Edge, knows: Knowledge): number => (edge.kind === 'cell' ? knows.highCell : knows.highTotal)

/** Whether another flow, with everything shown as it is, has a different value on this edge. */
const canVary = (network: Network, hidden: ReadonlySet<Edge>, edge: Edge, knows: Knowledge): boolean =>
  (edge.value < high(edge, knows) && reaches(network, hidden, edge, edge.to, edge.from, knows)) ||
  (edge.value > knows.low && reaches(network, hidden, edge, edge.from, edge.to, knows))

/** Whether one more unit can run from one point to another over hidden edges, without the edge in question. */
const reaches = (
  network: Network,
  hidden: ReadonlySet<Edge>,
  without: Edge,
  from: number,
  to: number,
  knows: Knowledge,
): boolean => {
  const seen = new Set([from])
  const waiting = [from]
  for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
    if (point === to) return true
    for (const edge of network.at[point] ?? []) {
      if (edge === without || !hidden.has(edge)) continue
      const forward = edge.from === point
      const gives = forward ? edge.value < high(edge, knows) : edge.value > knows.low
      const next = forward ? edge.to : edge.from
      if (gives && !seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return false
}

/** The edge to hide for the sake of one that can be worked out: in its own lines, else anywhere. */
const helper = (network: Network, hidden: ReadonlySet<Edge>, weak: Edge): Edge | undefined => {
  const free = (edges: readonly Edge[]) => edges.filter(one => !hidden.has(one) && !one.fixed)
  for (const point of [weak.from, weak.to]) {
    const best = cheapest(free(network.at[point] ?? []), network, hidden, point)
    if (best && best.value > 0) return best
  }
  return cheapest(free(network.edges), network, hidden)
}

/** Cells before totals before zeros; then those whose other line has something hidden already; then the smallest (DC-02). */
const cheapest = (
  edges: readonly Edge[],
  network: Network,
  hidden: ReadonlySet<Edge>,
  point?: number,
): Edge | undefined => {
  const cost = (edge: Edge): readonly number[] => {
    const kind = edge.value === 0 ? 3 : { cell: 0, total: 1, grand: 2 }[edge.kind]
    const other = edge.from === point ? edge.to : edge.from
    const closes = network.at[other]?.some(one => one !== edge && hidden.has(one)) ?? false
    return [kind, closes ? 0 : 1, edge.value]
  }
  return edges.reduce<Edge | undefined>(
    (best, edge) => (best && !isLess(cost(edge), cost(best)) ? best : edge),
    undefined,
  )
}

const isLess = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((one, index) => one !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** Beyond this many hidden values showing again takes longer than a page may; the table is then safe, not the leanest. */
const leanUpTo = 150

/** Shows again, the largest first, what need not stay hidden after all. */
const showAgain = (network: Network, hidden: Set<Edge>, primary: ReadonlySet<Edge>): void => {
  if (hidden.size > leanUpTo) return
  const isSafe = () => !weakLine(network, hidden) && !weakEdge(network, hidden)
  if (!isSafe()) return
  const extra = [...hidden].filter(one => !primary.has(one)).sort((a, b) => b.value - a.value)
  for (const edge of extra) {
    hidden.delete(edge)
    if (!isSafe()) hidden.add(edge)
  }
}

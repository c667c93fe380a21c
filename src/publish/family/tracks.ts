import { at } from './family.ts'

// Lines that run across in the band above a row, each on a track of its own where they would touch.

/** The part of a line that runs across in one band. */
export interface Run {
  readonly band: number
  /** Places where the line comes from above, and where it goes on below. */
  readonly ups: readonly number[]
  readonly downs: readonly number[]
  /** Room for words beside the line, in pixels across. */
  readonly label?: { readonly from: number; readonly to: number }
}

interface Extent {
  readonly low: number
  readonly high: number
}

const lineOf = ({ ups, downs }: Run): Extent => ({ low: Math.min(...ups, ...downs), high: Math.max(...ups, ...downs) })

const extentOf = (run: Run): Extent => {
  const { low, high } = lineOf(run)
  return { low: Math.min(low, run.label?.from ?? low), high: Math.max(high, run.label?.to ?? high) }
}

/** A straight line down needs no track. */
const isStraight = (run: Run): boolean => {
  const { low, high } = lineOf(run)
  return run.label === undefined && high - low < 0.5
}

const within = (x: number, { low, high }: Extent): number =>
  x > low && x < high ? 1 : Math.abs(x - low) < 1 || Math.abs(x - high) < 1 ? 1.5 : 0

/** How many lines cross, or lie on one another, when one run is above the other. */
const clashes = (above: Run, below: Run): number => {
  const shared = above.downs.reduce((sum, down) => sum + below.ups.filter(up => Math.abs(up - down) < 3).length * 4, 0)
  const down = above.downs.reduce((sum, x) => sum + within(x, extentOf(below)), 0)
  return below.ups.reduce((sum, x) => sum + within(x, extentOf(above)), down + shared)
}

/** Runs from top to bottom, neighbours exchanged as long as that saves a crossing. */
const sorted = (runs: readonly number[], all: readonly Run[]): number[] => {
  const own = [...runs]
  const extent = (index: number) => extentOf(at(all, index))
  own.sort(
    (a, b) =>
      extent(b).high - extent(b).low - (extent(a).high - extent(a).low) || extent(a).low - extent(b).low || a - b,
  )
  for (let round = 0; round < own.length; round += 1) {
    let changed = false
    for (let index = 1; index < own.length; index += 1) {
      const [upper, lower] = [at(own, index - 1), at(own, index)]
      if (clashes(at(all, lower), at(all, upper)) < clashes(at(all, upper), at(all, lower))) {
        own[index - 1] = lower
        own[index] = upper
        changed = true
      }
    }
    if (!changed) break
  }
  return own
}

const touch = (a: Extent, b: Extent): boolean => a.low < b.high + 10 && b.low < a.high + 10

export interface Tracks {
  /** Height of each band. */
  readonly heights: readonly number[]
  /** How far below the top of its band each run lies. */
  readonly depth: readonly number[]
}

const [plainTrack, wordTrack] = [14, 24]

/** Puts every run on a track: as high as those above it allow. */
export const tracksOf = (runs: readonly Run[], bands: number): Tracks => {
  const depth: number[] = runs.map(() => 0)
  const heights = Array.from({ length: bands }, (_, band) => {
    const own = runs.flatMap((run, index) => (run.band === band && !isStraight(run) ? [index] : []))
    const level = new Map<number, number>()
    const order = sorted(own, runs)
    for (const [index, run] of order.entries()) {
      const above = order.slice(0, index).filter(one => touch(extentOf(at(runs, one)), extentOf(at(runs, run))))
      level.set(run, Math.max(-1, ...above.map(one => level.get(one) ?? 0)) + 1)
    }
    const levels = Math.max(-1, ...level.values()) + 1
    let height = 0
    for (let one = 0; one < levels; one += 1) {
      const members = order.filter(run => level.get(run) === one)
      height += members.some(run => at(runs, run).label) ? wordTrack : plainTrack
      for (const run of members) depth[run] = height
    }
    return height
  })
  return { heights, depth }
}

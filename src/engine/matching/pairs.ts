import { type Blocks, createCandidates } from './blocking.ts'
import type { Weighed } from './chances.ts'
import type { Tables } from './columns.ts'
import type { Comparer, Found } from './compare.ts'
import type { Shares } from './frequencies.ts'
import { createList } from './list.ts'
import type { AspectModel } from './model.ts'
import { createScorer, type Scorer } from './score.ts'
import { createScreen } from './screen.ts'

/** Pairs that may be one person, with what was found between them, the aspects of a pair beside each other. */
export interface Pairs extends Found {
  readonly aspects: number
  readonly size: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** Pairs that were compared to find these. */
  readonly compared: number
}

const ints = (size: number) => new Int32Array(size)
const floats = (size: number) => new Float64Array(size)

/** What a linkage stands on: the records as numbers, how they are compared, and which are. */
export interface Ground {
  readonly tables: Tables
  readonly comparer: Comparer
  readonly blocks: Blocks
  readonly shares: readonly (Shares | undefined)[]
}

/** Compares all candidates of these left records and hands on those of so many bits and more; answers how many it compared. */
const search = (
  { tables, blocks, shares, comparer: { compare, found } }: Ground,
  models: readonly AspectModel[],
  lefts: Iterable<number>,
  least: number,
  keep: (left: number, right: number, found: Found, bits: number) => void,
): number => {
  const scorer = createScorer(tables, models, shares)
  const isHopeless = createScreen(tables, models)
  const candidates = createCandidates(blocks, tables)
  let compared = 0
  for (const left of lefts) {
    candidates(left, right => {
      if (isHopeless(left, right)) return
      compared += 1
      compare(left, right)
      const bits = scorer.match(found)
      if (bits >= least) keep(left, right, found, bits)
    })
  }
  return compared
}

/** Pairs of these left records that a first model does not rule out, with everything found, to learn from. */
export const rememberPairs = (ground: Ground, models: readonly AspectModel[], lefts: Iterable<number>): Pairs => {
  const { tables } = ground
  const aspects = tables.aspects.length
  const levels = createList(size => new Uint8Array(size), aspects)
  const [leftValues, rightValues] = [createList(ints, aspects), createList(ints, aspects)]
  const [left, right] = [createList(ints, 1), createList(ints, 1)]
  // A pair must be within nine bits of even odds: what learning moves is less.
  const least = Math.log2(tables.rightSize + 1) - 9
  const compared = search(ground, models, lefts, least, (one, other, found) => {
    levels.add(found.levels)
    leftValues.add(found.leftValues)
    rightValues.add(found.rightValues)
    left.add([one])
    right.add([other])
  })
  return {
    aspects,
    size: left.all().length,
    left: left.all(),
    right: right.all(),
    levels: levels.all(),
    leftValues: leftValues.all(),
    rightValues: rightValues.all(),
    compared,
  }
}

/** The remembered pairs weighed by another model. */
export const weighAgain = (pairs: Pairs, scorer: Scorer): Weighed => {
  const match = new Float64Array(pairs.size)
  const household = new Float64Array(pairs.size)
  const apart = new Uint8Array(pairs.size)
  for (let at = 0; at < pairs.size; at += 1) {
    match[at] = scorer.match(pairs, at * pairs.aspects)
    household[at] = scorer.household(pairs, at * pairs.aspects)
    apart[at] = Number(scorer.isApart(pairs, at * pairs.aspects))
  }
  return { size: pairs.size, left: pairs.left, right: pairs.right, match, household, apart }
}

/** All pairs of so many bits and more of the first left records, weighed once and not remembered further: for inputs too big to hold. */
export const weighAll = (
  ground: Ground,
  models: readonly AspectModel[],
  least: number,
  first: number,
): Weighed & { readonly compared: number } => {
  const [left, right] = [createList(ints, 1), createList(ints, 1)]
  const [match, household] = [createList(floats, 1), createList(floats, 1)]
  const apart = createList(size => new Uint8Array(size), 1)
  const everyone = Array.from({ length: Math.min(first, ground.tables.leftSize) }, (_, at) => at)
  const scorer = createScorer(ground.tables, models, ground.shares)
  const compared = search(ground, models, everyone, least, (one, other, found, bits) => {
    left.add([one])
    right.add([other])
    match.add([bits])
    household.add([scorer.household(found)])
    apart.add([Number(scorer.isApart(found))])
  })
  return {
    size: left.all().length,
    left: left.all(),
    right: right.all(),
    match: match.all(),
    household: household.all(),
    apart: apart.all(),
    compared,
  }
}

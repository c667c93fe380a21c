import { assignOneToOne } from './assign.ts'
import { buildBlocks } from './blocking.ts'
import { chancesOf, type Weighed } from './chances.ts'
import { readTables, type Tables } from './columns.ts'
import { createComparer } from './compare.ts'
import { type Estimate, estimate } from './estimate.ts'
import type { Field } from './field.ts'
import { countShares, frequenciesOf } from './frequencies.ts'
import { isDoubtful, type Model, possibleFrom } from './model.ts'
import { type Ground, weighAgain, weighAll } from './pairs.ts'
import { createScorer, householdBits } from './score.ts'

export interface LinkOptions<R> {
  readonly fields: readonly Field<R>[]
  /** Nobody stands twice in either file: then each record is linked to one other at most. */
  readonly withoutDuplicates?: boolean
  /** Share of the links that should be true, 0 to 1, by the chances the model gives them. */
  readonly precision?: number
  /**
   * What becomes of a pair of one household that differs in the name which tells its people apart, as twins do, and has no
   * number that settles it: it is left to a person ("ask"), or weighed as any other pair.
   */
  readonly apart?: 'ask' | 'weigh'
  /** Of one file: only pairs in which one of its first so many records stands. */
  readonly first?: number
  /** For the random pairs; the same records with the same seed give the same links. */
  readonly seed?: string
  /** What the records are, for whoever reads the model later. */
  readonly source?: string
}

export interface Link {
  /** Places of the records in what was given. */
  readonly left: number
  readonly right: number
  /** Bits for one person against two. */
  readonly bits: number
  /** That both are one person: 0 to 1. */
  readonly chance: number
}

export interface Linkage {
  /** The surest first. */
  readonly links: readonly Link[]
  /** Pairs for a person to decide, the surest first. */
  readonly uncertain: readonly Link[]
  readonly model: Model
  /** Pairs that were compared. */
  readonly compared: number
}

/** To join two people is worse than to ask, so a little more is asked of the links than of the average estimate. */
const usualPrecision = 0.996

/** No pair is linked that is more likely two people than one. */
const leastThreshold = 0.5

/** Numbers of the pairs that may stand: all, or where each record has one partner those of the best assignment. */
const standing = (pairs: Weighed, chances: Float64Array, oneToOne: boolean): readonly number[] => {
  const likely = Array.from(chances.keys()).filter(at => (chances[at] ?? 0) >= possibleFrom)
  if (!oneToOne) return likely
  const chosen = assignOneToOne({
    left: Int32Array.from(likely, at => pairs.left[at] ?? 0),
    right: Int32Array.from(likely, at => pairs.right[at] ?? 0),
    gain: Float64Array.from(likely, at => Math.log2((chances[at] ?? 0) / possibleFrom) + 0.01),
  })
  return chosen.map(at => likely[at] ?? 0)
}

/** The least chance at which the links taken together are as sure as was asked. */
const thresholdFor = (sorted: readonly Link[], precision: number): number => {
  const likely = sorted.filter(({ chance }) => chance >= leastThreshold)
  let [sum, enough] = [0, 0]
  for (const [at, { chance }] of likely.entries()) {
    sum += chance
    if (sum >= precision * (at + 1)) enough = at + 1
  }
  return enough === likely.length ? leastThreshold : (likely[enough - 1]?.chance ?? 1)
}

const bySurest = (a: Link, b: Link): number =>
  b.chance - a.chance || b.bits - a.bits || a.left - b.left || a.right - b.right

const weighPairs = (ground: Ground, learnt: Estimate, first: number): Weighed & { readonly compared: number } => {
  if (learnt.all) {
    const scorer = createScorer(ground.tables, learnt.aspects, ground.shares)
    return { ...weighAgain(learnt.pairs, scorer), compared: learnt.pairs.compared }
  }
  // Twenty bits below even odds nothing lifts a pair any more.
  return weighAll(ground, learnt.aspects, Math.log2(learnt.prior.pairs / learnt.prior.matches) - 20, first)
}

const dictionaryOf = ({ fields }: Tables, aspect: number) => {
  const table = fields.find(({ first, parts, joint }) => aspect >= first && aspect < first + (joint ? 1 : parts))
  return table?.dictionary[aspect - table.first] ?? []
}

const modelOf = (ground: Ground, learnt: Estimate, threshold: number, source: string): Model => {
  const { tables, shares } = ground
  const { prior } = learnt
  const perRecord = (pairs: number): number => (pairs / prior.pairs) * tables.rightSize
  return {
    source,
    aspects: learnt.aspects.map((aspect, at) => {
      const own = shares[at]
      return own ? { ...aspect, frequencies: frequenciesOf(own, dictionaryOf(tables, at)) } : aspect
    }),
    matchesPerRecord: perRecord(prior.matches),
    householdPerRecord: perRecord(prior.households),
    records: tables.rightSize,
    threshold,
  }
}

/**
 * Finds the records of one person in two files, or in one (give it once), without being told any true pair: it learns from
 * the records how names and dates agree and err, weighs every pair that shares a key, and chooses its own threshold.
 */
export const link = <R>(left: readonly R[], given: readonly R[] | undefined, options: LinkOptions<R>): Linkage => {
  const right = given ?? left
  const oneToOne = options.withoutDuplicates === true && left !== right
  const tables = readTables(options.fields, left, right)
  const ground: Ground = {
    tables,
    shares: countShares(tables),
    blocks: buildBlocks(tables),
    comparer: createComparer(tables),
  }
  const learnt = estimate(ground, oneToOne, options.seed ?? 'matching')
  const first = options.first ?? left.length
  const pairs = weighPairs(ground, learnt, first)
  const sides = oneToOne ? { lefts: left.length, rights: right.length } : undefined
  const chances = chancesOf(pairs, learnt.prior, sides)
  const householdShare = learnt.prior.households / Math.max(1, learnt.prior.pairs)
  const linkOf = (at: number): Link => ({
    left: pairs.left[at] ?? 0,
    right: pairs.right[at] ?? 0,
    bits: (pairs.match[at] ?? 0) + householdBits(pairs.household[at] ?? 0, householdShare),
    chance: chances.match[at] ?? 0,
  })
  const asks = options.apart !== 'weigh'
  const isLeft = (at: number): boolean => asks && isDoubtful(pairs.apart[at] === 1, chances.match[at] ?? 0)
  const stands = standing(pairs, chances.match, oneToOne).filter(at => (pairs.left[at] ?? 0) < first)
  const likely = stands
    .filter(at => !isLeft(at))
    .map(linkOf)
    .sort(bySurest)
  const threshold = thresholdFor(likely, options.precision ?? usualPrecision)
  const doubted = stands.filter(isLeft).map(linkOf)
  return {
    links: likely.filter(({ chance }) => chance >= threshold),
    uncertain: [...likely.filter(({ chance }) => chance < threshold), ...doubted].sort(bySurest),
    model: modelOf(ground, learnt, threshold, options.source ?? ''),
    compared: pairs.compared,
  }
}

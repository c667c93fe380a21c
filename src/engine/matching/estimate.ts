import { createRandom } from '../../kit/random.ts'
import { type Chances, chancesOf, type Prior } from './chances.ts'
import type { Tables } from './columns.ts'
import {
  aspectModel,
  countLevels,
  type Levels,
  samplePairs,
  sharesOfLevels,
  usualHousehold,
  usualMatch,
} from './learn.ts'
import type { AspectModel } from './model.ts'
import { type Ground, type Pairs, rememberPairs, weighAgain } from './pairs.ts'
import { createScorer } from './score.ts'

/** What was learnt from the records themselves, without being told which pairs are true. */
export interface Estimate {
  readonly aspects: readonly AspectModel[]
  readonly prior: Prior
  /** The pairs it was learnt from: all there are, or those of some of the left records. */
  readonly pairs: Pairs
  readonly all: boolean
}

/** Left records whose pairs are learnt from; more tell nothing new. */
const mostLearners = 20_000
const mostRounds = 40
/** Pairs that the usual shares count for beside those of the records. */
const strength = { match: 20, chance: 0.5, household: 50 } as const

interface Learning extends Ground {
  readonly oneToOne: boolean
  readonly pairs: Pairs
  /** Part of the left records that the pairs are of. */
  readonly part: number
}

/** Places of the left records to learn from, spread evenly. */
const learners = (size: number): readonly number[] => {
  const count = Math.min(size, mostLearners)
  return Array.from({ length: count }, (_, at) => Math.floor((at * size) / count))
}

const total = (values: Float64Array): number => {
  let sum = 0
  for (const one of values) sum += one
  return sum
}

/** New shares from the chances of the pairs. */
const improve = (
  { tables, pairs }: Learning,
  chances: Chances,
  models: readonly AspectModel[],
): readonly AspectModel[] => {
  const match = countLevels(pairs, tables.aspects, at => chances.match[at] ?? 0)
  const household = countLevels(pairs, tables.aspects, at => chances.household[at] ?? 0)
  return tables.aspects.map((aspect, at) => {
    const chance = models[at]?.levels.map(one => one.chance) ?? []
    const usual = usualHousehold(aspect, chance)
    return aspectModel(
      aspect,
      sharesOfLevels(match[at] as Float64Array, usualMatch(aspect), strength.match),
      chance,
      aspect.shared ? sharesOfLevels(household[at] as Float64Array, usual, strength.household) : usual,
    )
  })
}

interface Learnt {
  readonly aspects: readonly AspectModel[]
  readonly prior: Prior
}

/** Expectation and maximisation in turn until the number of true pairs stands still. */
const climb = (learning: Learning, start: Learnt): Learnt => {
  const { tables, oneToOne, pairs, shares, part } = learning
  const sides = oneToOne ? { lefts: tables.leftSize, rights: tables.rightSize } : undefined
  let { aspects, prior } = start
  for (let round = 0; round < mostRounds; round += 1) {
    const chances = chancesOf(weighAgain(pairs, createScorer(tables, aspects, shares)), prior, sides)
    const before = prior.matches
    prior = {
      pairs: prior.pairs,
      matches: Math.max(0.5, total(chances.match) / part),
      households: Math.max(0.5, total(chances.household) / part),
    }
    aspects = improve(learning, chances, aspects)
    if (Math.abs(prior.matches - before) <= 1e-4 * before) break
  }
  return { aspects, prior }
}

/** Shares by chance, from random pairs, each as far as it is not one person's. */
const chanceOf = (
  sample: Levels,
  tables: Tables,
  weightOf: (pair: number) => number,
): readonly (readonly number[])[] => {
  const counts = countLevels(sample, tables.aspects, weightOf)
  return tables.aspects.map(({ levels }, at) =>
    sharesOfLevels(
      counts[at] as Float64Array,
      levels.map(() => 1),
      strength.chance,
    ),
  )
}

/** How far a pair of the sample is two people's, by its levels alone. */
const otherwise = (sample: Levels, tables: Tables, { aspects, prior }: Learnt): ((pair: number) => number) => {
  const found = { ...sample, leftValues: new Int32Array(0), rightValues: new Int32Array(0) }
  const scorer = createScorer(
    tables,
    aspects,
    tables.aspects.map(() => undefined),
  )
  const odds = prior.matches / Math.max(1, prior.pairs - prior.matches)
  return pair => 1 / (1 + odds * 2 ** scorer.match(found, pair * sample.aspects))
}

const withChance = (tables: Tables, models: readonly AspectModel[], chance: readonly (readonly number[])[]) =>
  tables.aspects.map((aspect, at) => {
    const own = chance[at] ?? []
    const match = models[at]?.levels.map(one => one.match) ?? usualMatch(aspect)
    const household = models[at]?.levels.map(one => one.household)
    return aspectModel(aspect, match, own, aspect.shared && household ? household : usualHousehold(aspect, own))
  })

const pairsOf = ({ itself, leftSize, rightSize }: Tables): number =>
  itself ? (leftSize * (leftSize - 1)) / 2 : leftSize * rightSize

/**
 * Learns a model from the records (Fellegi and Sunter 1969): what chance does from random pairs, what one person's records do
 * from the pairs that blocks bring together, by expectation and maximisation. No pair needs to be known as true.
 */
export const estimate = (ground: Ground, oneToOne: boolean, seed: string): Estimate => {
  const { tables } = ground
  const sample = samplePairs(tables, ground.comparer, createRandom(seed))
  const smaller = Math.min(tables.leftSize, tables.rightSize)
  const prior: Prior = { pairs: pairsOf(tables), matches: smaller / 2, households: smaller / 20 }
  const start = withChance(
    tables,
    [],
    chanceOf(sample, tables, () => 1),
  )
  const lefts = learners(tables.leftSize)
  const pairs = rememberPairs(ground, start, lefts)
  const learning: Learning = { ...ground, oneToOne, pairs, part: lefts.length / Math.max(1, tables.leftSize) }
  const first = climb(learning, { aspects: start, prior })
  // Random pairs of few records hold some of one person: without them chance is seen clearer.
  const chance = chanceOf(sample, tables, otherwise(sample, tables, first))
  const second = climb(learning, { ...first, aspects: withChance(tables, first.aspects, chance) })
  return { ...second, pairs, all: lefts.length === tables.leftSize }
}

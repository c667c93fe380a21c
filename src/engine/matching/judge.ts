import { type FieldTable, readTables, type Tables } from './columns.ts'
import { createComparer, type Found } from './compare.ts'
import type { Aspect, Field } from './field.ts'
import { sharesFrom } from './frequencies.ts'
import { type AspectModel, type Model, type Strength, strengthOf } from './model.ts'
import type { Likeness } from './scale.ts'
import { createScorer, householdBits, type Scorer } from './score.ts'

/** One row of an explanation. */
export interface Reason {
  readonly key: string
  /** "family name". */
  readonly label: string
  readonly likeness: Likeness | 'missing'
  /** What was found, in plain words: "near (Babatunde / Babtunde)", "day and month swapped (…)", "same", "missing". */
  readonly words: string
  /** For one person where above 0, against where below. */
  readonly bits: number
}

export interface Judgement {
  /** Place of the candidate in what was given. */
  readonly candidate: number
  /** For one person against two; the bits of the reasons add up to it. */
  readonly bits: number
  /** That both are one person: 0 to 1. */
  readonly chance: number
  /** Nothing where the two are most likely two people. */
  readonly strength: Strength | undefined
  readonly reasons: readonly Reason[]
}

export interface JudgeOptions {
  /** Records the candidates were drawn from; those of the model where it is not said. */
  readonly among?: number
}

/** The models of the aspects in their order; an aspect that the model does not know is a mistake of the programmer. */
const modelsFor = (aspects: readonly Aspect[], model: Model): readonly AspectModel[] =>
  aspects.map(({ key, levels }) => {
    const found = model.aspects.find(one => one.key === key)
    if (found?.levels.length !== levels.length) throw new Error(`The model of “${model.source}” does not know ${key}`)
    return found
  })

const tableOf = ({ fields }: Tables, aspect: number): FieldTable | undefined =>
  fields.findLast(({ first }) => first <= aspect)

/** Shares as the stored model has them, for the values at hand. */
const storedShares = (tables: Tables, models: readonly AspectModel[]) =>
  models.map(({ frequencies }, aspect) => {
    const table = tableOf(tables, aspect)
    return frequencies && table ? sharesFrom(frequencies, table.dictionary[aspect - table.first] ?? []) : undefined
  })

/** What was set beside each other, as it was written. */
const pairOf = (tables: Tables, found: Found, aspect: number): readonly [string, string] => {
  const table = tableOf(tables, aspect)
  if (!table) return ['', '']
  const words = (part: number, value: number | undefined): string => table.written[part]?.[value ?? 0] ?? ''
  if (!table.joint) {
    const part = aspect - table.first
    return [words(part, found.leftValues[aspect]), words(part, found.rightValues[aspect])]
  }
  const together = (values: Int32Array, at = 0): string =>
    [words(0, values[at]), words(1, values[at + 1])].filter(text => text !== '').join(', ')
  return [together(table.left.values, found.leftAt?.[aspect]), together(table.right.values, found.rightAt?.[aspect])]
}

const wordsFor = (tables: Tables, found: Found, aspect: number): Pick<Reason, 'likeness' | 'words'> => {
  const level = found.levels[aspect] ?? 0
  const described = tables.aspects[aspect]?.levels[level - 1]
  if (!described) return { likeness: 'missing', words: 'missing' }
  const { likeness, words = likeness } = described
  const [left, right] = pairOf(tables, found, aspect)
  return { likeness, words: likeness === 'same' || left === '' ? words : `${words} (${left} / ${right})` }
}

const householdLabel = 'people of one household'
const householdWords = 'what people of one household have in common counts for less'

const reasonsFor = (tables: Tables, found: Found, scorer: Scorer, householdShare: number): readonly Reason[] => {
  const rows = tables.aspects.map(({ key, label }, aspect): Reason => {
    const bits = scorer.ofAspect(found, aspect)
    return { key, label, ...wordsFor(tables, found, aspect), bits }
  })
  const bits = householdBits(scorer.household(found), householdShare)
  return [...rows, { key: 'together', label: householdLabel, likeness: 'near', words: householdWords, bits }]
}

/**
 * Weighs one record against candidates by a stored model, with the reasons field by field; the likeliest first.
 * @throws Error when the model was estimated with other fields
 */
export const judge = <R>(
  record: R,
  candidates: readonly R[],
  fields: readonly Field<R>[],
  model: Model,
  { among = model.records }: JudgeOptions = {},
): readonly Judgement[] => {
  const tables = readTables(fields, [record], candidates)
  const models = modelsFor(tables.aspects, model)
  const scorer = createScorer(tables, models, storedShares(tables, models))
  const { compare, found } = createComparer(tables)
  const records = Math.max(1, among)
  const odds = model.matchesPerRecord / records
  const householdShare = model.householdPerRecord / records
  const judgements = candidates.map((_, candidate): Judgement => {
    compare(0, candidate)
    const reasons = reasonsFor(tables, found, scorer, householdShare)
    const bits = scorer.match(found) + householdBits(scorer.household(found), householdShare)
    const chance = 1 / (1 + 1 / (odds * 2 ** bits))
    return { candidate, bits, chance, strength: strengthOf(chance, scorer.isApart(found), model), reasons }
  })
  return judgements.sort((a, b) => b.chance - a.chance || b.bits - a.bits || a.candidate - b.candidate)
}

/** Why two records are, or are not, taken for one person's; the reasons add up to its bits. */
export const explain = <R>(
  left: R,
  right: R,
  fields: readonly Field<R>[],
  model: Model,
  options: JudgeOptions = {},
): Judgement => judge(left, [right], fields, model, options)[0] as Judgement

import type { Actor } from '../../engine/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { type Breakdown, breakdownOf } from '../../engine/measures/breakdown.ts'
import { mayBreakDown } from '../../engine/measures/disclosure.ts'
import { type Comparison, comparisonOf, type Figure, trendOf } from '../../engine/measures/figure.ts'
import { type Asked, measureFor } from '../../engine/measures/find.ts'
import { countedFor } from '../../engine/measures/tally.ts'
import { tellRecords } from './records.ts'
import { type Block, measuresIn, type Section, type ToldRecord } from './section.ts'

/** Every number of a report, from the engine, before a word is written. */
export interface Gathered {
  readonly comparisons: ReadonlyMap<string, Comparison>
  readonly trends: ReadonlyMap<string, readonly Figure[]>
  /** By `measure by field`; absent where this person may not ask for it. */
  readonly breakdowns: ReadonlyMap<string, Breakdown>
  /** By the key of the block; absent for somebody who may not open all of the records. */
  readonly records: ReadonlyMap<string, readonly ToldRecord[]>
  /** What the scale of a count says: "contacts". */
  readonly plurals: ReadonlyMap<string, string>
}

export const rowsKey = ({ breakdown, by }: { readonly breakdown: string; readonly by: string }): string =>
  `${breakdown} by ${by}`

/** @throws Outcome notFound for somebody who does not see every figure of the report, invalid as `figureOf` */
export const gather = (engine: Engine, actor: Actor, sections: readonly Section[], asked: Asked): Promise<Gathered> =>
  countedFor(engine, actor, counting => gatherFrom(counting, actor, sections, asked))

const gatherFrom = async (
  engine: Engine,
  actor: Actor,
  sections: readonly Section[],
  asked: Asked,
): Promise<Gathered> => {
  const blocks = sections.flatMap(section => section.blocks)
  const keys = measuresIn(sections)
  const plurals = new Map(keys.map(key => [key, measureFor(engine, actor, key).register.record.plural]))
  const comparisons = await mapOf(keys, key => comparisonOf(engine, actor, key, asked))
  const [first] = comparisons.values()
  const trends = await mapOf(
    blocks.flatMap(block => ('trend' in block ? [block.trend] : [])),
    key => trendOf(engine, actor, key, { ...asked, over: 'months' }),
  )
  const broken = blocks.filter((block): block is Extract<Block, { breakdown: string }> => 'breakdown' in block)
  const allowed = broken.filter(({ breakdown }) => {
    const figure = comparisons.get(breakdown)?.figure
    return first !== undefined && mayBreakDown(figure?.opens ?? false, first.figure.period)
  })
  const breakdowns = new Map<string, Breakdown>()
  for (const block of allowed)
    breakdowns.set(rowsKey(block), await breakdownOf(engine, actor, block.breakdown, { ...asked, by: block.by }))
  const records = new Map<string, readonly ToldRecord[]>()
  for (const block of blocks) {
    const told = 'records' in block ? await tellRecords(engine, actor, block.records, asked) : null
    if ('records' in block && told !== null) records.set(block.records.key, told)
  }
  return { comparisons, trends, breakdowns, records, plurals }
}

/** One after the other: a report is not in a hurry, and others work meanwhile. */
const mapOf = async <T>(
  keys: readonly string[],
  read: (key: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> => {
  const map = new Map<string, T>()
  for (const key of keys) map.set(key, await read(key))
  return map
}

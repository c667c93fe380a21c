import type { Random } from '../../kit/random.ts'
import type { Tables } from './columns.ts'
import type { Comparer } from './compare.ts'
import type { Aspect } from './field.ts'
import type { AspectModel, LevelShares } from './model.ts'

/** Levels of many pairs, those of a pair beside each other. */
export interface Levels {
  readonly aspects: number
  readonly size: number
  readonly levels: Uint8Array
}

const sampleSize = 60_000

/** Pairs of records drawn at random: nearly all of two different people. */
export const samplePairs = (tables: Tables, { compare, found }: Comparer, random: Random): Levels => {
  const possible = tables.leftSize * tables.rightSize
  const all = possible <= sampleSize
  const size = all ? possible : sampleSize
  const aspects = tables.aspects.length
  const levels = new Uint8Array(size * aspects)
  for (let at = 0; at < size; at += 1) {
    const left = all ? Math.floor(at / tables.rightSize) : random.between(0, tables.leftSize - 1)
    const right = all ? at % tables.rightSize : random.between(0, tables.rightSize - 1)
    // A record beside itself is no pair: it is left empty, which counts nowhere.
    if (tables.itself && left === right) continue
    compare(left, right)
    levels.set(found.levels, at * aspects)
  }
  return { aspects, size, levels }
}

/** Adds up the pairs at each level, each with its weight; the row of an aspect begins with "missing". */
export const countLevels = (
  { aspects, size, levels }: Levels,
  of: readonly Aspect[],
  weightOf: (pair: number) => number,
): readonly Float64Array[] => {
  const counts = of.map(aspect => new Float64Array(aspect.levels.length + 1))
  for (let pair = 0; pair < size; pair += 1) {
    const weight = weightOf(pair)
    // Nothing that is next to impossible tells of what is usual.
    if (weight < 1e-6) continue
    for (let aspect = 0; aspect < aspects; aspect += 1) {
      const row = counts[aspect] as Float64Array
      const level = levels[pair * aspects + aspect] as number
      row[level] = (row[level] as number) + weight
    }
  }
  return counts
}

/** Shares of levels from counts, pulled towards what is usual with the strength of so many pairs. */
export const sharesOfLevels = (counts: Float64Array, usual: readonly number[], strength: number): readonly number[] => {
  let total = 0
  for (let level = 1; level < counts.length; level += 1) total += counts[level] ?? 0
  const usualTotal = usual.reduce((sum, one) => sum + one, 0)
  return usual.map((one, at) => ((counts[at + 1] ?? 0) + (strength * one) / usualTotal) / (total + strength))
}

const householdShared = { same: 0.75, near: 0.1, differs: 0.15 } as const

/** What is expected of two people of one household, before anything is estimated. */
export const usualHousehold = (
  { shared, household: own, levels }: Aspect,
  chance: readonly number[],
): readonly number[] => {
  if (shared) {
    const count = (likeness: string) => levels.filter(one => one.likeness === likeness).length
    return levels.map(({ likeness }) => householdShared[likeness] / count(likeness))
  }
  if (!own) return chance
  const added = levels.map(({ code }, at) => (chance[at] ?? 0) + (own[code] ?? 0))
  const total = added.reduce((sum, one) => sum + one, 0)
  return added.map(one => one / total)
}

/** A model of one aspect out of three lists of shares. */
export const aspectModel = (
  aspect: Aspect,
  match: readonly number[],
  chance: readonly number[],
  household: readonly number[],
): AspectModel => ({
  key: aspect.key,
  levels: aspect.levels.map(
    ({ code }, at): LevelShares => ({
      code,
      match: match[at] ?? 0,
      chance: chance[at] ?? 0,
      household: household[at] ?? 0,
    }),
  ),
})

export const usualMatch = ({ levels }: Aspect): readonly number[] => levels.map(({ usual }) => usual)

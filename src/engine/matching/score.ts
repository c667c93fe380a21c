import type { Tables } from './columns.ts'
import type { Found } from './compare.ts'
import type { Aspect } from './field.ts'
import type { Shares } from './frequencies.ts'
import type { AspectModel } from './model.ts'

/** How far the commonness of a value moves the weight of a near agreement, as a part of its whole effect. */
const nearEffect = 0.5
/** Bits by which a near agreement moves at most. */
const nearMost = 5

/** Part of names that stand in each other's place, for how common a value is there. */
const misplaced = 0.2

/** Weights of one aspect in bits by level; those of the first level hold where the value's own share is not known. */
interface Weights {
  readonly match: Float64Array
  readonly household: Float64Array
  /** The level of known forms of one value, and its bits by value; 0 where the scale knows no forms. */
  readonly formLevel: number
  readonly form: Float64Array | undefined
  /** Bits to add to the match weight, by value of left and right: of the same value, and (half of it) of a near one. */
  readonly same: Float64Array | undefined
  readonly near: Float64Array | undefined
  /** Bits of the household at the same value, by value. */
  readonly householdSame: Float64Array | undefined
  readonly isNear: Uint8Array
}

const bits = (share: number): number => Math.log2(share)

/**
 * Shares of values as they are met in one part. Where the parts may be swapped, a name that belongs in the other part is met
 * in this one as often as names are written in each other's place: "Smith" for a given name is no rare given name.
 */
const metShares = (own: Shares, other: Shares | undefined): Shares =>
  other ? { ...own, values: own.values.map((share, at) => share + misplaced * (other.values[at] ?? 0)) } : own

const weightsOf = (aspect: Aspect, model: AspectModel, shares: Shares | undefined): Weights => {
  const match = Float64Array.from([0, ...model.levels.map(one => bits(one.match / one.chance))])
  const household = Float64Array.from([0, ...model.levels.map(one => bits(one.household / one.chance))])
  const isNear = Uint8Array.from([0, ...aspect.levels.map(({ likeness }) => Number(likeness === 'near'))])
  const first = model.levels[0]
  if (!shares || !first)
    return {
      match,
      household,
      isNear,
      formLevel: 0,
      form: undefined,
      same: undefined,
      near: undefined,
      householdSame: undefined,
    }
  const formLevel = 1 + aspect.levels.findIndex(({ code }) => code === 'form')
  const { typical } = shares
  const usual = bits(first.match / first.chance)
  const near = shares.values.map(share => {
    const moved = nearEffect * bits(typical / share)
    return Math.max(-nearMost, Math.min(nearMost, moved)) / 2
  })
  // Two of one household have the value in common for a reason of their own, or else by chance as any two people.
  const own = Math.max(0, first.household - first.chance)
  // By chance a form of "Mohammed" is met often, and one of "Babatunde" hardly ever.
  const form = shares.forms?.map(share =>
    bits((model.levels[formLevel - 1]?.match ?? 1) / Math.max(share, shares.rare)),
  )
  return {
    match,
    household,
    isNear,
    formLevel: form ? formLevel : 0,
    form,
    near,
    same: shares.values.map(share => bits(first.match / share) - usual),
    householdSame: shares.values.map(share => bits((own + share) / share)),
  }
}

/** Weighs what was found; `from` is where the pair begins when there are many beside each other. */
export interface Scorer {
  /** Bits for one person against chance. */
  readonly match: (found: Found, from?: number) => number
  /** Bits for two people of one household against chance. */
  readonly household: (found: Found, from?: number) => number
  /** Whether they seem to be of one household and differ in what tells its people apart. */
  readonly isApart: (found: Found, from?: number) => boolean
  /** The match bits of one aspect. */
  readonly ofAspect: (found: Found, aspect: number, from?: number) => number
}

/** The other part of each aspect that it may be swapped with; -1 where there is none. */
const partnersOf = ({ aspects, fields }: Tables): readonly number[] => {
  const partners = aspects.map(() => -1)
  for (const { crosswise, first } of fields) {
    if (!crosswise) continue
    partners[first] = first + 1
    partners[first + 1] = first
  }
  return partners
}

/** Weighs what was found between two records by a model. */
export const createScorer = (
  tables: Tables,
  models: readonly AspectModel[],
  shares: readonly (Shares | undefined)[],
): Scorer => {
  const partners = partnersOf(tables)
  const weights = tables.aspects.map((aspect, at) => {
    const own = shares[at]
    return weightsOf(aspect, models[at] as AspectModel, own && metShares(own, shares[partners[at] ?? -1]))
  })
  const ofAspect = ({ levels, leftValues, rightValues }: Found, at: number, from = 0): number => {
    const level = levels[from + at] as number
    if (level === 0) return 0
    const { match, same, near, isNear, formLevel, form } = weights[at] as Weights
    const base = match[level] as number
    if (same === undefined || near === undefined) return base
    if (level === 1) return base + (same[leftValues[from + at] as number] as number)
    if (isNear[level] === 0) return base
    if (level === formLevel && form !== undefined)
      return Math.min(form[leftValues[from + at] as number] as number, form[rightValues[from + at] as number] as number)
    return base + (near[leftValues[from + at] as number] as number) + (near[rightValues[from + at] as number] as number)
  }
  const swappable = tables.fields.filter(({ crosswise }) => crosswise).map(({ first }) => first)
  /** What was found in one aspect, weighed as if it were found in another of the same levels. */
  const householdOf = ({ levels, leftValues }: Found, at: number, as: number, from: number): number => {
    const level = levels[from + at] as number
    if (level === 0) return 0
    const { household, householdSame } = weights[as] as Weights
    const bySame = level === 1 && householdSame !== undefined
    return (bySame ? householdSame[leftValues[from + at] as number] : household[level]) as number
  }
  const apart = tables.aspects.flatMap(({ tellsApart, levels }, at) =>
    tellsApart ? [{ at, last: levels.length }] : [],
  )
  const household = (found: Found, from = 0): number => {
    let sum = 0
    for (let at = 0; at < weights.length; at += 1) sum += householdOf(found, at, at, from)
    for (const first of swappable) {
      if (found.levels[from + first + 2] !== 2) continue
      // Whose names are swapped is not known: what agrees may be the family name on either side.
      const asFound = householdOf(found, first, first, from) + householdOf(found, first + 1, first + 1, from)
      const turned = householdOf(found, first, first + 1, from) + householdOf(found, first + 1, first, from)
      sum += Math.max(0, turned - asFound)
    }
    return sum
  }
  return {
    ofAspect,
    household,
    isApart: (found, from = 0) =>
      apart.some(({ at, last }) => found.levels[from + at] === last) && household(found, from) >= oneHousehold,
    match: (found, from = 0) => {
      let sum = 0
      for (let at = 0; at < weights.length; at += 1) sum += ofAspect(found, at, from)
      return sum
    },
  }
}

/** Bits from which two people seem to be of one household. */
const oneHousehold = 8

/** Bits that agreement of a household takes from a pair: 0 or less. */
export const householdBits = (household: number, householdShare: number): number =>
  -Math.log2(1 + householdShare * 2 ** household)

/** Pairs with what speaks for them; `left` and `right` are places of records. */
export interface Weighed {
  readonly size: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** Bits for one person against chance. */
  readonly match: Float64Array
  /** Bits for two people of one household against chance. */
  readonly household: Float64Array
  /** 1 where they differ in what tells people of one household apart. */
  readonly apart: Uint8Array
}

export interface Prior {
  /** Pairs of one person, and of two people of one household. */
  readonly matches: number
  readonly households: number
  /** All pairs there are. */
  readonly pairs: number
}

export interface Chances {
  /** By pair: that both are one person. */
  readonly match: Float64Array
  /** By pair: that they are two people of one household. */
  readonly household: Float64Array
}

/** Odds that a pair is one person before it is looked at, when each record has at most one partner. */
const oddsOneToOne = (matches: number, lefts: number, rights: number): number => {
  // However many have found a partner, half a record is left over: the odds of the last one stay finite.
  const free = (size: number): number => Math.max(0.5, size - matches)
  return matches / (free(lefts) * free(rights))
}

/**
 * Where nearly every record has a partner, one that has found none is more readily given the only one left. Two people of one
 * household are a reason to have found none as well (an office knows a family or knows it not), so that twins of whom each
 * file has one are not made one person for want of another: their odds rise with those of a match, up to this.
 */
const mostRise = 50

const cappedBits = 60

/** Chances of pairs that say nothing about each other. */
const independent = (pairs: Weighed, odds: number, householdOdds: number): Chances => {
  const match = new Float64Array(pairs.size)
  const household = new Float64Array(pairs.size)
  for (let at = 0; at < pairs.size; at += 1) {
    const one = odds * 2 ** Math.min(cappedBits, pairs.match[at] ?? 0)
    const two = householdOdds * 2 ** Math.min(cappedBits, pairs.household[at] ?? 0)
    match[at] = one / (1 + one + two)
    household[at] = two / (1 + one + two)
  }
  return { match, household }
}

/** Chances where each record is in one true pair at most: the other pairs of both records speak against a pair. */
const exclusive = (pairs: Weighed, odds: number, householdOdds: number, lefts: number, rights: number): Chances => {
  const sumLeft = new Float64Array(lefts)
  const sumRight = new Float64Array(rights)
  const weight = new Float64Array(pairs.size)
  const household = new Float64Array(pairs.size)
  for (let at = 0; at < pairs.size; at += 1) {
    const two = householdOdds * 2 ** Math.min(cappedBits, pairs.household[at] ?? 0)
    const one = (odds * 2 ** Math.min(cappedBits, pairs.match[at] ?? 0)) / (1 + two)
    weight[at] = one
    household[at] = two / (1 + two)
    const [left, right] = [pairs.left[at] ?? 0, pairs.right[at] ?? 0]
    sumLeft[left] = (sumLeft[left] ?? 0) + one
    sumRight[right] = (sumRight[right] ?? 0) + one
  }
  for (let at = 0; at < pairs.size; at += 1) {
    const one = weight[at] ?? 0
    const others = (sumLeft[pairs.left[at] ?? 0] ?? 0) + (sumRight[pairs.right[at] ?? 0] ?? 0) - one
    weight[at] = one / (1 + Math.max(one, others))
    household[at] = (household[at] ?? 0) * (1 - (weight[at] ?? 0))
  }
  return { match: weight, household }
}

/** Chances of all pairs together. */
export const chancesOf = (
  pairs: Weighed,
  { matches, households, pairs: all }: Prior,
  oneToOne: { readonly lefts: number; readonly rights: number } | undefined,
): Chances => {
  const householdOdds = households / all
  if (!oneToOne) return independent(pairs, matches / Math.max(1, all - matches), householdOdds)
  const { lefts, rights } = oneToOne
  const odds = oddsOneToOne(matches, lefts, rights)
  const rise = Math.min(mostRise, Math.sqrt(Math.max(1, (odds * all) / Math.max(matches, 1e-9))))
  return exclusive(pairs, odds, householdOdds * rise, lefts, rights)
}

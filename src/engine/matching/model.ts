/** Shares of pairs at one level, each 0 to 1. */
export interface LevelShares {
  readonly code: string
  /** Among pairs of records of one person, where neither is missing (m). */
  readonly match: number
  /** Among pairs of records of any two people (u). */
  readonly chance: number
  /** Among pairs of two people of one household. */
  readonly household: number
}

/** How often values occur, so that agreement in a rare one weighs more. */
export interface Frequencies {
  /** Share of a value that is met once or never. */
  readonly rare: number
  /** Share of the value of a record drawn at random, in the geometric mean. */
  readonly typical: number
  /** Shares of the commonest values, folded as they are compared. */
  readonly common: Readonly<Record<string, number>>
}

export interface AspectModel {
  readonly key: string
  readonly levels: readonly LevelShares[]
  readonly frequencies?: Frequencies
}

/** Everything a linkage has learnt; plain data that can be stored as JSON and used for new records. */
export interface Model {
  /** On what it was estimated, for people. */
  readonly source: string
  readonly aspects: readonly AspectModel[]
  /** Records of the same person that a record has on the other side, on average: 0 to 1, more where people stand often. */
  readonly matchesPerRecord: number
  /** Records of others of its household that a record has on the other side, on average. */
  readonly householdPerRecord: number
  /** Records on the other side when the model was estimated. */
  readonly records: number
  /** A pair is linked from this chance on, 0 to 1. */
  readonly threshold: number
}

/** How sure a pair is: Strong is what would be linked, Possible is for a person to decide. */
export type Strength = 'Strong' | 'Possible'

/** Below this chance nobody needs to look at a pair. */
export const possibleFrom = 0.05

/**
 * To make one person of two children of a household, twins above all, does more harm than to leave a pair to a person: where
 * a name differs that tells them apart, a link must be as sure as a number of their own makes it.
 */
const sureApart = 0.99

/** Whether a pair is too likely two people of one household to be linked unseen, however it compares with chance. */
export const isDoubtful = (apart: boolean, chance: number): boolean => apart && chance < sureApart

/** Nothing where the pair is neither. */
export const strengthOf = (
  chance: number,
  apart: boolean,
  { threshold }: Pick<Model, 'threshold'>,
): Strength | undefined => {
  if (chance >= threshold && !isDoubtful(apart, chance)) return 'Strong'
  return chance >= possibleFrom ? 'Possible' : undefined
}

import { foldText, hashOf, lettersOf } from './text.ts'

export type Likeness = 'same' | 'near' | 'differs'

/** One way in which two values can agree. */
export interface Level {
  readonly code: string
  readonly likeness: Likeness
  /** What is said after "near:" or "differs:", where there is more to say than the two values. */
  readonly words?: string
  /** 0 to 1: which of several pairings of names is the best one. */
  readonly rank: number
  /** Share of true pairs at this level before anything is estimated. */
  readonly usual: number
}

/** A value read once, so that each comparison is quick. One shape for all scales. */
export interface Prepared {
  readonly text: string
  readonly letters: number
  readonly tokens: readonly string[]
  /** Which words of three letters and more occur, as 32 bits. */
  readonly words: number
  /** Names: numbers of the names it may be a form of. */
  readonly roots: readonly number[]
  /** Names: how it sounds. */
  readonly sound: string
  /** Dates: year, month, day; zero otherwise. */
  readonly year: number
  readonly month: number
  readonly day: number
  /** Dates: somebody guessed it. */
  readonly estimated: boolean
}

/** Keys of one kind: values that share one are compared. */
export interface BlockKind {
  readonly kind: string
  readonly keysOf: (value: Prepared) => readonly number[]
}

/** What two values need to be at any level but the last, unless one is `special`. */
export interface Quick {
  /** So much likeness by Jaro and Winkler. */
  readonly alikeFrom: number
  /** Or so many words in common. */
  readonly wordsFrom: number
  /** Values that can be near each other for another reason: 1 when both have one, 2 when either has. */
  readonly special: (value: Prepared) => 0 | 1 | 2 | 3
}

/**
 * How two values of a kind are compared, with a model of the mistakes people make in it. The first level is the same value;
 * `compare` answers a position in `levels`.
 */
export interface Scale {
  readonly name: string
  readonly levels: readonly Level[]
  /** Nothing when the text holds no value. */
  readonly prepare: (text: string) => Prepared | undefined
  readonly compare: (a: Prepared, b: Prepared) => number
  readonly blocks: readonly BlockKind[]
  /** Whether a rare value weighs more than a common one. */
  readonly byFrequency: boolean
  /**
   * Values too many to count one by one are counted in groups, and each has its part of the group: dates by year. One that
   * is met far more often than that (the first of January) counts for itself.
   */
  readonly groups?: { readonly groupOf: (value: Prepared) => number; readonly size: number }
  /** When letters alone show that two values are at the last level, they need not be compared. */
  readonly quick?: Quick
}

const noTokens: readonly string[] = []
const noRoots: readonly number[] = []

/** A prepared text; scales add what they need. */
export const prepared = (text: string, more: Partial<Prepared> = {}): Prepared => ({
  text,
  letters: more.letters ?? lettersOf(text),
  tokens: more.tokens ?? noTokens,
  words: (more.tokens ?? noTokens).reduce((bits, word) => (word.length < 3 ? bits : bits | (1 << hashOf(word, 0))), 0),
  roots: more.roots ?? noRoots,
  sound: more.sound ?? '',
  year: more.year ?? 0,
  month: more.month ?? 0,
  day: more.day ?? 0,
  estimated: more.estimated ?? false,
})

/** Folded text, or nothing. */
export const preparedText = (text: string): Prepared | undefined => {
  const folded = foldText(text)
  return folded === '' ? undefined : prepared(folded, { tokens: folded.split(' ') })
}

export const blockBy = (kind: string, keyOf: (value: Prepared) => string): BlockKind => ({
  kind,
  keysOf: value => {
    const key = keyOf(value)
    return key === '' ? [] : [hashOf(key, 0)]
  },
})

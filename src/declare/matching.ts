import type { Instant } from '../kit/dates.ts'
import type { Fields } from './field.ts'
import type { Row } from './record.ts'

/** Two records that may be one, as the engine found and weighed them. */
export interface FoundPair {
  /** Identifier of the record that would stay. */
  readonly stays: string
  readonly other: string
  /** Whether a file was compared with the register, or the register with itself. */
  readonly by: 'file' | 'register'
  readonly at: Instant
  readonly strength: 'strong' | 'possible'
  /** For one against two, rounded: each bit doubles the odds. */
  readonly bits: number
  /** Field by field in words, what weighs most first. */
  readonly evidence: readonly string[]
}

/**
 * That a record of the register is a pair of records of another, which may be one: the engine finds such pairs, and a record
 * is started for each, in which a person decides. What is found needs no question to stand in.
 */
export interface Matching<F extends Fields = Fields> {
  /** The `related` fields that hold the two: first the one that would stay. */
  readonly pair: readonly [keyof F & string, keyof F & string]
  /** What a suggestion starts with, as typed values. */
  readonly suggests: (found: FoundPair) => Partial<{ [K in keyof F]: Row<F>[K] }>
}

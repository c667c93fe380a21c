import type { Tx } from '../store/transaction.ts'
import { asMatched, type MatchRow } from './candidates.ts'
import type { Judgement } from './judge.ts'
import type { MatchPerson } from './matchPerson.ts'
import { explainPair } from './people.ts'

export interface OnePerson {
  readonly reference: string
  readonly person: MatchPerson
}

/** Two people on record beside each other, as matching reads them, and what speaks for and against that they are one. */
export interface PersonPair {
  readonly one: OnePerson
  readonly other: OnePerson
  readonly judgement: Judgement
}

/** The two as they stand now; nothing where one is merged, recorded in error, or withheld from the one who asks. */
export const readPair = async (tx: Tx, one: string, other: string): Promise<PersonPair | null> => {
  const rows = await tx.query<MatchRow & Record<string, unknown>>('select * from canopy.match_people($1)', [
    [one, other],
  ])
  const people = asMatched(rows).map((person, at) => ({ person, reference: rows[at]?.reference ?? '' }))
  const [left, right] = [one, other].map(id => people.find(({ person }) => person.id === id))
  return left && right ? { one: left, other: right, judgement: explainPair(left.person, right.person) } : null
}

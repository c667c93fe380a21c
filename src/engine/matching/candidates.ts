import type { Day } from '../../kit/dates.ts'
import type { Tx } from '../store/transaction.ts'
import type { Judgement } from './judge.ts'
import type { MatchPerson } from './matchPerson.ts'
import { scoreAgainst } from './people.ts'

/** A person on record who may be the one in a report, with what speaks for and against it. */
export interface Likely {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly bornOn: Day | null
  readonly judgement: Judgement
}

export type MatchRow = { readonly id: string; readonly reference: string; readonly person: Record<string, unknown> }

/** So few people say too little about how often fields agree: they are weighed by the model Canopy brings. */
export const enoughToLearn = 200

/** Absent for null, as matching wants it: what is missing speaks neither for nor against. */
const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, without(one)]])))
}

/** People of the database as matching takes them. */
export const asMatched = (rows: readonly MatchRow[]): readonly MatchPerson[] =>
  rows.map(({ person }) => without(person) as unknown as MatchPerson)

const nameOf = ({ names }: MatchPerson): string =>
  [names[0]?.given, names[0]?.family].filter(part => part !== undefined && part !== '').join(' ') || 'Name not known'

/**
 * People on record whom this may be, the likeliest first, as the one who asks may know them; whoever is most likely somebody else
 * is left out. It suggests: a person decides.
 */
export const likelyPeople = async (tx: Tx, sought: MatchPerson, wanted = 5): Promise<readonly Likely[]> => {
  const [name] = sought.names
  const rows = await tx.query<MatchRow & Record<string, unknown>>(
    'select * from canopy.match_candidates($1, $2, $3, $4, $5)',
    [name?.given ?? null, name?.family ?? null, sought.bornOn ?? null, sought.nhsNumber ?? null, sought.upn ?? null],
  )
  const people = asMatched(rows)
  return scoreAgainst(sought, people)
    .filter(({ strength }) => strength !== undefined)
    .slice(0, wanted)
    .flatMap(judgement => {
      const [row, person] = [rows[judgement.candidate], people[judgement.candidate]]
      return row && person
        ? [{ id: row.id, reference: row.reference, name: nameOf(person), bornOn: person.bornOn ?? null, judgement }]
        : []
    })
}

/** Field by field in words, what weighs most first: "family name: near (Babatunde / Babtunde)". */
export const evidenceOf = ({ reasons }: Judgement): readonly string[] =>
  reasons
    .filter(({ likeness, key }) => likeness !== 'missing' && key !== 'together')
    .map(({ label, words }) => `${label}: ${words}`)

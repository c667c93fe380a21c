import type { FoundPair } from '../../declare/matching.ts'
import type { Tx } from '../store/transaction.ts'
import { asMatched, enoughToLearn, evidenceOf, likelyPeople, type MatchRow } from './candidates.ts'
import type { Judgement } from './judge.ts'
import type { MatchPerson } from './matchPerson.ts'
import type { Strength } from './model.ts'
import { explainPair, linkPeople, scoreAgainst } from './people.ts'

type OnRecord = Pick<MatchRow, 'id' | 'reference'>

/** Two people on record who may be one. */
export interface WeighedPair {
  readonly one: OnRecord
  readonly other: OnRecord
  /** That both are one person: 0 to 1. */
  readonly chance: number
  readonly strength: FoundPair['strength']
  /** Rounded. */
  readonly bits: number
  readonly why: readonly string[]
}

const codes = { Strong: 'strong', Possible: 'possible' } as const satisfies Record<Strength, string>

const pairOf = (one: OnRecord, other: OnRecord, judgement: Judgement): readonly WeighedPair[] => {
  const { strength, chance, bits } = judgement
  if (strength === undefined) return []
  return [{ one, other, chance, strength: codes[strength], bits: Math.round(bits), why: evidenceOf(judgement) }]
}

const byChance = (a: WeighedPair, b: WeighedPair): number =>
  b.chance - a.chance || b.bits - a.bits || a.one.reference.localeCompare(b.one.reference)

/** The key of a pair, in whatever order it is given. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

const readPeople = (tx: Tx, ids: readonly string[] | null) =>
  tx.query<MatchRow & Record<string, unknown>>('select * from canopy.match_people($1)', [ids])

/** Few people against many: the database finds candidates for each by its index of search. */
export const pairsOfSome = async (tx: Tx, ids: readonly string[]): Promise<readonly WeighedPair[]> => {
  const rows = await readPeople(tx, ids)
  const found = new Map<string, WeighedPair>()
  for (const [at, person] of asMatched(rows).entries()) {
    const row = rows[at] as MatchRow
    for (const likely of await likelyPeople(tx, person, mostForOne)) {
      const key = pairKey(row.id, likely.id)
      if (likely.id === row.id || found.has(key)) continue
      for (const pair of pairOf(row, likely, likely.judgement)) found.set(key, pair)
    }
  }
  return [...found.values()].sort(byChance)
}

/** One person of a file may be several on record; itself is among those found. */
const mostForOne = 12

/** All people against all, or the new ones against all, with chances learned from the register where it is big enough. */
export const pairsOfWhole = async (tx: Tx, fresh: readonly string[] = []): Promise<readonly WeighedPair[]> => {
  const isFresh = new Set(fresh)
  const all = await readPeople(tx, null)
  const news = all.filter(({ id }) => isFresh.has(id))
  const rows = [...news, ...all.filter(({ id }) => !isFresh.has(id))]
  const first = fresh.length === 0 ? rows.length : news.length
  const pairs = rows.length < enoughToLearn ? weighFew(rows, first) : weighMany(rows, first)
  return [...pairs].sort(byChance)
}

const weighFew = (rows: readonly MatchRow[], first: number): readonly WeighedPair[] => {
  const people = asMatched(rows)
  return rows.slice(0, first).flatMap((row, at) =>
    scoreAgainst(people[at] as MatchPerson, people.slice(at + 1)).flatMap(judgement => {
      const other = rows[at + 1 + judgement.candidate] as MatchRow
      return pairOf(row, other, judgement)
    }),
  )
}

const weighMany = (rows: readonly MatchRow[], first: number): readonly WeighedPair[] => {
  const people = asMatched(rows)
  const { links, uncertain, model } = linkPeople(people, undefined, { source: 'the register', first })
  return [{ strength: 'strong', pairs: links } as const, { strength: 'possible', pairs: uncertain } as const].flatMap(
    ({ strength, pairs }) =>
      pairs.map(({ left, right, chance, bits }) => {
        const why = evidenceOf(explainPair(people[left] as MatchPerson, people[right] as MatchPerson, model))
        const [one, other] = [rows[left] as MatchRow, rows[right] as MatchRow]
        return { one, other, chance, strength, bits: Math.round(bits), why }
      }),
  )
}

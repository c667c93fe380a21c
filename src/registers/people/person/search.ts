import type { Day } from '../../../kit/dates.ts'
import { type Kin, type Part, type PeopleQuery, readPeopleQuery } from './searchParts.ts'
import { type Asker, findTerms, trying, type Weighed, ways, weigh } from './searchTerms.ts'
import { type Hit, reasonsFor } from './searchWhy.ts'

export type { Asker } from './searchTerms.ts'

export interface FoundPerson {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly kind: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly birthKnown: string | null
  readonly bornOn: Day | null
  readonly expectedOn: Day | null
  readonly diedOn: Day | null
  readonly postcode: string | null
  /** Other names and earlier ones, where one of them was what was searched for. */
  readonly alsoCalled: readonly string[]
  /** References of records that were merged into this one. */
  readonly alsoRecordedAs: readonly string[]
  /** Why the person was found, part by part, best first. */
  readonly why: readonly string[]
  /** Whether every part fits; else only some do. */
  readonly fitsAll: boolean
}

/** A restricted record that may be about the person who is searched for: never who it is. */
export interface Restricted {
  readonly reference: string
  readonly ask: string | null
}

export interface PeopleFound {
  readonly people: readonly FoundPerson[]
  /** Others fit as well and are not listed: the search is too wide. */
  readonly more: boolean
  readonly restricted: readonly Restricted[]
  readonly parts: readonly Part[]
  /** Parts that nobody fits, not even nearly. */
  readonly unknown: readonly Part[]
  readonly unread: readonly { readonly text: string; readonly why: string }[]
  /** What could not be searched, because the database failed or took too long: the list says nothing about it. */
  readonly failed: readonly string[]
}

export const nothingFound: PeopleFound = {
  people: [],
  more: false,
  restricted: [],
  parts: [],
  unknown: [],
  unread: [],
  failed: [],
}

export interface SearchOptions {
  readonly today: Day
  readonly kin: Kin
  /** How many are listed at most. */
  readonly wanted?: number
  /** Milliseconds for one part of the search, after which it counts as failed. */
  readonly patience?: number
}

interface Candidate extends Record<string, unknown> {
  readonly person: string
  readonly parts: number
  readonly width: number
  readonly score: number
  readonly hits: readonly string[]
  /** Whether other records were merged into this one. */
  readonly merged: boolean
}

const columnsOf = (parts: readonly Part[], terms: Weighed['terms']): readonly unknown[] => [
  terms.map(({ part }) => part),
  terms.map(({ term }) => term),
  terms.map(({ weighed }) => weighed),
  terms.map(({ width }) => width),
  parts.map(({ field }) => field),
]

const findCandidates = (tx: Asker, parts: readonly Part[], weighed: Weighed, wanted: number) => {
  const { required, common } = weighed
  const seen = weighed.terms.filter(term => term.seen)
  const text = 'select * from canopy.people_found($1, $2, $3, $4, $5, $6, $7, $8)'
  return trying<Candidate>(tx, text, [...columnsOf(parts, seen), required, common, wanted])
}

/** Where the whole search takes too long: without what was gone furthest for, then by numbers alone. */
const findBest = async (tx: Asker, parts: readonly Part[], weighed: Weighed, wanted: number) => {
  const whole = await findCandidates(tx, parts, weighed, wanted)
  if (whole) return { candidates: whole, failed: [] }
  const written = { ...weighed, terms: weighed.terms.filter(({ width }) => width === 0) }
  const near = await findCandidates(tx, parts, written, wanted)
  if (near) return { candidates: near, failed: [ways.kin, ways.sounds, ways.spelling] }
  const isNumber = (at: number): boolean => parts[at - 1]?.is === 'number'
  const numbers = {
    terms: written.terms.filter(({ part }) => isNumber(part)),
    required: written.required.filter(isNumber),
    common: [],
  }
  const few = numbers.required.length === 0 ? null : await findCandidates(tx, parts, numbers, wanted)
  const failed = few ? 'names, dates and addresses' : 'names, dates, numbers and addresses'
  return { candidates: few ?? [], failed: [failed] }
}

interface Locked extends Restricted, Record<string, unknown> {
  readonly parts: number
  readonly width: number
  readonly score: number
}

/** Locked records that would have been listed, had the person been named in their restriction. */
const findRestricted = async (
  tx: Asker,
  parts: readonly Part[],
  weighed: Weighed,
  candidates: readonly Candidate[],
  wanted: number,
): Promise<readonly Restricted[] | null> => {
  const rows = await trying<Locked>(
    tx,
    'select * from canopy.people_locked($1, $2, $3, $4, $5)',
    columnsOf(parts, weighed.terms),
  )
  if (rows === null) return null
  const last = candidates.length < wanted ? undefined : candidates.at(-1)
  const better = (one: Locked, other: Candidate): boolean =>
    one.parts !== other.parts
      ? one.parts > other.parts
      : one.width !== other.width
        ? one.width < other.width
        : one.score >= other.score
  const listed = rows.filter(row => last === undefined || better(row, last))
  return [...new Map(listed.map(({ reference, ask }) => [reference, { reference, ask }])).values()]
}

const columns = `p.id, p.reference, p.state, p.kind, p.given_name as "givenName", p.family_name as "familyName", p.birth_known as "birthKnown",
  p.born_on as "bornOn", p.expected_on as "expectedOn", p.died_on as "diedOn", p.postcode`

type Row = Omit<FoundPerson, 'alsoCalled' | 'alsoRecordedAs' | 'why' | 'fitsAll'>

/** The people themselves, under the searcher's own row-level security: whoever may not read them gets nothing. */
const readPeople = async (tx: Asker, ids: readonly string[], joined: readonly string[], called: readonly string[]) => {
  const [rows, merged, names] = await Promise.all([
    tx.query<Row & Record<string, unknown>>(`select ${columns} from canopy.person p where p.id = any ($1)`, [ids]),
    joined.length === 0
      ? []
      : tx.query<{ of: string; reference: string }>(
          `select o.of, p.reference from canopy.one_person($1) o join canopy.person p on p.id = o.id
            where o.id <> o.of order by p.reference`,
          [joined],
        ),
    called.length === 0 ? [] : tx.query<{ of: string; name: string }>(otherNames, [called]),
  ])
  return { rows: new Map(rows.map(row => [row.id, row])), merged, names }
}

/** Names in lines, of the past, and of records that were merged, other than the one in use. */
const otherNames = `
with one as materialized (select o.id, o.of from canopy.one_person($1) o), name as (
  select n.record_id as id, concat_ws(' ', n.name_given, n.name_family) as name
    from canopy.person_names n where n.record_id = any (array(select id from one)) and n.superseded_at is null
  union
  select h.id, concat_ws(' ', h.given_name, h.family_name) from canopy.person_history h where h.id = any (array(select id from one))
)
select distinct one.of, n.name from name n join one using (id) join canopy.person p on p.id = one.of
 where n.name not in ('', concat_ws(' ', p.given_name, p.family_name)) and p.id = any ($1) order by 2`

const described = async (
  tx: Asker,
  parts: readonly Part[],
  { terms }: Weighed,
  candidates: readonly Candidate[],
): Promise<readonly FoundPerson[]> => {
  if (candidates.length === 0) return []
  const kinds = new Map(terms.map(({ part, term, kind }) => [`${part} ${term}`, kind]))
  const read = candidates.map(({ person, parts: fitting, hits }) => ({
    person,
    fitsAll: fitting === parts.length,
    hits: hits.map((text): Hit => {
      const [part = '', width = '', field = '', term = ''] = text.split(' ')
      return { part: Number(part), width: Number(width), field, kind: kinds.get(`${part} ${term}`) ?? '' }
    }),
  }))
  const called = read.filter(({ hits }) => hits.some(({ kind, field }) => kind === 'n' && field === '-'))
  const { rows, merged, names } = await readPeople(
    tx,
    read.map(({ person }) => person),
    candidates.filter(({ merged }) => merged).map(({ person }) => person),
    called.map(({ person }) => person),
  )
  return read.flatMap(({ person, hits, fitsAll }) => {
    const row = rows.get(person)
    if (!row) return []
    const alsoCalled = names.filter(({ of }) => of === person).map(({ name }) => name)
    const alsoRecordedAs = merged.filter(({ of }) => of === person).map(({ reference }) => reference)
    return [{ ...row, alsoCalled, alsoRecordedAs, why: reasonsFor(hits), fitsAll }]
  })
}

/**
 * Searches people as the person of the transaction: names in any order, as written, in other forms, by sound and by spelling;
 * whole and partial dates of birth; identifiers; addresses. What fails is named, and the rest is still found. People
 * withheld from the searcher influence nothing.
 */
export const findPeople = async (tx: Asker, query: PeopleQuery, options: SearchOptions): Promise<PeopleFound> => {
  const { today, kin, wanted = 50, patience = 2000 } = options
  const { parts, unread } = readPeopleQuery(query, today, kin)
  if (parts.length === 0) return { ...nothingFound, unread }
  const [, found] = await Promise.all([
    tx.query(`set local statement_timeout = ${Math.max(1, Math.floor(patience))}`),
    findTerms(tx, parts),
  ])
  const weighed = weigh(parts, found.terms)
  const best =
    weighed.required.length === 0 ? { candidates: [], failed: [] } : await findBest(tx, parts, weighed, wanted + 1)
  const restricted = await findRestricted(tx, parts, weighed, best.candidates, wanted)
  // The last is not waited for before the next is sent.
  const [, people] = await Promise.all([
    tx.query('set local statement_timeout = default'),
    described(tx, parts, weighed, best.candidates.slice(0, wanted)),
  ])
  return {
    people,
    more: best.candidates.length > wanted,
    restricted: restricted ?? [],
    parts,
    unknown:
      found.failed.length > 0
        ? []
        : parts.filter((_, at) => !weighed.terms.some(one => one.part === at + 1 && one.seen)),
    unread,
    failed: [...new Set([...found.failed, ...best.failed, ...(restricted === null ? ['restricted records'] : [])])],
  }
}

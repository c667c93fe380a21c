import type { Part } from './searchParts.ts'

/** A transaction bound to the person who searches: every query in it sees what that person may see. */
export interface Asker {
  readonly query: <R extends Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<R[]>
}

/** What is searched in which way, as it is named where it could not be. */
export const ways = {
  written: 'names as they are written, dates, numbers and addresses',
  kin: 'other forms of names',
  sounds: 'names that sound alike',
  spelling: 'names that are spelt nearly so',
} as const

type Way = keyof typeof ways
const everyWay = Object.keys(ways) as readonly Way[]

/** A term that stands for a part of the search, as `canopy.people_terms` tells it. */
export interface Term {
  readonly part: number
  readonly term: string
  readonly kind: string
  readonly mark: number
  readonly width: number
  readonly seen: boolean
  readonly people: number | null
}

/**
 * Runs a query that may fail; the transaction goes on as if it had not been. A savepoint that is passed is left to the end of the
 * transaction: a search has few of them, and letting each go costs a journey to the database.
 */
export const trying = async <R extends Record<string, unknown>>(
  tx: Asker,
  text: string,
  values: readonly unknown[],
): Promise<readonly R[] | null> => {
  // Sent together; what the first says is told by the second.
  const [, rows] = await Promise.all([tx.query('savepoint search_part'), tx.query<R>(text, values).catch(() => null)])
  if (rows === null) await tx.query('rollback to savepoint search_part')
  return rows
}

const termsOf = (tx: Asker, parts: readonly Part[], wanted: readonly Way[]) => {
  const asked = parts.flatMap((part, at) => part.asked.map(one => ({ ...one, part: at + 1 })))
  return trying<Term & Record<string, unknown>>(tx, 'select * from canopy.people_terms($1, $2)', [
    JSON.stringify(asked),
    wanted,
  ])
}

/** Terms for every part; where that fails, way by way, to know which failed and to keep the others. */
export const findTerms = async (tx: Asker, parts: readonly Part[]) => {
  const all = await termsOf(tx, parts, everyWay)
  if (all) return { terms: all, failed: [] }
  const terms: Term[] = []
  const failed: string[] = []
  for (const way of everyWay) {
    const found = await termsOf(tx, parts, [way])
    if (found) terms.push(...found)
    else failed.push(ways[way])
  }
  return { terms, failed }
}

const cap = 1000

/** How many people have what was asked as it was written; the rarer it is, the more it says. */
const peopleOf = (terms: readonly Term[], at: number): number =>
  terms.filter(({ part, seen }) => part === at && seen).reduce((most, { people }) => Math.max(most, people ?? 0), 0)

const weightOf = (part: Part, people: number): number => {
  if (part.weight !== 'by rarity') return part.weight
  const rarity = people === 0 ? 4 : 1 + Math.log(cap / Math.min(cap, people))
  return part.is === 'address' ? rarity / 2 : rarity
}

export interface Weighed {
  readonly terms: readonly (Term & { readonly weighed: number })[]
  readonly required: readonly number[]
  readonly common: readonly number[]
}

/** What weighs how much; which parts narrow the search and which only lift: a house number, "road", an initial. */
export const weigh = (parts: readonly Part[], terms: readonly Term[]): Weighed => {
  const people = parts.map((_, at) => peopleOf(terms, at + 1))
  const weights = parts.map((part, at) => weightOf(part, people[at] ?? 0))
  const sought = parts.map((_, at) => at + 1).filter(at => terms.some(({ part, seen }) => part === at && seen))
  const onlyLifts = (at: number): boolean => {
    const part = parts[at - 1]
    if (part === undefined || (people[at - 1] ?? 0) < cap) return false
    return part.is === 'address' || (part.is === 'word' && part.typed.length === 1)
  }
  const narrowing = sought.filter(at => !onlyLifts(at))
  const required = (narrowing.length > 0 ? narrowing : sought).toSorted(
    (a, b) => (people[a - 1] || cap / 10) - (people[b - 1] || cap / 10),
  )
  return {
    terms: terms.map(term => ({ ...term, weighed: term.mark * (weights[term.part - 1] ?? 1) })),
    required,
    common: required.filter(at => (people[at - 1] ?? 0) >= cap),
  }
}

import type { RowOf } from '../../../../declare/record.ts'
import { type Day, daysBetween, type Instant, londonDay } from '../../../../kit/dates.ts'
import { type Visit, type Web, within } from '../../../../web/public.ts'
import type { contact } from '../record.ts'

type Contact = RowOf<typeof contact>

/** An earlier contact that may be about the same child, and what speaks for and against it. */
export interface Candidate {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly bornOn: Day | null
  readonly state: string
  readonly outcome: string
  readonly source: string
  readonly receivedAt: Instant
  readonly strength: 'Strong' | 'Possible'
  readonly same: readonly string[]
  readonly near: readonly string[]
  readonly differs: readonly string[]
}

type Found = {
  id: string
  reference: string
  givenName: string | null
  familyName: string | null
  bornOn: Day | null
  sex: string | null
  address: string | null
  school: string | null
  state: string
  outcome: string
  source: string
  receivedAt: Instant
  given: number
  family: number
  street: number
}

/** Written alike to more than this share of letter groups counts as near; below it as different. */
const near = 0.4

/**
 * Earlier contacts whose names or birthday are like this one's, best first. Trigrams find other spellings; a day and
 * month the wrong way round is tried too. It suggests only: a person decides. Who the child is follows from the people on
 * record (`people.tsx`); these are reports of the same event, and what came before.
 */
const query = `
with alike as (
  select c.id, c.reference, c.given_name as "givenName", c.family_name as "familyName", c.born_on as "bornOn", c.sex,
         c.address, c.school, c.state, c.outcome, c.source, c.received_at as "receivedAt",
         similarity(coalesce(c.given_name, ''), $3) as given, similarity(c.family_name, $4) as family,
         similarity(coalesce(c.address, ''), $6) as street, coalesce(c.person, c.id) as child
    from canopy.contact c
   where c.id <> $1 and c.state <> 'recordedInError' and c.received_at <= $2
     and ((c.family_name % $4 and coalesce(c.given_name, '') % $3)
       or (c.born_on = any($5::date[]) and (c.family_name % $4 or coalesce(c.given_name, '') % $3)))
   order by c.received_at desc limit 60
), latest as (
  select distinct on (child) * from alike order by child, "receivedAt" desc
)
select * from latest order by given + family + case when "bornOn" = any($5::date[]) then 1 else 0 end desc limit 5`

const swapped = (born: Day): Day => `${born.slice(0, 5)}${born.slice(8)}-${born.slice(5, 7)}`
const isRealDay = (day: Day): boolean => Number(day.slice(5, 7)) <= 12

/** The earlier contacts that may be about the child of this one. */
export const findCandidates = async (web: Web, visit: Visit, row: Contact): Promise<readonly Candidate[]> => {
  const days = row.bornOn === null ? [] : [row.bornOn, swapped(row.bornOn)].filter(isRealDay)
  const found = await within(web.engine, visit.actor, tx =>
    tx.query<Found>(query, [
      row.id,
      row.receivedAt,
      row.givenName ?? '',
      row.familyName ?? '',
      days,
      row.address ?? '',
    ]),
  )
  return found.map(one => judged(row, one))
}

/** Each part of the likeness in words, field by field. */
const judged = (row: Contact, found: Found): Candidate => {
  const parts: [string, 'same' | 'near' | 'differs' | 'unknown'][] = [
    ['given name', likeness(row.givenName, found.givenName, found.given)],
    ['family name', likeness(row.familyName, found.familyName, found.family)],
    ['date of birth', birthday(row.bornOn, found.bornOn)],
    ['sex', likeness(row.sex, found.sex, 0)],
    ['address', likeness(row.address, found.address, found.street)],
    ['school', likeness(row.school, found.school, 0)],
  ]
  const of = (kind: string) => parts.filter(([, is]) => is === kind).map(([words]) => words)
  const same = of('same')
  return {
    id: found.id,
    reference: found.reference,
    name: [found.givenName, found.familyName].filter(part => part !== null).join(' '),
    bornOn: found.bornOn,
    state: found.state,
    outcome: found.outcome,
    source: found.source,
    receivedAt: found.receivedAt,
    strength:
      same.includes('date of birth') && (same.includes('family name') || same.includes('given name'))
        ? 'Strong'
        : 'Possible',
    same,
    near: of('near'),
    differs: of('differs'),
  }
}

const likeness = (one: string | null, other: string | null, alike: number) => {
  if (one === null || other === null || one === '' || other === '') return 'unknown'
  if (one.toLowerCase() === other.toLowerCase()) return 'same'
  return alike >= near ? 'near' : 'differs'
}

const birthday = (one: Day | null, other: Day | null) => {
  if (one === null || other === null) return 'unknown'
  if (one === other) return 'same'
  return swapped(one) === other || Math.abs(daysBetween(one, other)) <= 31 ? 'near' : 'differs'
}

/** Reports of the same days: two agencies often tell of one event. */
export const isSameWeek = (row: Contact, candidate: Candidate): boolean =>
  row.receivedAt !== null &&
  Math.abs(daysBetween(londonDay(candidate.receivedAt), londonDay(row.receivedAt))) <= 7 &&
  candidate.strength === 'Strong'

import type pg from 'pg'
import type { PeopleQuery } from '../src/registers/people/person/searchParts.ts'
import { forms, heard } from './searchNames.ts'

/** A person as the bench knows them: whoever is to be found. */
export interface Target {
  readonly reference: string
  readonly given: string
  readonly family: string
  readonly born: string
  readonly address: string
  readonly postcode: string
  readonly nhs: string | null
  readonly upn: string | null
  readonly former: string | null
  readonly identifier: string | null
}

export interface Asking {
  readonly kind: string
  readonly query: PeopleQuery
  readonly target: Target
}

type Random = () => number

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** One slip of the fingers: a letter less, twice, other, or two the wrong way round. */
const slip = (random: Random, word: string): string => {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return pick(random, [
    before + after,
    before + letter + letter + after,
    before + pick(random, [...'aeioulnrst']) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ])
}

/** The same name as somebody writes it who heard it. */
const asHeard = (random: Random, word: string): string | null => {
  const able = heard.filter(([from, to]) => word.slice(1).includes(from) || word.slice(1).includes(to))
  if (able.length === 0) return null
  const [one, other] = pick(random, able)
  const [from, to] = word.slice(1).includes(one) ? [one, other] : [other, one]
  return word.charAt(0) + word.slice(1).replace(from, to)
}

const first = (text: string): string => text.split(/[ -]/)[0] ?? text
const [year, month, day] = [(d: string) => d.slice(0, 4), (d: string) => d.slice(5, 7), (d: string) => d.slice(8)]
const slashed = (d: string): string => `${Number(day(d))}/${Number(month(d))}/${year(d)}`
const spaced = (nhs: string): string => `${nhs.slice(0, 3)} ${nhs.slice(3, 6)} ${nhs.slice(6)}`

type Make = (t: Target, random: Random) => string | PeopleQuery | null

/** Kinds of query, and how often each comes in the mix. */
export const kinds: Readonly<Record<string, readonly [share: number, make: Make]>> = {
  'given and family name': [16, t => `${first(t.given)} ${t.family}`],
  'family name first': [6, t => `${t.family}, ${t.given}`],
  'name and year of birth': [8, t => `${first(t.given)} ${t.family} ${year(t.born)}`],
  'name and date of birth': [10, t => `${first(t.given)} ${t.family} ${slashed(t.born)}`],
  'name, month and year of birth': [
    3,
    t => ({ given: first(t.given), family: t.family, born: `${month(t.born)}/${year(t.born)}` }),
  ],
  'family name with a slip, and year': [8, (t, r) => `${first(t.given)} ${slip(r, t.family)} ${year(t.born)}`],
  'given name with a slip': [5, (t, r) => `${slip(r, first(t.given))} ${t.family}`],
  'both with a slip, and date': [3, (t, r) => `${slip(r, first(t.given))} ${slip(r, t.family)} ${slashed(t.born)}`],
  'family name as heard': [
    5,
    (t, r) => {
      const heardAs = asHeard(r, t.family)
      return heardAs && `${first(t.given)} ${heardAs}`
    },
  ],
  'another form of the given name, and year': [
    3,
    t => {
      const form = forms.find(([from]) => from === first(t.given))
      return form ? `${form[1]} ${t.family} ${year(t.born)}` : null
    },
  ],
  'day and month the wrong way round': [
    2,
    t =>
      Number(day(t.born)) > 12
        ? null
        : `${first(t.given)} ${t.family} ${Number(month(t.born))}/${Number(day(t.born))}/${year(t.born)}`,
  ],
  'wrong year': [
    2,
    t => `${first(t.given)} ${t.family} ${Number(day(t.born))}/${Number(month(t.born))}/${Number(year(t.born)) - 1}`,
  ],
  'family name and date of birth': [4, t => ({ family: t.family, born: slashed(t.born) })],
  'former family name, and year': [3, t => t.former && `${first(t.given)} ${t.former} ${year(t.born)}`],
  'half of a double family name, and year': [
    2,
    t => (t.family.includes('-') ? `${first(t.given)} ${t.family.split('-')[1]} ${year(t.born)}` : null),
  ],
  'NHS number': [6, t => t.nhs && spaced(t.nhs)],
  UPN: [2, t => t.upn && { number: t.upn }],
  'another number': [2, t => t.identifier],
  'reference and name': [2, t => `${t.reference} ${t.family}`],
  'address and given name': [3, t => `${first(t.given)} ${t.address}`],
  'address and postcode': [2, t => ({ address: `${t.address} ${t.postcode}` })],
  'family name and part of the postcode': [2, t => `${t.family} ${t.postcode.slice(0, -2)}`],
}

const targets = `
select p.reference, p.given_name as given, p.family_name as family, p.born_on::text as born, p.address, p.postcode, p.nhs_number as nhs, p.upn,
       (select n.name_family from canopy.person_names n where n.record_id = p.id limit 1) as former,
       (select i.identifier from canopy.person_identifiers i where i.record_id = p.id limit 1) as identifier
  from canopy.person p
 where p.born_on is not null and p.reference = any (select 'PER-26-' || lpad((1 + (n * 7919::bigint) % $1)::text, 7, '0') from generate_series(1, $2) n)
   and not exists (select from canopy.restriction r where r.person = p.id) order by p.reference`

/** Queries with the person who is meant, in the mix of `kinds`, the same for one seed. */
export const askings = async (
  owner: pg.Pool,
  size: number,
  wanted: number,
  random: Random,
): Promise<readonly Asking[]> => {
  const { rows } = await owner.query<Target>(targets, [size, wanted * 30])
  const mix = Object.entries(kinds).flatMap(([kind, [share]]) => Array.from({ length: share }, () => kind))
  const asked: Asking[] = []
  let at = 0
  while (asked.length < wanted) {
    const kind = mix[asked.length % mix.length] as string
    const target = rows[at++ % rows.length] as Target
    const query = kinds[kind]?.[1](target, random)
    if (query) asked.push({ kind, target, query: typeof query === 'string' ? { all: query } : query })
    if (at > rows.length * 50) throw new Error(`The bench finds nobody for “${kind}”`)
  }
  return asked
}

const common = ['Smith', 'Begum', 'Ali', 'Khan', 'Jones', 'Hussain', 'Ahmed', 'Patel', 'Singh', 'Williams']
const usual = ['Muhammad', 'Olivia', 'Mohammed', 'George', 'Amelia', 'Ali', 'Sarah', 'James', 'Aisha', 'Leo']

/** What costs most: the most common names, alone and together, once with a slip. Nobody in particular is meant. */
export const heavy: readonly PeopleQuery[] = [
  ...common.map(all => ({ all })),
  ...usual.map(all => ({ all })),
  ...common.map((family, at) => ({ all: `${usual[at]} ${family}` })),
  ...common.map((family, at) => ({ all: `${usual[at]}a ${family}h` })),
  ...common.map((family, at) => ({ all: `${family} ${usual[(at + 3) % 10]} ${1950 + at * 7}` })),
]

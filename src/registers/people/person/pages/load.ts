import { today } from '../../../../kit/clock.ts'
import type { Day, Instant } from '../../../../kit/dates.ts'
import type { Tx } from '../../../../web/public.ts'

/** Somebody in the picture of a family. */
export interface Relative {
  readonly id: string
  readonly reference: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly sex: 'female' | 'male' | 'unknown' | null
  readonly bornOn: Day | null
  readonly expectedOn: Day | null
  readonly diedOn: Day | null
}

/** A relationship as the picture needs it; both ends are records that stay. */
export interface Tie {
  readonly id: string
  readonly reference: string
  readonly person: string
  readonly other: string
  readonly kind: string
  readonly nature: string | null
  readonly partnership: string | null
  readonly parentalResponsibility: string | null
  readonly since: Day | null
  readonly until: Day | null
  readonly note: string | null
}

export interface Home {
  readonly id: string
  readonly label: string
  readonly memberIds: readonly string[]
}

export interface FamilyData {
  readonly people: readonly Relative[]
  readonly ties: readonly Tie[]
  readonly homes: readonly Home[]
}

/**
 * All records of the one person, merged ones included, at an instant or now. What one may not see is left out by what is read
 * with them.
 */
export const samePerson = async (tx: Tx, id: string, asAt: Instant | null = null): Promise<readonly string[]> => {
  if (asAt === null) {
    const rows = await tx.query<{ id: string }>('select id from canopy.one_person(array[$1::uuid]) order by id', [id])
    return rows.map(row => row.id)
  }
  const merged = await tx.query<{ id: string; stays: string }>('select id, stays from canopy.merged_people($1)', [asAt])
  const stays = merged.find(one => one.id === id)?.stays ?? id
  return [stays, ...merged.filter(one => one.stays === stays).map(one => one.id)].sort()
}

const tiesOf = (tx: Tx, ids: readonly string[]) =>
  tx.query<Tie & Record<string, unknown>>(
    `select id, reference, person, other, kind, nature, partnership, parental_responsibility as "parentalResponsibility",
            since, until, note
       from canopy.relationship
      where (person = any($1) or other = any($1)) and state in ('current', 'ended') order by reference limit 400`,
    [ids],
  )

/** How many steps from the child the picture goes: grandparents, half-brothers and half-sisters, a new partner's children. */
const steps = 3
const mostPeople = 60

/** The family and friends of a person, as far as the one who asks may know of them. */
export const readFamily = async (tx: Tx, ids: readonly string[]): Promise<FamilyData> => {
  const known = new Set(ids)
  let ties: readonly Tie[] = []
  let asked = [...known]
  for (let step = 0; step < steps && asked.length > 0; step += 1) {
    const found = await tiesOf(tx, asked)
    ties = [...ties, ...found.filter(tie => ties.every(({ id }) => id !== tie.id))]
    // Friends and associates are shown; whom they know in turn is another picture.
    const next = found
      .filter(tie => step === 0 || !['friend', 'associate', 'other'].includes(tie.kind))
      .flatMap(({ person, other }) => [person, other])
    asked = [...new Set(next)].filter(id => !known.has(id)).slice(0, Math.max(0, mostPeople - known.size))
    for (const id of asked) known.add(id)
  }
  const merged = await tx.query<{ id: string; of: string }>(
    `select s.of, p.id from canopy.one_person($1) s join canopy.person p on p.id = s.id and p.state <> 'merged'`,
    [[...known]],
  )
  const stays = new Map(merged.map(one => [one.of, one.id]))
  const at = (id: string) => stays.get(id) ?? id
  const people = await tx.query<Relative & Record<string, unknown>>(
    `select id, reference, given_name as "givenName", family_name as "familyName", sex, born_on as "bornOn",
            expected_on as "expectedOn", died_on as "diedOn"
       from canopy.person where id = any($1) and state <> 'recordedInError' order by reference`,
    [[...new Set([...known].map(at))]],
  )
  const seen = new Set(people.map(({ id }) => id))
  return {
    people,
    ties: ties
      .map(tie => ({ ...tie, person: at(tie.person), other: at(tie.other) }))
      .filter(({ person, other }) => seen.has(person) && seen.has(other) && person !== other),
    homes: await homesOf(tx, [...seen], at),
  }
}

/** Households of today with at least two people of the picture in them. */
const homesOf = async (tx: Tx, ids: readonly string[], at: (id: string) => string): Promise<readonly Home[]> => {
  const rows = await tx.query<{ id: string; reference: string; members: string[] }>(
    `select h.id, h.reference, array_agg(m.person order by m.person) as members
       from canopy.household h join canopy.household_members m on m.record_id = h.id and m.superseded_at is null
      where h.state = 'current' and m.person = any($1) and (m.until is null or m.until >= $2)
      group by h.id, h.reference having count(*) > 1 order by h.reference`,
    [ids, today()],
  )
  return rows.map(({ id, reference, members }) => ({
    id,
    label: `Household ${reference}`,
    memberIds: [...new Set(members.map(at))],
  }))
}

/**
 * Names by which other people around these are on record: family, household, friends, groups. Whole names, given names and
 * family names of their own, as far as the one who asks may know of them.
 */
export const namesAround = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> => {
  const { people } = await readFamily(tx, ids)
  const rows = await tx.query<{ given: string | null; family: string | null; own: boolean }>(
    `with around as (
       select unnest($1::uuid[]) as id
       union select b.person from canopy.household_members a join canopy.household_members b using (record_id) where a.person = any($2)
       union select b.person from canopy.peer_group_members a join canopy.peer_group_members b using (record_id) where a.person = any($2)
     ), named as (
       select p.id, p.given_name as given, p.family_name as family from canopy.person p where p.id in (select id from around)
       union select n.record_id, n.name_given, n.name_family from canopy.person_names n where n.record_id in (select id from around)
     )
     select given, family, id = any($2) as own from named`,
    [[...people.map(({ id }) => id), ...ids], ids],
  )
  const kept = new Set(rows.filter(({ own }) => own).flatMap(({ given, family }) => [given, family].map(lower)))
  const names = rows
    .filter(({ own }) => !own)
    .flatMap(({ given, family }) => [[given, family].filter(part => part !== null).join(' '), given, family])
  return [...new Set(names)].filter(name => name !== null && name.length > 1 && !kept.has(lower(name))).map(String)
}

const lower = (name: string | null): string => (name ?? '').toLowerCase()

/** One school, practice, service or friend of a person. */
export interface Support {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly since: Day | null
  readonly until: Day | null
}

/** Who and what surrounds a person: services, schools, the GP practice, friends; as far as the one who asks may know. */
export const readNetwork = (tx: Tx, ids: readonly string[]): Promise<Support[]> =>
  tx.query<Support & Record<string, unknown>>(
    `select i.reference as id, coalesce(i.professional || ', ', '') || coalesce(g.name, i.agency_name, 'Agency not known') as label,
            'Service' as kind, i.since, null::date as until
       from canopy.involvement i left join canopy.agency g on g.id = i.agency
      where i.person = any($1) and i.state = 'open'
     union all
     select 'school-' || s.id, s.school_name, 'School or nursery', s.since, s.until
       from canopy.person_schools s where s.record_id = any($1) and s.superseded_at is null
     union all
     select 'gp-' || p.reference, p.gp, 'GP practice', null, null from canopy.person p where p.id = any($1) and p.gp is not null
     union all
     select r.reference, coalesce(nullif(concat_ws(' ', o.given_name, o.family_name), ''), 'Name not known'),
            case r.kind when 'friend' then 'Friend' else 'Associate' end, r.since, r.until
       from canopy.relationship r join canopy.person o on o.id = case when r.person = any($1) then r.other else r.person end
      where (r.person = any($1) or r.other = any($1)) and r.kind in ('friend', 'associate') and r.state = 'current'
     order by 3, 1`,
    [ids],
  )

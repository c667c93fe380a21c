import type { Problem } from '../../declare/input.ts'
import { now, today } from '../../kit/clock.ts'
import { addHours, type Day, type Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../outcome.ts'
import { within } from '../store/transaction.ts'
import { peopleConfirmedDays } from './accountSettings.ts'
import { administer, leadRole } from './administer.ts'

/** Kinds of agency that are settings, where children are and a designated safeguarding lead is named. */
export const settingKinds: Readonly<Record<string, string>> = {
  school: 'School',
  college: 'College',
  nursery: 'Nursery',
  childminder: 'Childminder',
  practice: 'GP practice',
  club: 'Club',
  charity: 'Charity',
  voluntary: 'Voluntary organisation',
  faith: 'Faith organisation',
}

/** Roles that see which settings have not said who their people are. */
export const chasingRoles: readonly string[] = [
  'screener',
  'screening_manager',
  'business_support',
  'audit_lead',
  'administrator',
]

/** A setting of today: facts of the organisation and names of professionals, never anything about a child. */
export interface SettingLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly telephone: string | null
  readonly address: string | null
  readonly from: Day
  readonly leads: readonly string[]
  readonly deputies: readonly string[]
  readonly confirmedAt: Instant | null
  /** Nobody has said for too long that its people are listed rightly. */
  readonly unconfirmed: boolean
}

export interface SettingQuery {
  readonly name: string
  /** A key of `settingKinds`, or empty for all. */
  readonly kind: string
  /** Only those that have no lead, or that have not confirmed. */
  readonly only: '' | 'noLead' | 'unconfirmed'
}

const names = (deputy: string) => `
  array(select a.name from canopy.post p join canopy.account a on a.id = p.account_id and a.closed_at is null and not a.machine
         where p.agency_id = g.id and p.role = $4 and ${deputy} and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1)
         order by a.name)`

/** The settings of today by name: ended ones are not offered. */
export const listSettings = (
  engine: Engine,
  actor: Actor,
  { name, kind, only }: SettingQuery,
): Promise<readonly SettingLine[]> => {
  const since = addHours(now(), -24 * engine.calendars.setting(peopleConfirmedDays.key, today()))
  return within(engine, actor, tx =>
    tx.query<SettingLine & Record<string, unknown>>(
      `select * from (
         select g.id, g.code, g.name, g.kind, g.telephone, g.address, g.valid_from as "from", g.confirmed_at as "confirmedAt",
                coalesce(g.confirmed_at < $3, true) as unconfirmed, ${names('not p.deputy')} as leads, ${names('p.deputy')} as deputies
           from canopy.agency g
          where g.kind = any($2) and g.valid_from <= $1 and (g.valid_to is null or g.valid_to >= $1)
            and ($5 = '' or position(lower($5) in lower(g.name)) > 0)) s
        where ($6 <> 'noLead' or cardinality(leads) = 0) and ($6 <> 'unconfirmed' or unconfirmed)
        order by name, code`,
      [today(), kind === '' ? Object.keys(settingKinds) : [kind], since, leadRole, name, only],
    ),
  )
}

/** What is known of one agency, whatever its kind: for those who look after its people. */
export interface AgencyFacts {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly telephone: string | null
  readonly address: string | null
  readonly confirmedAt: Instant | null
  readonly teams: readonly { readonly id: string; readonly name: string }[]
}

/** @throws Outcome notFound when there is none of this identifier today */
export const agencyFacts = async (engine: Engine, actor: Actor, agencyId: string): Promise<AgencyFacts> => {
  const [found] = await within(engine, actor, tx =>
    tx.query<AgencyFacts & Record<string, unknown>>(
      `select g.id, g.name, g.kind, g.telephone, g.address, g.confirmed_at as "confirmedAt",
              coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name) from canopy.team t
                where t.agency_id = g.id and t.valid_from <= $2 and (t.valid_to is null or t.valid_to >= $2)), '[]') as teams
         from canopy.agency g where g.id::text = $1 and (g.valid_to is null or g.valid_to >= $2)`,
      [agencyId, today()],
    ),
  )
  if (!found) throw notFound()
  return found
}

/** An agency as an administrator chooses it. */
export interface AgencyChoice {
  readonly id: string
  readonly name: string
  /** Whether it is of a kind that has to name a lead. */
  readonly setting: boolean
  readonly people: number
  readonly leads: number
}

/** Every agency of today with how many hold posts in it, by name. */
export const listAgencyChoices = (engine: Engine, actor: Actor): Promise<readonly AgencyChoice[]> =>
  within(engine, actor, tx =>
    tx.query<AgencyChoice & Record<string, unknown>>(
      `select g.id, g.name, g.kind = any($3) as setting, count(distinct p.account_id)::int as people,
              count(distinct p.account_id) filter (where p.role = $2 and not p.deputy)::int as leads
         from canopy.agency g left join canopy.post p on p.agency_id = g.id and p.valid_from <= $1
          and (p.valid_to is null or p.valid_to >= $1)
          and exists (select 1 from canopy.account a where a.id = p.account_id and a.closed_at is null and not a.machine)
        where g.valid_to is null or g.valid_to >= $1 group by g.id order by g.name, g.code`,
      [today(), leadRole, Object.keys(settingKinds)],
    ),
  )

/** A lead says that these are their people. */
export const confirmPeople = (engine: Engine, actor: Actor, agencyId: string): Promise<void> =>
  administer(engine, actor, agencyId, 'confirmPeople', async tx => {
    // Only somebody who works there knows.
    if (actor.role !== leadRole) throw notFound()
    await tx.query('update canopy.agency set confirmed_at = $2, confirmed_by = $3 where id = $1', [
      agencyId,
      now(),
      actor.accountId,
    ])
    return { id: agencyId, answer: undefined }
  })

export interface PlaceTyped {
  readonly telephone: string
  readonly address: string
}

const placeProblems = ({ telephone, address }: PlaceTyped): readonly Problem[] => [
  ...(telephone === '' || /^\+?[\d ()-]{6,25}( ?(ext|x)\.? ?\d{1,6})?$/i.test(telephone)
    ? []
    : [{ field: 'telephone', message: 'Enter a telephone number, like 020 7946 0000' }]),
  ...(address.length <= 300 && !/[^\P{C}\n\r]/u.test(address)
    ? []
    : [{ field: 'address', message: 'Address must be 300 characters or fewer' }]),
]

/** Says how to reach an agency. @throws Outcome invalid, all problems at once */
export const setPlace = (engine: Engine, actor: Actor, agencyId: string, typed: PlaceTyped): Promise<void> =>
  administer(engine, actor, agencyId, 'setPlace', async tx => {
    const place = { telephone: typed.telephone.trim(), address: typed.address.trim() }
    const problems = placeProblems(place)
    if (problems.length > 0) throw invalid(problems)
    await tx.query('update canopy.agency set telephone = $2, address = $3 where id = $1', [
      agencyId,
      place.telephone || null,
      place.address || null,
    ])
    return { id: agencyId, answer: undefined }
  })

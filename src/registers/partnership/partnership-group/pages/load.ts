import { isMeetingOf } from '../../../../fields/lists/partnership.ts'
import type { Day } from '../../../../kit/dates.ts'
import { type Visit, type Web, within } from '../../../../web/public.ts'

/** What the structure is drawn from, as this person may know it. Posts, never the names of those who hold them. */
export interface Group {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly rhythm: string | null
  readonly endsBy: Day | null
  readonly chairSeat: string | null
  /** Whether it is known which meetings are its own. */
  readonly known: boolean
  /** Meetings held in the year up to today, and the day of the last one ever. */
  readonly met: number
  readonly lastMet: Day | null
}

export interface Seat {
  readonly id: string
  readonly reference: string
  readonly inGroup: string
  readonly postTitle: string
  readonly organisationName: string
  readonly state: string
  readonly vacantSince: Day | null
}

export interface Partner {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly sector: string
  readonly from: Day
  readonly until: Day | null
}

export interface Structure {
  readonly groups: readonly Group[]
  readonly seats: readonly Seat[]
  readonly partners: readonly Partner[]
}

const groupsSql = `
select g.id, g.reference, g.name, g.kind, g.parent, g.rhythm, g.ends_by::text as "endsBy", g.chair_seat as "chairSeat",
       g.meeting_kind is not null as known, coalesce(m.met, 0) as met, m.last::text as "lastMet"
  from canopy.partnership_group g
  left join lateral (
    select count(*) filter (where (m.ended_at at time zone 'Europe/London')::date > $1)::int as met,
           max((m.ended_at at time zone 'Europe/London')::date) as last
      from canopy.meeting m where ${isMeetingOf({ kind: 'g.meeting_kind', name: 'g.meeting_name' }, 'm')} and m.ended_at is not null) m on true
 where g.closed_at is null order by lower(g.name), g.reference`

const seatsSql = `
select s.id, s.reference, s.in_group as "inGroup", s.post_title as "postTitle", s.organisation_name as "organisationName",
       s.state, s.vacant_since::text as "vacantSince"
  from canopy.seat s where s.state in ('vacant', 'filled') order by lower(s.post_title), s.reference`

const partnersSql = `
select p.id, p.reference, p.name_in_law as name, p.sector, p.in_force_from::text as "from", p.in_force_until::text as "until"
  from canopy.arrangement_partner p where p.partner_role = 'statutory' and p.state <> 'recordedInError' order by p.in_force_from, p.reference`

type Rows<T> = T & Record<string, unknown>

/** @param since meetings after this day are those of the last year */
export const readStructure = (web: Web, visit: Visit, since: Day): Promise<Structure> =>
  within(web.engine, visit.actor, async tx => ({
    groups: await tx.query<Rows<Group>>(groupsSql, [since]),
    seats: await tx.query<Rows<Seat>>(seatsSql),
    partners: await tx.query<Rows<Partner>>(partnersSql),
  }))

import { now } from '../../../../kit/clock.ts'
import { addHours, type Instant } from '../../../../kit/dates.ts'
import { type Visit, type Web, within } from '../../../../web/public.ts'
import type { Episode } from '../rules.ts'
import { windowDays } from '../rules.ts'

/** Everything the missing board shows, read as the person who asks: what they may not see is not in it. */

export interface MissingNow {
  readonly reference: string
  readonly name: string
  readonly since: Instant
  readonly grade: NonNullable<Episode['policeGrade']>
  readonly missingFrom: NonNullable<Episode['missingFrom']>
  readonly responsibleName: string | null
  readonly team: string | null
  readonly strategyDueAt: Instant | null
  readonly strategyMetAt: Instant | null
}

const missingNow = `
select e.reference, concat_ws(' ', e.given_name, e.family_name) as name, e.missing_since as since, e.police_grade as grade,
       e.missing_from as "missingFrom", e.responsible_name as "responsibleName", t.name as team,
       c.due_at as "strategyDueAt", c.met_at as "strategyMetAt"
  from canopy.missing_episode e
  left join canopy.team t on t.id = e.team
  left join canopy.missing_episode_clock c on c.record_id = e.id and c.clock = 'strategy_discussion' and c.superseded_at is null
 where e.state = 'missing'
 order by array_position(array['high', 'medium', 'low', 'noApparent', 'notGraded'], e.police_grade), e.missing_since, e.reference`

export interface Returned {
  readonly reference: string
  readonly name: string
  readonly returnedAt: Instant
  readonly estimated: boolean
  readonly dueAt: Instant
  readonly state: string
  readonly agreedFor: Instant | null
  readonly worker: string | null
}

const returned = `
select i.reference, concat_ws(' ', i.given_name, i.family_name) as name, i.returned_at as "returnedAt",
       coalesce(i.return_known = 'estimated', false) as estimated, c.due_at as "dueAt", i.state, i.agreed_for as "agreedFor",
       w.name as worker
  from canopy.return_interview i
  join canopy.return_interview_clock c on c.record_id = i.id and c.clock = 'interview' and c.superseded_at is null
  left join canopy.account w on w.id = i.allocated_to
 where i.state in ('waiting', 'offered', 'agreed')
 order by c.due_at, i.reference`

export interface Often {
  readonly name: string
  readonly times: number
  readonly reference: string
}

/** Children with three episodes or more in the last 90 days: each under the latest of them. */
const often = `
select (array_agg(concat_ws(' ', e.given_name, e.family_name) order by e.missing_since desc))[1] as name, count(*)::integer as times,
       (array_agg(e.reference order by e.missing_since desc))[1] as reference
  from canopy.missing_episode e
 where e.state not in ('joined', 'recordedInError') and e.missing_since > $1
 group by coalesce(e.person::text, lower(e.given_name || ' ' || e.family_name) || coalesce(e.born_on::text, ''))
having count(*) >= 3 order by 2 desc, 1`

export interface NamedPlace {
  readonly reference: string
  readonly name: string
  readonly times: number
  readonly children: number
}

/** Places named in two interviews or more of the last 90 days, and by how many children. */
const namedPlaces = `
select p.reference, p.name, count(*)::integer as times,
       count(distinct coalesce(i.child::text, i.family_name || coalesce(i.given_name, '')))::integer as children
  from canopy.place p join canopy.place_concerns c on c.record_id = p.id and c.superseded_at is null
  join canopy.return_interview i on i.id = c.concern_interview
 where p.state <> 'recordedInError' and c.concern_source = 'interview'
   and c.concern_on > ($1::timestamptz at time zone 'Europe/London')::date
 group by p.reference, p.name having count(*) >= 2 order by 3 desc, 2`

export interface Twice {
  readonly reference: string
  readonly name: string
  readonly other: string
  readonly otherName: string
}

/** Two records of one time and one date of birth with names alike: perhaps one episode, told twice. */
const twice = `
select a.reference, concat_ws(' ', a.given_name, a.family_name) as name, b.reference as other,
       concat_ws(' ', b.given_name, b.family_name) as "otherName"
  from canopy.missing_episode a join canopy.missing_episode b on b.born_on = a.born_on and b.reference > a.reference
 where a.state in ('missing', 'returned') and b.state in ('missing', 'returned')
   and (a.person is null or b.person is null or a.person = b.person)
   and tstzrange(a.missing_since, a.returned_at) && tstzrange(b.missing_since, b.returned_at)
   and similarity(lower(concat_ws(' ', a.given_name, a.family_name)), lower(concat_ws(' ', b.given_name, b.family_name))) > 0.5
 order by 1`

export interface Times {
  /** 1 is Monday. */
  readonly weekday: number
  /** 0 is from midnight, 1 from 6am, 2 from midday, 3 from 6pm. */
  readonly part: number
  readonly n: number
}

const times = `
select extract(isodow from l.local)::integer as weekday, (extract(hour from l.local)::integer / 6) as part, count(*)::integer as n
  from canopy.missing_episode e, lateral (select e.missing_since at time zone 'Europe/London' as local) l
 where e.state not in ('joined', 'recordedInError') and e.missing_since > $1
 group by 1, 2`

export interface Board {
  readonly missing: readonly MissingNow[]
  readonly returned: readonly Returned[]
  readonly often: readonly Often[]
  readonly places: readonly NamedPlace[]
  readonly twice: readonly Twice[]
  readonly times: readonly Times[]
}

/** Who sees interviews, and who sees in which interview a place was named. */
export const interviewReaders = ['missing_coordinator', 'interview_worker', 'team_manager'] as const
export const placeCounters = ['missing_coordinator', 'interview_worker'] as const
const isOne = (roles: readonly string[], role: string): boolean => roles.includes(role)

export const readBoard = (web: Web, { actor }: Visit): Promise<Board> =>
  within(web.engine, actor, async tx => {
    const from = addHours(now(), -24 * windowDays)
    return {
      missing: (await tx.query(missingNow)) as unknown as readonly MissingNow[],
      returned: isOne(interviewReaders, actor.role)
        ? ((await tx.query(returned)) as unknown as readonly Returned[])
        : [],
      often: (await tx.query(often, [from])) as unknown as readonly Often[],
      places: isOne(placeCounters, actor.role)
        ? ((await tx.query(namedPlaces, [from])) as unknown as readonly NamedPlace[])
        : [],
      twice: actor.role === 'missing_coordinator' ? ((await tx.query(twice)) as unknown as readonly Twice[]) : [],
      times: (await tx.query(times, [from])) as unknown as readonly Times[],
    }
  })

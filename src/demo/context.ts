import type { Register } from '../declare/register.ts'
import type { Actor } from '../engine/actor.ts'
import type { Engine } from '../engine/engine.ts'
import type { Held } from '../engine/store/step.ts'
import type { LinkedStory } from '../engine/store/story.ts'
import type { Tx } from '../engine/store/transaction.ts'
import { type Day, type Instant, londonDay } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { type SchoolPlan, schoolPlans, withoutCalendar } from './schools.ts'

/** A story that knows its register: what each register's file in this folder gives. */
export type DemoStory = LinkedStory & { readonly register: Register }

/** An organisation of the demonstration as stored. */
export interface DemoAgency {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly from: Day
  readonly to: Day | null
}

export interface DemoSchool extends SchoolPlan {
  readonly agencyId: string
  /** False for the few schools that have sent no calendar. */
  readonly calendar: boolean
}

/** A stretch of time told at one start or refresh. The variant is another throw of the dice for the same stretch. */
export interface Segment {
  readonly from: Instant
  readonly until: Instant
  readonly variant: number
}

export interface OpenRecord {
  readonly register: Register
  readonly held: Held
}

/** Everything the stories of a register may draw on. The same seed, scale and moments give the same stories. */
export interface DemoContext {
  readonly engine: Pick<Engine, 'calendars' | 'links' | 'registers'>
  readonly random: Random
  /** 1 for the full demonstration; smaller for tests, in proportion. */
  readonly scale: number
  /** Deeds after this moment have not happened yet. */
  readonly now: Instant
  /** Null at the first start: everything. Else the moment up to which stories were written before: only later ones. */
  readonly since: Instant | null
  /** Stretches of time beside the calibrated years that have been told or are being told, the last one up to now. */
  readonly segments: readonly Segment[]
  /** At a refresh: the records that are still open, locked. */
  readonly open: readonly OpenRecord[]
  /** Holders of a role on the day of a moment, in a fixed order. */
  readonly holders: (role: string, at: Instant) => readonly Actor[]
  /** @throws Error when nobody of that user name holds the role */
  readonly actor: (username: string, role: string) => Actor
  /** @throws Error when there is no organisation of that code */
  readonly agency: (code: string) => DemoAgency
  /** Organisations of a kind on the day of a moment. */
  readonly agenciesOf: (kind: string, at: Instant) => readonly DemoAgency[]
  readonly schools: readonly DemoSchool[]
}

type Posted = Actor & { username: string; from: Day; to: Day | null }

const postsQuery = `
select a.id as "accountId", a.name, a.username, p.id as "postId", p.role, p.agency_id as "agencyId", g.name as "agencyName",
       p.team_id as "teamId", coalesce(t.name, '') as "teamName", p.valid_from as "from", p.valid_to as "to"
  from canopy.post p join canopy.account a on a.id = p.account_id
  join canopy.agency g on g.id = p.agency_id left join canopy.team t on t.id = p.team_id
 where a.closed_at is null order by a.username, p.role`

const on = ({ from, to }: { from: Day; to: Day | null }, day: Day): boolean => from <= day && (to === null || day <= to)

const found = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) throw new Error(`The demonstration has no ${what}`)
  return one
}

/** Reads the partnership as it is stored. */
export const openContext = async (
  tx: Tx,
  given: Pick<DemoContext, 'engine' | 'random' | 'scale' | 'now' | 'since' | 'segments' | 'open'>,
): Promise<DemoContext> => {
  const posts = (await tx.query<Posted & Record<string, unknown>>(postsQuery)) as readonly Posted[]
  const agencies: readonly DemoAgency[] = await tx.query<DemoAgency & Record<string, unknown>>(
    'select id, code, name, kind, valid_from as "from", valid_to as "to" from canopy.agency order by code',
  )
  const holders = new Map<string, readonly Actor[]>()
  return {
    ...given,
    holders: (role, at) => {
      const day = londonDay(at)
      const key = `${role} ${day}`
      const known = holders.get(key) ?? posts.filter(one => one.role === role && on(one, day))
      holders.set(key, known)
      return known
    },
    actor: (username, role) =>
      found(
        posts.find(one => one.username === username && one.role === role),
        `${role} called ${username}`,
      ),
    agency: code =>
      found(
        agencies.find(one => one.code === code),
        `organisation with the code ${code}`,
      ),
    agenciesOf: (kind, at) => agencies.filter(one => one.kind === kind && on(one, londonDay(at))),
    schools: schoolPlans.flatMap(plan => {
      const agency = agencies.find(({ code }) => code === plan.urn)
      return agency ? [{ ...plan, agencyId: agency.id, calendar: !withoutCalendar.has(plan.name) }] : []
    }),
  }
}

import { now } from '../../../kit/clock.ts'
import type { Day, Instant } from '../../../kit/dates.ts'
import type { Tx } from '../../../web/public.ts'
import { latestFirst, ownedSql, ratingOfSql, type SystemReason, saidSql, systemReasonSql } from './standing.ts'

/** The board: actions of plans, audits, reviews and inspections, with what their owners say and what Canopy says. */

export const shows = {
  open: 'Open',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  differ: 'Rated differently',
  unowned: 'Without an owner',
  reported: 'To be agreed as done',
  done: 'Done',
  embedded: 'Done and shown to work',
  all: 'All',
} as const
export type Show = keyof typeof shows

/** What each of them means, in SQL over the rows of the board. */
const showSql: Readonly<Record<Show, string>> = {
  open: 'reason is not null',
  red: "rating = 'red'",
  amber: "rating = 'amber'",
  green: "rating = 'green'",
  differ: 'said <> rating',
  unowned: 'reason is not null and not owned',
  reported: "state = 'reported'",
  done: "state = 'done'",
  embedded: "state = 'embedded'",
  all: 'true',
}

export const sorts = {
  due: 'due_at',
  task: 'lower(task)',
  plan: 'lower(plan)',
  owner: 'lower(owner)',
  said: "array_position(array['red', 'amber', 'green'], said)",
  system: "array_position(array['red', 'amber', 'green'], rating)",
  evidence: 'evidence',
} as const
export type Sort = keyof typeof sorts

export interface BoardAsked {
  readonly show: Show
  /** Reference of a plan. */
  readonly plan: string
  readonly source: string
  readonly sort: Sort
  readonly descending: boolean
}

export interface BoardRow {
  readonly reference: string
  readonly task: string
  readonly state: string
  readonly source: string
  readonly sourceNote: string | null
  /** Names of its plans with the number it has there. */
  readonly plan: string | null
  readonly owner: string | null
  readonly owned: boolean
  readonly ownerAsWritten: string | null
  readonly dueAt: Instant | null
  readonly firstDueAt: Instant | null
  readonly said: 'red' | 'amber' | 'green' | null
  readonly rating: 'red' | 'amber' | 'green' | null
  readonly reason: SystemReason | null
  readonly evidence: number
  readonly news: string | null
  readonly newsOn: Day | null
}

/** Actions of meetings about families are not of the board: they belong to their meeting. */
const rowsSql = (at: string): string => `
  select a.id, a.reference, a.task, a.state, a.source, a.source_note, a.due_at, a.first_due_at, a.owner_as_written, a.owner_person,
         coalesce(p.name, g.name) as owner, (${ownedSql}) as owned, plans.plan, plans.refs, ${saidSql('canopy.')} as said,
         (${systemReasonSql('canopy.', at)}) as reason,
         (select count(*)::int from canopy.agreed_action_evidence e where e.record_id = a.id and e.superseded_at is null) as evidence
    from canopy.agreed_action a
    left join canopy.account p on p.id = a.owner_person
    left join canopy.agency g on g.id = a.owner_agency
    left join lateral (
      select string_agg(l.name || coalesce(', ' || r.number, ''), '; ' order by l.name) as plan, array_agg(l.reference) as refs
        from canopy.recommendation r join canopy.action_plan l on l.id = r.plan
       where r.id = a.recommendation
          or r.id in (select s.serves from canopy.agreed_action_serves s where s.record_id = a.id and s.superseded_at is null)
    ) plans on true
   where a.source <> 'atMeeting' and a.state <> 'duplicate'`

const chosenSql = (): string => `
  with found as (${rowsSql('$3::timestamptz')}),
       board as (select *, ${ratingOfSql('reason')} as rating from found
                  where ($1 = '' or $1 = any(refs)) and ($2 = '' or source = $2))`

const values = ({ plan, source }: BoardAsked) => [plan, source, now()]

/** How many rows each choice has, under the same plan and source. */
export const countBoard = async (tx: Tx, asked: BoardAsked): Promise<Readonly<Record<Show, number>>> => {
  const counts = Object.entries(showSql).map(([key, where]) => `count(*) filter (where ${where})::int as "${key}"`)
  const [row] = await tx.query<Record<Show, number>>(
    `${chosenSql()} select ${counts.join(', ')} from board`,
    values(asked),
  )
  return row ?? (Object.fromEntries(Object.keys(shows).map(key => [key, 0])) as Record<Show, number>)
}

/** The rows of one choice in the order asked for; those without a value in it come last. */
export const readBoard = (
  tx: Tx,
  asked: BoardAsked,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<readonly BoardRow[]> =>
  tx.query(
    `${chosenSql()}
     select b.reference, b.task, b.state, b.source, b.source_note as "sourceNote", b.plan, b.owner, b.owned,
            b.owner_as_written as "ownerAsWritten", b.due_at as "dueAt", b.first_due_at as "firstDueAt", b.said, b.rating, b.reason,
            b.evidence, u.news, u.updated_on as "newsOn"
       from (select * from board where ${showSql[asked.show]}
              order by ${sorts[asked.sort]} ${asked.descending ? 'desc' : 'asc'} nulls last, reference limit $4 offset $5) b
       left join lateral (
         select l.news, l.updated_on from canopy.agreed_action_updates l
          where l.record_id = b.id and l.superseded_at is null order by ${latestFirst} limit 1
       ) u on true
      order by ${sorts[asked.sort]} ${asked.descending ? 'desc' : 'asc'} nulls last, b.reference`,
    [...values(asked), limit, offset],
  ) as unknown as Promise<readonly BoardRow[]>

/** Plans that somebody may choose from. */
export const readPlans = (tx: Tx): Promise<readonly { readonly reference: string; readonly name: string }[]> =>
  tx.query<{ reference: string; name: string }>(
    "select reference, name from canopy.action_plan where state <> 'recordedInError' order by lower(name)",
  )

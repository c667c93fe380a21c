import {
  latestFirst,
  onPage,
  ownedSql,
  ratingOfSql,
  type SystemReason,
  saidSql,
  systemReasonSql,
} from '../../../../fields/lists/actionStanding.ts'
import { now } from '../../../../kit/clock.ts'
import type { Day, Instant } from '../../../../kit/dates.ts'
import type { Tx } from '../../../../web/public.ts'

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

/** Plans of each action by way of its recommendations, and how much evidence it has: grouped once, not looked up for each. */
const besideSql = `
  served as (
    select id, recommendation from canopy.agreed_action where recommendation is not null
    union
    select record_id, serves from canopy.agreed_action_serves where superseded_at is null
  ),
  plans as (
    select s.id, string_agg(l.name || coalesce(', ' || r.number, ''), '; ' order by l.name) as plan, array_agg(l.reference) as refs
      from served s join canopy.recommendation r on r.id = s.recommendation join canopy.action_plan l on l.id = r.plan group by s.id
  ),
  shown as (
    select record_id as id, count(*)::int as n from canopy.agreed_action_evidence where superseded_at is null group by record_id
  )`

/** Actions of meetings about families are not of the board: they belong to their meeting. */
const rowsSql = (at: string): string => `
  select a.id, a.reference, a.task, a.state, a.source, a.source_note, a.due_at, a.first_due_at, a.owner_as_written, a.owner_person,
         coalesce(p.name, g.name) as owner, (${ownedSql(onPage)}) as owned, plans.plan, plans.refs, ${saidSql(onPage)} as said,
         (${systemReasonSql(onPage, at)}) as reason, coalesce(shown.n, 0) as evidence
    from canopy.agreed_action a
    left join canopy.account p on p.id = a.owner_person
    left join canopy.agency g on g.id = a.owner_agency
    left join plans on plans.id = a.id
    left join shown on shown.id = a.id
   where a.source <> 'atMeeting' and a.state <> 'duplicate'`

export interface Board {
  /** How many rows each choice has, under the same plan and source. */
  readonly counts: Readonly<Record<Show, number>>
  readonly rows: readonly BoardRow[]
}

const countsSql = Object.entries(showSql).map(([key, where]) => `count(*) filter (where ${where})::int as "${key}"`)

/**
 * The rows of one choice in the order asked for, those without a value in it last, and how many every choice has. Each action is judged
 * once: what the board stands on is materialised.
 */
export const readBoard = async (
  tx: Tx,
  { show, plan, source, sort, descending }: BoardAsked,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<Board> => {
  const order = `${sorts[sort]} ${descending ? 'desc' : 'asc'} nulls last, reference`
  const [found] = await tx.query<{ counts: Board['counts']; rows: Board['rows'] }>(
    `with ${besideSql},
          found as materialized (${rowsSql('$3::timestamptz')}),
          board as materialized (select *, ${ratingOfSql('reason')} as rating from found
                                  where ($1 = '' or $1 = any(refs)) and ($2 = '' or source = $2)),
          page as (select b.*, row_number() over (order by ${order}) as at from board b where ${showSql[show]}
                    order by ${order} limit $4 offset $5)
     select (select to_json(c) from (select ${countsSql.join(', ')} from board) c) as counts,
            (select coalesce(json_agg(json_build_object(
                      'reference', b.reference, 'task', b.task, 'state', b.state, 'source', b.source, 'sourceNote', b.source_note,
                      'plan', b.plan, 'owner', b.owner, 'owned', b.owned, 'ownerAsWritten', b.owner_as_written, 'dueAt', b.due_at,
                      'firstDueAt', b.first_due_at, 'said', b.said, 'rating', b.rating, 'reason', b.reason,
                      'evidence', b.evidence, 'news', u.news, 'newsOn', u.updated_on) order by b.at), '[]')
               from page b left join lateral (
                      select l.news, l.updated_on from canopy.agreed_action_updates l
                       where l.record_id = b.id and l.superseded_at is null order by ${latestFirst} limit 1
                    ) u on true) as rows`,
    [plan, source, now(), limit, offset],
  )
  if (!found) throw new Error('A query without a group has always one row')
  return found
}

/** Plans that somebody may choose from. */
export const readPlans = (tx: Tx): Promise<readonly { readonly reference: string; readonly name: string }[]> =>
  tx.query<{ reference: string; name: string }>(
    "select reference, name from canopy.action_plan where state <> 'recordedInError' order by lower(name)",
  )

import {
  latestFirst,
  onPage,
  type SystemReason,
  saidSql,
  systemReasonSql,
  systemReasons,
} from '../../../../fields/lists/actionStanding.ts'
import { now } from '../../../../kit/clock.ts'
import { formatDay, type Instant, londonDay } from '../../../../kit/dates.ts'
import { type Visit, type Web, within } from '../../../../web/public.ts'
import { nobodyNamed } from '../layout.ts'

/** One recommendation of a plan with its actions, as far as this person sees them. */
export interface PlanRow {
  readonly reference: string
  readonly number: string | null
  readonly title: string
  readonly words: string
  readonly state: string
  readonly outcomeRequired: string | null
  /** Who answers for the recommendation: the person, or the agency where no person does. */
  readonly accountable: string | null
  readonly leadsAsWritten: string | null
  readonly timescaleAsWritten: string | null
  readonly statusAsWritten: string | null
  readonly actions: readonly PlanAction[]
}

export interface PlanAction {
  readonly reference: string
  readonly task: string
  readonly state: string
  readonly owner: string | null
  readonly doneWith: string | null
  readonly ownerAsWritten: string | null
  readonly dueAt: Instant | null
  readonly said: 'red' | 'amber' | 'green' | null
  readonly reason: SystemReason | null
  readonly updates: readonly { readonly on: string; readonly rating: string; readonly news: string }[]
}

/** Recommendations in the order of their numbers; each with the actions that serve it, of this plan or another. */
export const readPlanRows = (web: Web, visit: Visit, plan: string): Promise<readonly PlanRow[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query(
      `select r.reference, r.number, r.title, r.words, r.state, r.outcome_required as "outcomeRequired", r.leads_as_written as "leadsAsWritten", coalesce(o.name, ao.name) as accountable,
              r.timescale_as_written as "timescaleAsWritten", r.status_as_written as "statusAsWritten", coalesce(acts.list, '[]') as actions
         from canopy.recommendation r
         left join canopy.account o on o.id = r.owner_person
         left join canopy.agency ao on ao.id = r.owner_agency
         left join lateral (
           select json_agg(json_build_object('reference', a.reference, 'task', a.task, 'state', a.state, 'owner', coalesce(p.name, g.name),
                    'doneWith', a.done_with, 'ownerAsWritten', a.owner_as_written, 'dueAt', a.due_at, 'said', ${saidSql(onPage)},
                    'reason', ${systemReasonSql(onPage, '$2::timestamptz')}, 'updates', coalesce(told.list, '[]')) order by a.reference) as list
             from canopy.agreed_action a
             left join canopy.account p on p.id = a.owner_person
             left join canopy.agency g on g.id = a.owner_agency
             left join lateral (
               select json_agg(json_build_object('on', l.updated_on, 'rating', l.rating, 'news', l.news) order by ${latestFirst}) as list
                 from canopy.agreed_action_updates l where l.record_id = a.id and l.superseded_at is null
             ) told on true
            where a.state <> 'duplicate' and (a.recommendation = r.id or exists (
                    select from canopy.agreed_action_serves s where s.record_id = a.id and s.superseded_at is null and s.serves = r.id))
         ) acts on true
        where r.plan = $1 and r.state <> 'recordedInError'
        order by nullif(regexp_replace(coalesce(r.number, ''), '\\D.*$', ''), '')::int nulls last, r.number, r.reference`,
      [plan, now()],
    ),
  ) as unknown as Promise<readonly PlanRow[]>

const ratingWords: Readonly<Record<string, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  notGiven: 'Not rated',
}

const ownerWords = ({ owner, doneWith, ownerAsWritten }: PlanAction): string =>
  owner === null
    ? `No owner yet${ownerAsWritten === null || ownerAsWritten === nobodyNamed ? '' : `. Named: ${ownerAsWritten}`}`
    : doneWith === null
      ? owner
      : `${owner}, with ${doneWith}`

/** Owners of the actions; where none has one, who answers for the recommendation. Nobody is said only where there is neither. */
export const leadWords = ({ actions, accountable, leadsAsWritten }: PlanRow): string => {
  const owners = actions.map(ownerWords)
  if (owners.length === 0) return leadsAsWritten ?? accountable ?? 'Nobody'
  const answers = actions.every(({ owner }) => owner === null) && accountable !== null
  return [...new Set([...owners, ...(answers ? [`Accountable: ${accountable}`] : [])])].join('\n')
}

export const timescaleWords = (row: PlanRow): string => {
  const days = [...new Set(row.actions.flatMap(({ dueAt }) => (dueAt === null ? [] : [formatDay(londonDay(dueAt))])))]
  const written = row.timescaleAsWritten === null ? [] : [`As written: ${row.timescaleAsWritten}`]
  return [...days, ...written].join('\n') || 'None'
}

/** What owners say and what Canopy says, both in words. */
export const ratingLines = (row: PlanRow, stateOf: (state: string) => string): readonly string[] =>
  row.actions.map(({ said, reason, state }) => {
    const own = said === null ? 'Not rated' : ratingWords[said]
    return reason === null ? stateOf(state) : `${own} (Canopy: ${systemReasons[reason].words})`
  })

export const updateLines = (row: PlanRow): readonly string[] =>
  row.actions.flatMap(({ updates }) =>
    updates.map(
      ({ on, rating, news }) => `${formatDay(on)}, ${(ratingWords[rating] ?? rating).toLowerCase()}: ${news}`,
    ),
  )

/**
 * The lines of a recommendation in a workbook that may be brought back: one for each action, with its latest update, and the number and
 * words on the first alone, as merged cells have them.
 */
export const sheetLines = (row: PlanRow): readonly (readonly (string | null)[])[] => {
  const head = [row.number, row.words, row.outcomeRequired]
  const leads = (own: string) => row.leadsAsWritten ?? own
  const timescale = (own: string) => row.timescaleAsWritten ?? own
  if (row.actions.length === 0) return [[...head, leads(leadWords(row)), timescale(timescaleWords(row)), null, null]]
  return row.actions.map((action, at) => [
    ...(at === 0 ? head : [null, null, null]),
    leads(ownerWords(action)),
    timescale(action.dueAt === null ? 'None' : formatDay(londonDay(action.dueAt))),
    ratingWords[action.updates[0]?.rating ?? ''] ?? null,
    action.updates[0]?.news ?? null,
  ])
}

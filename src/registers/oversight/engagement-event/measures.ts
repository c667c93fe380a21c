import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { engagementEvent } from './record.ts'

type Db = Kysely<
  MeasureTables<'engagement_event', (typeof engagementEvent)['fields'], (typeof engagementEvent)['lines']>
>

const by = ['kind', 'whoCame', 'area', 'provider'] as const
const source = 'DAP-FORUM, DAP-OUTREACH, DAP-11 (local definition)'
const leftOut = 'Those recorded in error are left out.'

const heldIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('engagement_event')
    .where('engagement_event.state', '!=', 'recordedInError')
    .where('engagement_event.heldOn', '>=', period.from)
    .where('engagement_event.heldOn', '<=', period.to)

export const eventsHeld = measure(engagementEvent, {
  key: 'engagement_events',
  label: 'Forums, community events and outreach sessions',
  definition: `Forums of young people or parents, community events and outreach sessions held in the period. ${leftOut}`,
  unit: 'count',
  of: 'event',
  numerator: 'Events held',
  source,
  by,
  version: 1,
  cases: (db, scope) => heldIn(db, scope).select(['engagement_event.id', sql<boolean>`true`.as('counted')]),
})

export const attendances = measure(engagementEvent, {
  key: 'engagement_attendances',
  label: 'Attendances at forums, community events and outreach',
  definition: `People who came to events held in the period, each counted at every event. Events at which nobody counted add nothing. ${leftOut}`,
  unit: 'count',
  of: 'attendance',
  numerator: 'Attendances',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    heldIn(db, scope)
      .innerJoin(
        sql<{ nth: number }>`lateral generate_series(1, engagement_event.came)`.as<'each'>(sql`each(nth)`),
        join => join.onTrue(),
      )
      .select([
        sql<string>`md5(engagement_event.id::text || ' ' || each.nth)::uuid`.as('id'),
        'engagement_event.id as recordId',
        sql<boolean>`true`.as('counted'),
      ]),
})

export const answeredInTime = measure(engagementEvent, {
  key: 'engagement_answered_in_time',
  label: 'Events whose people were answered in time',
  definition: `Of events held in the period after which an answer was owed, those answered by the due date. The limit (42 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'event after which an answer was owed',
  numerator: 'Answered in time',
  denominator: 'Events after which an answer was owed',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    heldIn(db, scope)
      .innerJoin('engagement_event_clock as due', 'due.recordId', 'engagement_event.id')
      .where('due.clock', '=', 'engagement_answer')
      .select([
        'engagement_event.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${scope.asAt}`.as('overdue'),
      ]),
})

export const measures = [eventsHeld, attendances, answeredInTime]

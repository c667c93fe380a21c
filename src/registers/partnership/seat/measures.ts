import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { vacantOn } from '../../../fields/lists/holding.ts'
import { isMeetingOf } from '../../../fields/lists/partnership.ts'
import { seat } from './record.ts'

type Db = Kysely<MeasureTables<'seat', (typeof seat)['fields'], (typeof seat)['lines']>>

const by = ['groupName', 'sector', 'statutoryRole'] as const
const source = 'GOV-MEMBER (local definition)'
const leftOut = 'Seats recorded in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const standing = (db: Db) => db.selectFrom('seat').where('seat.state', '!=', 'recordedInError')

/** Seats there are on the last day of the period. */
const atEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('seat.seatFrom', '<=', period.to)
    .where(eb => eb.or([eb('seat.seatUntil', 'is', null), eb('seat.seatUntil', '>=', period.to)]))

/** The day asked about, or that of the question where the period runs on. */
const lastDay = ({ period, asAt }: MeasureScope) =>
  sql`least(${period.to}, (${asAt}::timestamptz at time zone 'Europe/London')::date)`

export const seats = measure(seat, {
  key: 'seats',
  label: 'Seats in groups',
  definition: `Seats in groups of the partnership on the last day of the period, held or vacant. A seat is a post: whoever sits in two groups has two. ${leftOut}`,
  unit: 'count',
  of: 'seat (one post in one group)',
  numerator: 'Seats on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => atEnd(db, scope).select(['seat.id', yes]),
})

export const seatsVacant = measure(seat, {
  key: 'seats_vacant',
  label: 'Vacant seats',
  definition: `Of seats in groups on the last day of the period, those that nobody held on that day. In a period that runs, today. ${leftOut}`,
  unit: 'percent',
  of: 'seat (one post in one group)',
  numerator: 'Seats that nobody held',
  denominator: 'Seats on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    atEnd(db, scope)
      .innerJoin(sql<{ d: string }>`lateral (select ${lastDay(scope)} as d)`.as<'at'>(sql`at(d)`), join =>
        join.onTrue(),
      )
      .select(['seat.id', sql<boolean>`${sql.raw(vacantOn('seat', 'at.d'))}`.as('counted')]),
})

export const daysVacant = measure(seat, {
  key: 'seat_days_vacant',
  label: 'Days on which seats were vacant',
  definition: `Of the days of the period on which there was each seat, those on which nobody held it: two seats vacant on ten days are twenty days. A period that runs is counted up to today. ${leftOut}`,
  unit: 'percent',
  of: 'seat on one day',
  numerator: 'Days vacant, of all seats together',
  denominator: 'Days of all seats together',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    standing(db)
      .innerJoin(
        sql<{
          day: string
        }>`lateral generate_series(greatest(${scope.period.from}, seat.seat_from)::timestamp, least(${lastDay(scope)}, seat.seat_until)::timestamp, interval '1 day')`.as<'each'>(
          sql`each(day)`,
        ),
        join => join.onTrue(),
      )
      .select([
        sql<string>`md5(seat.id::text || ' ' || each.day::date)::uuid`.as('id'),
        'seat.id as recordId',
        sql<boolean>`${sql.raw(vacantOn('seat', 'each.day::date'))}`.as('counted'),
      ]),
})

export const holderChanges = measure(seat, {
  key: 'seat_holder_changes',
  label: 'Changes of who holds a seat',
  definition: `Colleagues who took a seat in the period that somebody had held before them. The first holder of a seat is no change. ${leftOut}`,
  unit: 'count',
  of: 'change of holder',
  numerator: 'Colleagues who took a seat that was held before',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    standing(db)
      .innerJoin('seat_holders as holder', 'holder.recordId', 'seat.id')
      .where('holder.heldFrom', '>=', period.from)
      .where('holder.heldFrom', '<=', period.to)
      .where(
        sql<boolean>`exists (select from seat_holders e where e.record_id = seat.id and e.held_from < holder.held_from)`,
      )
      .select(['holder.id', 'seat.id as recordId', yes]),
})

/** Held meetings of the group of each seat, at which the attendance of its agency was recorded. */
export const seatAttendance = measure(seat, {
  key: 'seat_attendance',
  label: 'Meetings at which the agency of a seat took part',
  definition: `Of meetings of the group of each seat that ended in the period while there was the seat, and at which the attendance of its agency was recorded, those at which the agency was present or present through a deputy. An agency with two seats counts for both. Seats of organisations that are not on record are left out. ${leftOut}`,
  unit: 'percent',
  of: 'seat at one meeting',
  numerator: 'Present, or present through a deputy',
  denominator: 'Meetings at which the attendance of the agency was recorded, for each of its seats',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin(
        sql<{ id: string; came: string; held: string }>`lateral (
          select a.id, a.came, (m.ended_at at time zone 'Europe/London')::date as held
            from canopy.partnership_group g
            join canopy.meeting m on ${sql.raw(isMeetingOf({ kind: 'g.meeting_kind', name: 'g.meeting_name' }, 'm'))}
            join canopy.meeting_attendance a on a.record_id = m.id and a.agency = seat.organisation
           where g.id = seat.in_group and m.ended_at >= ${period.fromInstant} and m.ended_at < ${period.toInstant}
             and m.ended_at <= ${asAt} and a.recorded_at <= ${asAt} and (a.superseded_at is null or a.superseded_at > ${asAt}))`.as<'sat'>(
          sql`sat(id, came, held)`,
        ),
        join => join.onTrue(),
      )
      .where(sql<boolean>`sat.held >= seat.seat_from and (seat.seat_until is null or sat.held <= seat.seat_until)`)
      .select([
        sql<string>`md5(seat.id::text || ' ' || sat.id::text)::uuid`.as('id'),
        'seat.id as recordId',
        sql<boolean>`sat.came in ('present', 'deputy')`.as('counted'),
      ]),
})

export const seatsFilledInTime = measure(seat, {
  key: 'seats_filled_in_time',
  label: 'Vacant seats filled in time',
  definition: `Of seats whose last vacancy was to be filled by a day in the period, those filled by then. The limit (60 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'seat (one post in one group)',
  numerator: 'Filled by the due date',
  denominator: 'Seats whose last vacancy was to be filled in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('seat_clock as due', 'due.recordId', 'seat.id')
      .where('due.clock', '=', 'seat_filled')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'seat.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [
  seats,
  seatsVacant,
  daysVacant,
  holderChanges,
  seatAttendance,
  seatsFilledInTime,
]

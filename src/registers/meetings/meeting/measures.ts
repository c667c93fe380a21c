import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { meeting } from './record.ts'

const source = 'DA-DSM and EXP-MACE (local definition)'
const by = ['kind'] as const

export const meetingsHeld = measure(meeting, {
  key: 'meetings_held',
  label: 'Meetings held',
  definition: 'Meetings that ended in the period. Those called off or still running are left out.',
  unit: 'count',
  of: 'meeting',
  numerator: 'Meetings that ended in the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('meeting')
      .where('endedAt', '>=', period.fromInstant)
      .where('endedAt', '<', period.toInstant)
      .select(['meeting.id', sql<boolean>`true`.as('counted')]),
})

export const meetingsQuorate = measure(meeting, {
  key: 'meetings_quorate',
  label: 'Meetings with every agency they needed',
  definition:
    'Of the meetings that ended in the period, those at which every agency took part without which nothing can be decided. A meeting that needs no particular agency counts where anybody took part.',
  unit: 'percent',
  of: 'meeting',
  numerator: 'Meetings with every agency needed',
  denominator: 'Meetings that ended in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('meeting')
      .where('endedAt', '>=', period.fromInstant)
      .where('endedAt', '<', period.toInstant)
      .select(['meeting.id', sql<boolean>`quorate = 'yes'`.as('counted')]),
})

export const attendance = measure(meeting, {
  key: 'meeting_attendance',
  label: 'Agencies that took part',
  definition:
    'Of the agencies whose attendance is recorded for meetings that ended in the period, those present or present through a deputy. One agency at one meeting counts once.',
  unit: 'percent',
  of: 'agency at one meeting',
  numerator: 'Agencies present, or present through a deputy',
  denominator: 'Agencies whose attendance is recorded',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('meeting')
      .innerJoin('meeting_attendance', 'meeting_attendance.recordId', 'meeting.id')
      .where('meeting.endedAt', '>=', period.fromInstant)
      .where('meeting.endedAt', '<', period.toInstant)
      .select([
        'meeting_attendance.id',
        'meeting.id as recordId',
        sql<boolean>`meeting_attendance.came in ('present', 'deputy')`.as('counted'),
      ]),
})

export const minutesInTime = measure(meeting, {
  key: 'minutes_in_time',
  label: 'Minutes agreed in time',
  definition:
    'Of the meetings that ended in the period, those whose minutes were agreed within the days of local policy.',
  unit: 'percent',
  of: 'meeting',
  numerator: 'Minutes agreed in time',
  denominator: 'Meetings that ended in the period',
  source: 'Local policy, after rulebook DA-05',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('meeting')
      .innerJoin('meeting_clock as due', join =>
        join.onRef('due.recordId', '=', 'meeting.id').on('due.clock', '=', 'minutes'),
      )
      .where('endedAt', '>=', period.fromInstant)
      .where('endedAt', '<', period.toInstant)
      .select([
        'meeting.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [meetingsHeld, meetingsQuorate, attendance, minutesInTime]

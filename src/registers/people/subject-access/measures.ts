import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { subjectAccess } from './record.ts'

const of = 'subject access request'
const by = ['requester', 'extendedWhy', 'refusedWhy'] as const

export const requests = measure(subjectAccess, {
  key: 'subject_access_requests',
  label: 'Subject access requests',
  definition:
    'Requests for a copy of what is held about a person, received in the period. Requests that were taken back are left out.',
  unit: 'count',
  of,
  numerator: 'Requests received in the period',
  source: 'UK GDPR article 15; rulebook SR-01',
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('subject_access')
      .where('subject_access.receivedOn', '>=', period.from)
      .where('subject_access.receivedOn', '<=', period.to)
      .where('subject_access.state', '!=', 'withdrawn')
      .select(['subject_access.id', sql<boolean>`true`.as('counted')]),
})

export const requestsInTime = measure(subjectAccess, {
  key: 'subject_access_in_time',
  label: 'Subject access requests answered in time',
  definition:
    'Of requests received in the period and not taken back, those answered within one calendar month, or three where it was extended. The time counts from the day on which we knew who asks where proof had to be asked for, stands still while we wait to hear what is meant, and never ends on a day that is no working day. Requests whose time does not run yet are left out.',
  unit: 'percent',
  of,
  numerator: 'Requests answered in time',
  denominator: 'Requests received in the period whose time has begun',
  source: 'UK GDPR articles 12(3) and 12A; rulebook SR-01',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('subject_access')
      .innerJoin('subject_access_clock as due', join =>
        join.onRef('due.recordId', '=', 'subject_access.id').on('due.clock', '=', 'answer'),
      )
      .where('subject_access.receivedOn', '>=', period.from)
      .where('subject_access.receivedOn', '<=', period.to)
      .where('subject_access.state', '!=', 'withdrawn')
      .select([
        'subject_access.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.paused_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [requests, requestsInTime]

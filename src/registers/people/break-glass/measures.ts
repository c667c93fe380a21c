import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { breakGlass } from './record.ts'

export const emergencyAccessReviewed = measure(breakGlass, {
  key: 'emergency_access_reviewed',
  label: 'Emergency access reviewed in time',
  definition:
    'Of the times a restricted record was opened in an emergency in the period, those reviewed by the end of the next working day.',
  unit: 'percent',
  of: 'emergency access (one person, one restriction)',
  numerator: 'Reviewed by the end of the next working day',
  denominator: 'Restricted records opened in an emergency in the period',
  source: 'Rulebook IS-07; the limit is local policy',
  by: ['cause', 'justified'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('break_glass')
      .innerJoin('break_glass_clock as due', join =>
        join.onRef('due.recordId', '=', 'break_glass.id').on('due.clock', '=', 'review'),
      )
      .where('break_glass.openedAt', '>=', period.fromInstant)
      .where('break_glass.openedAt', '<', period.toInstant)
      .select([
        'break_glass.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

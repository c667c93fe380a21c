import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { immediateWorry } from './record.ts'

export const takenInTime = measure(immediateWorry, {
  key: 'immediate_worries_in_time',
  label: 'Immediate worries acted on in time',
  definition:
    'Of immediate worries from return home interviews that were due in the period, those that somebody took by their time. The limit (4 hours unless changed) is local policy. Records made in error are left out.',
  unit: 'percent',
  of: 'immediate worry',
  numerator: 'Worries taken in time',
  denominator: 'Worries due in the period',
  source: 'Local policy; return home interviews (RHI)',
  by: ['result'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('immediate_worry')
      .innerJoin('immediate_worry_clock as due', 'due.recordId', 'immediate_worry.id')
      .where('immediate_worry.state', '!=', 'recordedInError')
      .where('due.clock', '=', 'take')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('due.dueAt', '<', asAt)
      .select([
        'immediate_worry.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [takenInTime]

import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { agencyCheck } from './record.ts'

const of = 'agency check (one agency, one contact)'
const by = ['askedOf', 'urgency', 'answer'] as const

export const checksAsked = measure(agencyCheck, {
  key: 'checks_asked',
  label: 'Checks asked of agencies',
  definition: 'Agency checks asked in the period, leaving out those withdrawn.',
  unit: 'count',
  of,
  numerator: 'Checks asked in the period',
  source: 'Rulebook FD-07',
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('agency_check')
      .where('askedAt', '>=', period.fromInstant)
      .where('askedAt', '<', period.toInstant)
      .where('state', '!=', 'withdrawn')
      .select(['agency_check.id', sql<boolean>`true`.as('counted')]),
})

export const checksOnTime = measure(agencyCheck, {
  key: 'checks_on_time',
  label: 'Checks answered in time',
  definition:
    'Of checks asked in the period and not withdrawn, those answered by the due time of their urgency, counted in office hours. Checks still open count as not yet answered in time.',
  unit: 'percent',
  of,
  numerator: 'Checks answered by their due time',
  denominator: 'Checks asked in the period, not withdrawn',
  source: 'Rulebook FD-07; time limits are local policy',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('agency_check')
      .innerJoin('agency_check_clock as due', 'due.recordId', 'agency_check.id')
      .where('due.clock', '=', 'answer')
      .where('askedAt', '>=', period.fromInstant)
      .where('askedAt', '<', period.toInstant)
      .where('state', '!=', 'withdrawn')
      .select(['agency_check.id', sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted')]),
})

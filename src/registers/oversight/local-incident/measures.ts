import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { localIncident } from './record.ts'

type Db = Kysely<MeasureTables<'local_incident', (typeof localIncident)['fields'], (typeof localIncident)['lines']>>

const by = ['reporterAgency'] as const
const of = 'incident'
const source = 'DAP-INCIDENT (local definition)'
const leftOut = 'Those recorded in error are left out.'

const happenedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('local_incident')
    .where('local_incident.state', '!=', 'recordedInError')
    .where('local_incident.happenedAt', '>=', period.fromInstant)
    .where('local_incident.happenedAt', '<', period.toInstant)

export const incidents = measure(localIncident, {
  key: 'local_incidents',
  label: 'Local incidents',
  definition: `Incidents that happened in the period and were reported. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Incidents',
  source,
  by,
  version: 1,
  cases: (db, scope) => happenedIn(db, scope).select(['local_incident.id', sql<boolean>`true`.as('counted')]),
})

export const incidentsMet = measure(localIncident, {
  key: 'local_incidents_met',
  label: 'Local incidents followed by a meeting',
  definition: `Of incidents that happened in the period, those after which a meeting was held, in time or late. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Incidents followed by a meeting',
  denominator: 'Incidents',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    happenedIn(db, scope).select(['local_incident.id', sql<boolean>`local_incident.met_on is not null`.as('counted')]),
})

export const incidentsMetInTime = measure(localIncident, {
  key: 'local_incidents_met_in_time',
  label: 'Local incidents followed by a meeting in time',
  definition: `Of incidents that happened in the period, those after which a meeting was held by the due date. The limit (5 working days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Incidents followed by a meeting in time',
  denominator: 'Incidents',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    happenedIn(db, scope)
      .leftJoin('local_incident_clock as due', join =>
        join.onRef('due.recordId', '=', 'local_incident.id').on('due.clock', '=', 'incident_meeting'),
      )
      .select([
        'local_incident.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`local_incident.state = 'reported'`.as('open'),
        sql<boolean>`local_incident.state = 'reported' and due.due_at < ${scope.asAt}`.as('overdue'),
      ]),
})

export const measures = [incidents, incidentsMet, incidentsMetInTime]

import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { agencyReport } from './record.ts'

type Db = Kysely<MeasureTables<'agency_report', (typeof agencyReport)['fields'], (typeof agencyReport)['lines']>>

const by = ['partner', 'kind'] as const
const of = 'report'
const source = 'GOV-PARTNERREP (local definition)'
const leftOut = 'Reports recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('agency_report').where('agency_report.state', '!=', 'recordedInError')

const receivedIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('agency_report.receivedOn', '>=', period.from).where('agency_report.receivedOn', '<=', period.to)

export const reportsReceived = measure(agencyReport, {
  key: 'agency_reports_received',
  label: 'Reports received from partners',
  definition: `Reports of partners received in the period, in time or late. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Reports received',
  source,
  by,
  version: 1,
  cases: (db, scope) => receivedIn(db, scope).select(['agency_report.id', sql<boolean>`true`.as('counted')]),
})

export const reportsInTime = measure(agencyReport, {
  key: 'agency_reports_in_time',
  label: 'Reports of partners received in time',
  definition: `Of reports due in the period, those received by the day that was agreed. One that does not come is not in time. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Reports received by the due date',
  denominator: 'Reports due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .where('agency_report.dueOn', '>=', period.from)
      .where('agency_report.dueOn', '<=', period.to)
      .select([
        'agency_report.id',
        sql<boolean>`coalesce(agency_report.received_on <= agency_report.due_on, false)`.as('counted'),
        sql<boolean>`agency_report.state = 'awaited'`.as('open'),
        sql<boolean>`agency_report.state = 'awaited' and agency_report.due_on < (${asAt}::timestamptz at time zone 'Europe/London')::date`.as(
          'overdue',
        ),
      ]),
})

export const reportsScrutinised = measure(agencyReport, {
  key: 'agency_reports_scrutinised',
  label: 'Reports of partners that were scrutinised',
  definition: `Of reports received in the period, those that a group has looked at. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Reports scrutinised',
  denominator: 'Reports received',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    receivedIn(db, scope).select(['agency_report.id', sql<boolean>`agency_report.state = 'scrutinised'`.as('counted')]),
})

export const scrutinisedInTime = measure(agencyReport, {
  key: 'agency_reports_scrutinised_in_time',
  label: 'Reports of partners scrutinised in time',
  definition: `Of reports received in the period, those that a group had looked at by the due date. The limit (62 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Reports scrutinised in time',
  denominator: 'Reports received',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    receivedIn(db, scope)
      .innerJoin('agency_report_clock as due', join =>
        join.onRef('due.recordId', '=', 'agency_report.id').on('due.clock', '=', 'agency_report_scrutiny'),
      )
      .select([
        'agency_report.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${scope.asAt}`.as('overdue'),
      ]),
})

export const measures = [reportsReceived, reportsInTime, reportsScrutinised, scrutinisedInTime]

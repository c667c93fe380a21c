import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { worryReport } from './record.ts'

type Tables = MeasureTables<'worry_report', (typeof worryReport)['fields'], (typeof worryReport)['lines']>

const of = 'report (one sending, one or several children)'
const by = ['source', 'worry', 'safeNow', 'consent'] as const

const sentIn = (db: Kysely<Tables>, { period }: MeasureScope) =>
  db
    .selectFrom('worry_report')
    .where('worry_report.sentAt', '>=', period.fromInstant)
    .where('worry_report.sentAt', '<', period.toInstant)
    .where('worry_report.state', 'not in', ['writing', 'deleted'])

const withClock = (db: Kysely<Tables>, scope: MeasureScope, clock: string) =>
  sentIn(db, scope).innerJoin(
    db.selectFrom('worry_report_clock').where('worry_report_clock.clock', '=', clock).selectAll().as('due'),
    'due.recordId',
    'worry_report.id',
  )

const open = sql<boolean>`due.met_at is null`
const overdue = (asAt: string) => sql<boolean>`due.met_at is null and due.due_at < ${asAt}`
const sent = 'Reports sent in the period'

export const reportsSent = measure(worryReport, {
  key: 'reports_sent',
  label: 'Reports sent by partners',
  definition:
    'Reports of a worry that partners sent through the portal in the period. A report about three children counts once; the contacts it becomes are counted as contacts.',
  unit: 'count',
  of,
  numerator: sent,
  source: 'Rulebook FD-01',
  by,
  version: 1,
  cases: (db, scope) => sentIn(db, scope).select(['worry_report.id', sql<boolean>`true`.as('counted')]),
})

export const reportsDecidedInTime = measure(worryReport, {
  key: 'reports_decided_on_time',
  label: 'Reports whose decision came back as promised',
  definition:
    'Of the reports sent in the period, those on which whoever sent it could read the first decision by the time that the receipt promised: the same time of the next working day. Reports without a decision count as not in time; how many are open and overdue is told beside the figure.',
  unit: 'percent',
  of,
  numerator: 'Reports with a decision by the promised time',
  denominator: sent,
  source: 'Rulebook FD-02 and FD-03',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    withClock(db, scope, 'promised').select([
      'worry_report.id',
      sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
      open.as('open'),
      overdue(scope.asAt).as('overdue'),
    ]),
})

export const reportsRead = measure(worryReport, {
  key: 'reports_decision_read',
  label: 'Decisions that whoever reported has read',
  definition:
    'Of the reports sent in the period on which a decision was told, those whose sender says that they have read it.',
  unit: 'percent',
  of,
  numerator: 'Reports whose decision was read',
  denominator: 'Reports sent in the period on which a decision was told',
  source: 'Local policy, after rulebook FD-03',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    sentIn(db, scope)
      .where('worry_report.decidedAt', 'is not', null)
      .select(['worry_report.id', sql<boolean>`worry_report.read_at is not null`.as('counted')]),
})

export const policeSpokenAlone = measure(worryReport, {
  key: 'police_children_spoken_to_alone',
  label: 'Children of police reports spoken to alone',
  definition:
    'Of the reports of the police sent in the period, those that say that each of the children was spoken to alone. Reports about children too young to speak do not count; those where some were, or none, count as not spoken to.',
  unit: 'percent',
  of,
  numerator: 'Reports of the police that say that each child was spoken to alone',
  denominator: 'Reports of the police sent in the period about children old enough to speak',
  source: 'Local policy, after inspection: children coming to notice',
  by: ['worry'],
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    sentIn(db, scope)
      .innerJoin('worry_report_police', 'worry_report_police.recordId', 'worry_report.id')
      .where('worry_report_police.spokenAlone', '<>', 'tooYoung')
      .select(['worry_report.id', sql<boolean>`worry_report_police.spoken_alone = 'all'`.as('counted')]),
})

export const measures = [reportsSent, reportsDecidedInTime, reportsRead, policeSpokenAlone]

import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { priority } from './record.ts'

type Db = Kysely<MeasureTables<'priority', (typeof priority)['fields'], (typeof priority)['lines']>>

const by = ['scheme', 'title'] as const
const source = 'GOV-PRIORITIES, REC-PRIOR (local definition)'
const leftOut = 'Priorities recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('priority').where('priority.state', '!=', 'recordedInError')

const inForceAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('priority.fromDay', '<=', period.to)
    .where(eb => eb.or([eb('priority.endedOn', 'is', null), eb('priority.endedOn', '>', period.to)]))

export const prioritiesInForce = measure(priority, {
  key: 'priorities_in_force',
  label: 'Priorities in force at the end of the period',
  definition: `Priorities that had begun by the last day of the period and had not ended by then. ${leftOut}`,
  unit: 'count',
  of: 'priority',
  numerator: 'Priorities in force on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => inForceAtEnd(db, scope).select(['priority.id', sql<boolean>`true`.as('counted')]),
})

const evidencedIn = ({ period }: MeasureScope, whose = sql``) => sql<boolean>`exists (
  select from priority_evidenced e where e.record_id = priority.id
     and e.evidenced_on >= ${period.from} and e.evidenced_on <= ${period.to} ${whose})`

export const prioritiesWithoutEvidence = measure(priority, {
  key: 'priorities_without_evidence',
  label: 'Priorities without evidence',
  definition: `Of priorities in force at the end of the period for which agencies are asked for evidence, those for which no evidence of a day in the period was accepted. ${leftOut}`,
  unit: 'percent',
  of: 'priority',
  numerator: 'Priorities without evidence of the period',
  denominator: 'Priorities in force for which agencies are asked',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    inForceAtEnd(db, scope)
      .where(sql<boolean>`cardinality(priority.asked) > 0`)
      .select(['priority.id', sql<boolean>`not ${evidencedIn(scope)}`.as('counted')]),
})

export const gaps = measure(priority, {
  key: 'priority_evidence_gaps',
  label: 'Agencies without evidence for a priority they were asked about',
  definition: `Of pairs of a priority in force at the end of the period and an agency asked for evidence on it, those without accepted evidence of a day in the period. ${leftOut}`,
  unit: 'percent',
  of: 'agency and priority',
  numerator: 'Agency and priority without evidence of the period',
  denominator: 'Agencies asked, for each priority',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    inForceAtEnd(db, scope)
      .innerJoin(sql<{ agency: string }>`lateral unnest(priority.asked)`.as<'each'>(sql`each(agency)`), join =>
        join.onTrue(),
      )
      .select([
        sql<string>`md5(priority.id::text || ' ' || each.agency::text)::uuid`.as('id'),
        'priority.id as recordId',
        sql<boolean>`not ${evidencedIn(scope, sql`and e.evidenced_by = each.agency`)}`.as('counted'),
      ]),
})

export const agenciesWithoutEvidence = measure(priority, {
  key: 'agencies_without_evidence',
  label: 'Agencies that gave no evidence for any priority',
  definition: `Of agencies asked for evidence on at least one priority in force at the end of the period, those of which no evidence of a day in the period was accepted for any priority. ${leftOut}`,
  unit: 'percent',
  of: 'agency',
  numerator: 'Agencies without any evidence of the period',
  denominator: 'Agencies asked',
  source,
  by: [],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    inForceAtEnd(db, scope)
      .innerJoin(sql<{ agency: string }>`lateral unnest(priority.asked)`.as<'each'>(sql`each(agency)`), join =>
        join.onTrue(),
      )
      .groupBy(sql`each.agency`)
      .select([
        sql<string>`each.agency`.as('id'),
        sql<string>`(array_agg(priority.id order by priority.reference))[1]`.as('recordId'),
        sql<boolean>`not exists (
          select from priority_evidenced e join priority p on p.id = e.record_id
           where p.state <> 'recordedInError' and e.evidenced_by = each.agency
             and e.evidenced_on >= ${scope.period.from} and e.evidenced_on <= ${scope.period.to})`.as('counted'),
      ]),
})

export const judgedInTime = measure(priority, {
  key: 'priority_judgements_in_time',
  label: 'Progress on priorities judged in time',
  definition: `Of judgements of progress due in the period, those made by the due date. The limit (366 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'judgement that was due',
  numerator: 'Judgements made by the due date',
  denominator: 'Judgements due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('priority_clock as due', 'due.recordId', 'priority.id')
      .where('due.clock', '=', 'priority_judgement')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'priority.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [prioritiesInForce, prioritiesWithoutEvidence, gaps, agenciesWithoutEvidence, judgedInTime]

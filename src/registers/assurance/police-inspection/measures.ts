import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { policeInspection } from './record.ts'

type Db = Kysely<
  MeasureTables<'police_inspection', (typeof policeInspection)['fields'], (typeof policeInspection)['lines']>
>

const source = 'POL-DIT (local definition)'
const by = ['kind', 'team', 'level', 'scope'] as const
const errors = 'Records made in error are left out.'
const all = sql<boolean>`true`

const made = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('police_inspection')
    .where('police_inspection.state', '!=', 'recordedInError')
    .where('police_inspection.inspectedOn', '>=', from)
    .where('police_inspection.inspectedOn', '<=', to)

/** Assurances that are no audit stand apart. */
const audits = (db: Db, period: PeriodAsked) => made(db, period).where('police_inspection.kind', '!=', 'briefing')

export const inspections = measure(policeInspection, {
  key: 'police_inspections',
  label: 'Inspections and audits of police work',
  definition: `Inspections, reviews and audits of public protection made in the period. Assurances given in a briefing are not counted here. ${errors}`,
  unit: 'count',
  of: 'inspection',
  numerator: 'Inspections and audits',
  source,
  by,
  version: 1,
  cases: (db, { period }) => audits(db, period).select(['police_inspection.id', all.as('counted')]),
})

export const findingsToLearn = measure(policeInspection, {
  key: 'police_findings_followed',
  label: 'Findings of inspections that led to something',
  definition: `Of findings from which something is to be learned, in inspections made in the period, those passed on to be learned from, or for which an action was agreed. ${errors}`,
  unit: 'percent',
  of: 'finding',
  numerator: 'Findings passed on or acted on',
  denominator: 'Findings from which something is to be learned',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    made(db, period)
      .innerJoin('police_inspection_findings as finding', 'finding.recordId', 'police_inspection.id')
      .where('finding.findingKind', '=', 'learning')
      .select([
        'finding.id',
        'police_inspection.id as recordId',
        sql<boolean>`exists (
          select 1 from police_inspection_passed p where p.record_id = police_inspection.id and p.passed = finding.number)
          or exists (
          select 1 from police_inspection_actions a where a.record_id = police_inspection.id and a.acted = finding.number)`.as(
          'counted',
        ),
      ]),
})

export const inadequate = measure(policeInspection, {
  key: 'police_cases_inadequate',
  label: 'Cases of the Basic Command Unit graded inadequate',
  definition: `Cases of the Basic Command Unit that were graded inadequate in inspections and audits made in the period. ${errors}`,
  unit: 'count',
  of: 'case inspected',
  numerator: 'Cases graded inadequate',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    audits(db, period)
      .innerJoin('police_inspection_results as graded', 'graded.recordId', 'police_inspection.id')
      .innerJoin(sql<{ n: number }>`lateral generate_series(1, graded.cases)`.as<'each'>(sql`each(n)`), join =>
        join.onTrue(),
      )
      .where('graded.part', '=', 'unit')
      .where('graded.grade', '=', 'inadequate')
      .select([
        sql<string>`md5(graded.id::text || ' ' || each.n)::uuid`.as('id'),
        'police_inspection.id as recordId',
        all.as('counted'),
      ]),
})

export const sharedInTime = measure(policeInspection, {
  key: 'police_inspections_shared_in_time',
  label: 'Inspections whose findings were shared in time',
  definition: `Of inspections, audits and assurances made in the period, those shared in time. Those not shared whose time has not passed are open. ${errors}`,
  unit: 'percent',
  of: 'inspection',
  numerator: 'Shared in time',
  denominator: 'Inspections, audits and assurances',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    made(db, period)
      .innerJoin('police_inspection_clock as due', join =>
        join.onRef('due.recordId', '=', 'police_inspection.id').on('due.clock', '=', 'share'),
      )
      .select([
        'police_inspection.id',
        sql<boolean>`coalesce(police_inspection.shared_on <= due.due_on, false)`.as('counted'),
        sql<boolean>`police_inspection.shared_on is null`.as('open'),
        sql<boolean>`police_inspection.shared_on is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const lapsed = measure(policeInspection, {
  key: 'police_assurances_lapsed',
  label: 'Assurances of the police that no longer hold',
  definition: `Of assurances given in a briefing by the last day of the period and not given anew or taken back by then, those whose own last day had passed. ${errors}`,
  unit: 'percent',
  of: 'assurance',
  numerator: 'The day until which it holds had passed',
  denominator: 'Assurances given and neither renewed nor taken back',
  source: 'I-46 (local definition)',
  by: ['team', 'scope'],
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    db
      .selectFrom('police_inspection')
      .where('police_inspection.kind', '=', 'briefing')
      .where('police_inspection.state', '!=', 'recordedInError')
      .where('police_inspection.inspectedOn', '<=', period.to)
      .where(eb =>
        eb.or([
          eb('police_inspection.renewedOn', 'is', null),
          eb('police_inspection.renewedOn', '>', sql<string>`${period.to}`),
        ]),
      )
      .select(['police_inspection.id', sql<boolean>`police_inspection.valid_until < ${period.to}`.as('counted')]),
})

export const measures = [inspections, findingsToLearn, inadequate, sharedInTime, lapsed]

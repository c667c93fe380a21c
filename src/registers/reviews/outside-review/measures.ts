import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { outsideReview } from './record.ts'

type Db = Kysely<MeasureTables<'outside_review', (typeof outsideReview)['fields'], (typeof outsideReview)['lines']>>

const source = 'QA-JTAI, QA-OFSTED, CR-Q (local definition)'
const leftOut = 'Records made in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const takenUpIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('outside_review')
    .where('outside_review.state', '!=', 'recordedInError')
    .where('outside_review.takenUpOn', '>=', period.from)
    .where('outside_review.takenUpOn', '<=', period.to)

/** What has to become better, in reviews and inspections taken up in the period. */
const developmentIn = (db: Db, scope: MeasureScope) =>
  takenUpIn(db, scope)
    .innerJoin('outside_review_points as part', 'part.recordId', 'outside_review.id')
    .where('part.pointKind', '=', 'development')

const point = { of: 'area for development', source, by: ['kind', 'title'], version: 1 } as const

export const points = measure(outsideReview, {
  ...point,
  key: 'outside_points',
  label: 'Areas for development found by others',
  definition: `Areas for development and recommendations of outside reviews and inspections that the partnership took up in the period, those whose words are not recorded included. ${leftOut}`,
  unit: 'count',
  numerator: 'Areas for development',
  cases: (db, scope) => developmentIn(db, scope).select(['part.id', 'outside_review.id as recordId', yes]),
})

export const pointsCompared = measure(outsideReview, {
  ...point,
  key: 'outside_points_compared',
  label: 'Areas for development that were compared with this area',
  definition: `Of areas for development of outside reviews and inspections that the partnership took up in the period, those compared with this area, also where the answer is that it is not known. ${leftOut}`,
  unit: 'percent',
  numerator: 'Compared',
  denominator: 'Areas for development',
  direction: 'more',
  cases: (db, scope) =>
    developmentIn(db, scope).select([
      'part.id',
      'outside_review.id as recordId',
      sql<boolean>`exists (select 1 from outside_review_comparisons c
        where c.record_id = outside_review.id and c.compared = part.point)`.as('counted'),
    ]),
})

export const pointsApply = measure(outsideReview, {
  ...point,
  key: 'outside_points_apply',
  label: 'Areas for development that apply here',
  definition: `Of areas for development that were compared and of which it is known whether they apply here, those that apply in full or in part. ${leftOut}`,
  unit: 'percent',
  numerator: 'Apply here, or in part',
  denominator: 'Compared, and known',
  cases: (db, scope) =>
    developmentIn(db, scope)
      .innerJoin('outside_review_comparisons as answer', join =>
        join.onRef('answer.recordId', '=', 'outside_review.id').onRef('answer.compared', '=', 'part.point'),
      )
      .where('answer.here', '!=', 'notKnown')
      .select([
        'part.id',
        'outside_review.id as recordId',
        sql<boolean>`answer.here in ('yes', 'partly')`.as('counted'),
      ]),
})

export const inspections = measure(outsideReview, {
  key: 'inspections_of_this_area',
  label: 'Inspections of this area',
  definition: `Inspections of this area that ended in the period, each with its scheme and grade. Grades of two schemes are not put in one order. ${leftOut}`,
  unit: 'count',
  of: 'inspection',
  numerator: 'Inspections',
  source: 'Rulebook QA-04; QA-OFSTED, EDU-SENDINSP',
  by: ['scheme', 'grade'],
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('outside_review')
      .where('outside_review.state', '!=', 'recordedInError')
      .where('outside_review.kind', '=', 'inspectionOfUs')
      .where('outside_review.madeOn', '>=', period.from)
      .where('outside_review.madeOn', '<=', period.to)
      .select(['outside_review.id', yes]),
})

export const comparedInTime = measure(outsideReview, {
  key: 'outside_reviews_compared_in_time',
  label: 'Outside reviews and inspections compared in time',
  definition: `Of outside reviews and inspections taken up in the period, those compared within the limit (60 working days unless changed), which is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'review or inspection',
  numerator: 'Compared within the limit',
  denominator: 'Taken up in the period',
  source,
  by: ['kind'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    takenUpIn(db, scope)
      .innerJoin('outside_review_clock as due', 'due.recordId', 'outside_review.id')
      .where('due.clock', '=', 'compare')
      .select([
        'outside_review.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${scope.asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [points, pointsCompared, pointsApply, inspections, comparedInTime]

import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { practiceReview } from './record.ts'

type Db = Kysely<MeasureTables<'practice_review', (typeof practiceReview)['fields'], (typeof practiceReview)['lines']>>

const by = ['kind', 'instance'] as const
const source = 'Rulebook SI-05 and SI-06; CR-SYSTEM'
const leftOut = 'Reviews recorded in error are left out.'

const decidedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('practice_review')
    .where('practice_review.state', '!=', 'recordedInError')
    .where('practice_review.decidedOn', '>=', period.from)
    .where('practice_review.decidedOn', '<=', period.to)

const yes = sql<boolean>`true`.as('counted')

export const reviews = measure(practiceReview, {
  key: 'practice_reviews',
  label: 'Practice reviews decided',
  definition: `Local child safeguarding practice reviews and internal management reviews decided in the period, at the instance of the partnership or of the Panel. ${leftOut}`,
  unit: 'count',
  of: 'review',
  numerator: 'Reviews decided',
  source,
  by,
  version: 1,
  cases: (db, scope) => decidedIn(db, scope).select(['practice_review.id', yes]),
})

export const publishedInTime = measure(practiceReview, {
  key: 'practice_reviews_published_in_time',
  label: 'Practice reviews published in time',
  definition: `Of local child safeguarding practice reviews decided in the period, those published within six calendar months of the decision. Those stopped, and those not published with a reason, are left out. A delay for criminal proceedings or an inquest moves no limit. ${leftOut}`,
  unit: 'percent',
  of: 'review',
  numerator: 'Published within six months',
  denominator: 'Reviews published or to be published',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    decidedIn(db, scope)
      .innerJoin('practice_review_clock as due', 'due.recordId', 'practice_review.id')
      .where('due.clock', '=', 'publication')
      .select([
        'practice_review.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${scope.asAt}`.as('overdue'),
      ]),
})

export const chronologiesReceived = measure(practiceReview, {
  key: 'review_chronologies_received',
  label: 'Chronologies for reviews that were received',
  definition: `Of chronologies that agencies were asked for in reviews decided in the period, those that were sent, whenever that was. ${leftOut}`,
  unit: 'percent',
  of: 'chronology of one agency',
  numerator: 'Chronologies sent',
  denominator: 'Chronologies asked for',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    decidedIn(db, scope)
      .innerJoin('practice_review_asked as question', 'question.recordId', 'practice_review.id')
      .select([
        'question.id',
        'practice_review.id as recordId',
        sql<boolean>`exists (select 1 from practice_review_received r
          where r.record_id = practice_review.id and r.received_agency = question.asked_agency)`.as('counted'),
      ]),
})

export const recommendations = measure(practiceReview, {
  key: 'review_recommendations',
  label: 'Recommendations of practice reviews',
  definition: `Recommendations of reviews decided in the period, whenever they were made. What became of them is counted with all recommendations, by where they were made. ${leftOut}`,
  unit: 'count',
  of: 'recommendation',
  numerator: 'Recommendations of reviews',
  source,
  by: ['name', ...by],
  version: 1,
  cases: (db, scope) =>
    decidedIn(db, scope)
      .innerJoin('practice_review_recommendations as made', 'made.recordId', 'practice_review.id')
      .select(['made.id', 'practice_review.id as recordId', yes]),
})

export const measures: readonly Measure[] = [reviews, publishedInTime, chronologiesReceived, recommendations]

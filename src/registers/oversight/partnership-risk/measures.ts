import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { partnershipRisk } from './record.ts'

type Db = Kysely<
  MeasureTables<'partnership_risk', (typeof partnershipRisk)['fields'], (typeof partnershipRisk)['lines']>
>

const by = ['ownerAgency', 'score'] as const
const of = 'risk'
const source = 'GOV-SCRUT (local definition)'
const leftOut = 'Risks recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('partnership_risk').where('partnership_risk.state', '!=', 'recordedInError')

const openAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('partnership_risk.raisedOn', '<=', period.to)
    .where(eb => eb.or([eb('partnership_risk.closedOn', 'is', null), eb('partnership_risk.closedOn', '>', period.to)]))

export const risksOpen = measure(partnershipRisk, {
  key: 'risks_open',
  label: 'Risks open at the end of the period',
  definition: `Risks raised by the last day of the period and not closed by then, accepted ones among them. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Risks open on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => openAtEnd(db, scope).select(['partnership_risk.id', sql<boolean>`true`.as('counted')]),
})

/** The score of the last rating before a day, or by it; the first rating where none was made since. */
const scoreBy = ({ period }: MeasureScope, inPeriod: boolean) => sql<number>`coalesce((
  select r.likelihood * r.impact from partnership_risk_ratings r
   where r.record_id = partnership_risk.id and ${inPeriod ? sql`r.rated_on <= ${period.to}` : sql`r.rated_on < ${period.from}`}
   order by r.rated_on desc, r.recorded_at desc limit 1), partnership_risk.first_score)`

export const risksHigh = measure(partnershipRisk, {
  key: 'risks_high',
  label: 'Open risks that are high',
  definition: `Of risks open at the end of the period, those whose score by then, likelihood times impact, was high. From which score a risk is high (15 unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Open risks with a high score',
  denominator: 'Risks open on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    openAtEnd(db, scope).select([
      'partnership_risk.id',
      sql<boolean>`${scoreBy(scope, true)} >= partnership_risk.high_from`.as('counted'),
    ]),
})

export const risksDown = measure(partnershipRisk, {
  key: 'risks_score_down',
  label: 'Risks whose score went down',
  definition: `Of risks rated again in the period, those whose last score in it is lower than the score before the period. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Risks with a lower score',
  denominator: 'Risks rated again in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    standing(db)
      .where(
        sql<boolean>`exists (select from partnership_risk_ratings r where r.record_id = partnership_risk.id
          and r.rated_on >= ${scope.period.from} and r.rated_on <= ${scope.period.to})`,
      )
      .select(['partnership_risk.id', sql<boolean>`${scoreBy(scope, true)} < ${scoreBy(scope, false)}`.as('counted')]),
})

export const riskReviewsInTime = measure(partnershipRisk, {
  key: 'risk_reviews_in_time',
  label: 'Reviews of risks in time',
  definition: `Of reviews of risks due in the period, those made by the due date. The limit (92 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'review that was due',
  numerator: 'Reviews made by the due date',
  denominator: 'Reviews due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('partnership_risk_clock as due', 'due.recordId', 'partnership_risk.id')
      .where('due.clock', '=', 'risk_review')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'partnership_risk.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [risksOpen, risksHigh, risksDown, riskReviewsInTime]

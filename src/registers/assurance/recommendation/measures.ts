import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { recommendation } from './record.ts'

type Db = Kysely<MeasureTables<'recommendation', (typeof recommendation)['fields'], (typeof recommendation)['lines']>>

const of = 'recommendation'
const by = ['source', 'ownerAgency'] as const
const source = 'Rulebook SI-06; X-ACTION; pain 3'
const leftOut = 'Recommendations recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('recommendation').where('recommendation.state', '!=', 'recordedInError')

const madeIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('recommendation.madeOn', '>=', period.from).where('recommendation.madeOn', '<=', period.to)

/** Made by the end of the period and not closed by then. */
const openAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('recommendation.madeOn', '<=', period.to)
    .where(eb => eb.or([eb('recommendation.closedOn', 'is', null), eb('recommendation.closedOn', '>', period.to)]))

const yes = sql<boolean>`true`.as('counted')

export const recommendationsMade = measure(recommendation, {
  key: 'recommendations_made',
  label: 'Recommendations made',
  definition: `Recommendations made in the period, from every source. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Recommendations made in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => madeIn(db, scope).select(['recommendation.id', yes]),
})

export const recommendationsOpen = measure(recommendation, {
  key: 'recommendations_open',
  label: 'Recommendations open at the end of the period',
  definition: `Recommendations made by the last day of the period that were not brought to an end by then. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Recommendations open on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => openAtEnd(db, scope).select(['recommendation.id', yes]),
})

export const recommendationsWithoutOwner = measure(recommendation, {
  key: 'recommendations_without_owner',
  label: 'Open recommendations that nobody answers for',
  definition: `Of recommendations open at the end of the period, those that name neither a colleague who still works here nor an agency. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Open recommendations without an owner',
  denominator: 'Recommendations open on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    openAtEnd(db, scope).select([
      'recommendation.id',
      sql<boolean>`owner_agency is null and not canopy.works_here(owner_person)`.as('counted'),
    ]),
})

export const recommendationsDone = measure(recommendation, {
  key: 'recommendations_done',
  label: 'Recommendations that were carried out',
  definition: `Of recommendations made in the period, those agreed as done, whether or not it was shown that they work. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Recommendations done',
  denominator: 'Recommendations made in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    madeIn(db, scope).select([
      'recommendation.id',
      sql<boolean>`recommendation.state in ('done', 'embedded')`.as('counted'),
    ]),
})

export const recommendationsEmbedded = measure(recommendation, {
  key: 'recommendations_embedded',
  label: 'Recommendations shown to work',
  definition: `Of recommendations made in the period that were carried out, those of which a figure or an audit shows that they work. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Recommendations done and shown to work',
  denominator: 'Recommendations made in the period and done',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    madeIn(db, scope)
      .where('recommendation.state', 'in', ['done', 'embedded'])
      .select(['recommendation.id', sql<boolean>`recommendation.state = 'embedded'`.as('counted')]),
})

export const recommendationsInTime = measure(recommendation, {
  key: 'recommendations_in_time',
  label: 'Recommendations carried out in time',
  definition: `Of recommendations due in the period, those reported done by the day that was agreed. Those without a day are in no such figure; those not accepted or superseded are left out. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Recommendations reported done in time',
  denominator: 'Recommendations due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('recommendation_clock as due', 'due.recordId', 'recommendation.id')
      .where('due.clock', '=', 'recommendation_due')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'recommendation.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [
  recommendationsMade,
  recommendationsOpen,
  recommendationsWithoutOwner,
  recommendationsDone,
  recommendationsEmbedded,
  recommendationsInTime,
]

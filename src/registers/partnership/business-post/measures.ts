import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { vacantOn } from '../../../fields/lists/holding.ts'
import { businessPost } from './record.ts'

type Db = Kysely<MeasureTables<'business_post', (typeof businessPost)['fields'], (typeof businessPost)['lines']>>

const by = ['kind'] as const
const source = 'GOV-BIZUNIT (local definition)'
const leftOut = 'Posts recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('business_post').where('business_post.state', '!=', 'recordedInError')

/** Paid for on the last day of the period, and not ended by then. */
const paidAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('business_post.fundedFrom', '<=', period.to)
    .where(eb => eb.or([eb('business_post.fundedUntil', 'is', null), eb('business_post.fundedUntil', '>=', period.to)]))
    .where(eb => eb.or([eb('business_post.endedOn', 'is', null), eb('business_post.endedOn', '>=', period.to)]))

const lastDay = ({ period, asAt }: MeasureScope) =>
  sql`least(${period.to}, (${asAt}::timestamptz at time zone 'Europe/London')::date)`

/** A full-time post has a hundred cases, half a post fifty. */
export const fullTimeEquivalents = measure(businessPost, {
  key: 'business_unit_fte',
  label: 'Full-time equivalents of the business unit, in hundredths',
  definition: `Posts of the business unit that are paid for on the last day of the period, filled or vacant, in hundredths of a full-time post: 50 is half a post. ${leftOut}`,
  unit: 'count',
  of: 'hundredth of a full-time post',
  numerator: 'Hundredths of full-time posts paid for',
  source: 'GOV-BIZUNIT',
  by,
  version: 1,
  cases: (db, scope) =>
    paidAtEnd(db, scope)
      .innerJoin(
        sql<{ n: number }>`lateral generate_series(1, business_post.hundredths)`.as<'each'>(sql`each(n)`),
        join => join.onTrue(),
      )
      .select([
        sql<string>`md5(business_post.id::text || ' ' || each.n)::uuid`.as('id'),
        'business_post.id as recordId',
        sql<boolean>`true`.as('counted'),
      ]),
})

export const postsVacant = measure(businessPost, {
  key: 'business_posts_vacant',
  label: 'Vacant posts of the business unit',
  definition: `Of posts of the business unit that are paid for on the last day of the period, those that nobody held on that day. In a period that runs, today. ${leftOut}`,
  unit: 'percent',
  of: 'post',
  numerator: 'Posts that nobody held',
  denominator: 'Posts paid for on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    paidAtEnd(db, scope)
      .innerJoin(sql<{ d: string }>`lateral (select ${lastDay(scope)} as d)`.as<'at'>(sql`at(d)`), join =>
        join.onTrue(),
      )
      .select(['business_post.id', sql<boolean>`${sql.raw(vacantOn('business_post', 'at.d'))}`.as('counted')]),
})

export const postDaysVacant = measure(businessPost, {
  key: 'business_post_days_vacant',
  label: 'Days on which posts of the business unit were vacant',
  definition: `Of the days of the period on which each post was paid for, those on which nobody held it. A period that runs is counted up to today. ${leftOut}`,
  unit: 'percent',
  of: 'post on one day',
  numerator: 'Days vacant, of all posts together',
  denominator: 'Days of all posts together',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    standing(db)
      .innerJoin(
        sql<{
          day: string
        }>`lateral generate_series(greatest(${scope.period.from}, business_post.funded_from)::timestamp, least(${lastDay(scope)}, business_post.funded_until, business_post.ended_on)::timestamp, interval '1 day')`.as<'each'>(
          sql`each(day)`,
        ),
        join => join.onTrue(),
      )
      .select([
        sql<string>`md5(business_post.id::text || ' ' || each.day::date)::uuid`.as('id'),
        'business_post.id as recordId',
        sql<boolean>`${sql.raw(vacantOn('business_post', 'each.day::date'))}`.as('counted'),
      ]),
})

export const measures: readonly Measure[] = [fullTimeEquivalents, postsVacant, postDaysVacant]

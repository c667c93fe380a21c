import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { preventActivity } from './record.ts'

type Db = Kysely<
  MeasureTables<'prevent_activity', (typeof preventActivity)['fields'], (typeof preventActivity)['lines']>
>

const source = 'POL-PREVENT (local definition)'
const by = ['kind', 'agency'] as const
const all = sql<boolean>`true`

const doneIn = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('prevent_activity')
    .where('prevent_activity.state', '=', 'tookPlace')
    .where('prevent_activity.doneOn', '>=', from)
    .where('prevent_activity.doneOn', '<=', to)

/** One case for each that an activity counted; each has an identifier of its own, made from that of the activity. */
const eachOf = (db: Db, period: PeriodAsked, column: 'referrals' | 'attended') =>
  doneIn(db, period)
    .innerJoin(
      sql<{ n: number }>`lateral generate_series(1, ${sql.ref(`prevent_activity.${column}`)})`.as<'each'>(sql`each(n)`),
      join => join.onTrue(),
    )
    .select([
      sql<string>`md5(prevent_activity.id::text || ' ' || each.n)::uuid`.as('id'),
      'prevent_activity.id as recordId',
    ])

export const activities = measure(preventActivity, {
  key: 'prevent_activities',
  label: 'Prevent activities',
  definition:
    'Overviews presented to the Prevent board, training, and lessons with young people that took place in the period. Counts of referrals are no activity.',
  unit: 'count',
  of: 'activity',
  numerator: 'Activities',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    doneIn(db, period)
      .where('prevent_activity.kind', '!=', 'counts')
      .select(['prevent_activity.id', all.as('counted')]),
})

export const attended = measure(preventActivity, {
  key: 'prevent_people_reached',
  label: 'People who took part in Prevent activities',
  definition: 'People counted at activities of the period. Who came twice counts twice: nobody is named.',
  unit: 'count',
  of: 'person at an activity',
  numerator: 'People counted',
  source,
  by,
  version: 1,
  cases: (db, { period }) => eachOf(db, period, 'attended').select(all.as('counted')),
})

export const referrals = measure(preventActivity, {
  key: 'prevent_referrals_taken_up',
  label: 'Prevent referrals that were taken up',
  definition:
    'Of referrals that agencies counted for a time that ended in the period, those the Channel panel took up. The denominator is how many were made.',
  unit: 'percent',
  of: 'referral',
  numerator: 'Taken up by the Channel panel',
  denominator: 'Referrals made',
  source,
  by: ['agency'],
  version: 1,
  cases: (db, { period }) =>
    eachOf(db, period, 'referrals').select(sql<boolean>`each.n <= coalesce(prevent_activity.adopted, 0)`.as('counted')),
})

export const measures = [activities, attended, referrals]

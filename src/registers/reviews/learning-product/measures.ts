import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { learningProduct } from './record.ts'

type Db = Kysely<
  MeasureTables<'learning_product', (typeof learningProduct)['fields'], (typeof learningProduct)['lines']>
>

const source = 'CR-LEARN (local definition)'
const of = 'learning product'
const by = ['kind', 'madeBy'] as const
const leftOut = 'Products recorded in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const standing = (db: Db) => db.selectFrom('learning_product').where('learning_product.state', '!=', 'recordedInError')

const issuedIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('learning_product.issuedOn', '>=', period.from).where('learning_product.issuedOn', '<=', period.to)

export const products = measure(learningProduct, {
  key: 'learning_products',
  label: 'Learning products given out',
  definition: `Briefings, sessions, newsletters, films and the like that were given out first in the period. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Learning products',
  source,
  by,
  version: 1,
  cases: (db, scope) => issuedIn(db, scope).select(['learning_product.id', yes]),
})

export const reached = measure(learningProduct, {
  key: 'learning_people_reached',
  label: 'People reached by learning products',
  definition: `People counted in the period as reached by learning products, whenever these were given out. Whoever was reached by two products is counted for each. Only what somebody counted is in it. ${leftOut}`,
  unit: 'count',
  of: 'person reached by one product',
  numerator: 'People reached',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .innerJoin('learning_product_reach as told', 'told.recordId', 'learning_product.id')
      .innerJoin(sql<{ n: number }>`lateral generate_series(1, told.reached)`.as<'each'>(sql`each(n)`), join =>
        join.onTrue(),
      )
      .where('told.reachedOn', '>=', period.from)
      .where('told.reachedOn', '<=', period.to)
      .select([
        sql<string>`md5(told.id::text || ' ' || each.n)::uuid`.as('id'),
        'learning_product.id as recordId',
        yes,
      ]),
})

export const reachCounted = measure(learningProduct, {
  key: 'learning_products_reach_counted',
  label: 'Learning products whose reach was counted',
  definition: `Of learning products given out first in the period, those for which somebody counted at least once whom they reached. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Reach was counted',
  denominator: 'Learning products',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    issuedIn(db, scope).select([
      'learning_product.id',
      sql<boolean>`exists (select 1 from learning_product_reach r where r.record_id = learning_product.id)`.as(
        'counted',
      ),
    ]),
})

export const lookedInTime = measure(learningProduct, {
  key: 'learning_products_looked_at_in_time',
  label: 'Learning products looked at again in time',
  definition: `Of learning products that were to be looked at again in the period, those of which somebody said in time whether practice has changed. The limit (365 days unless changed) is local policy. Those withdrawn are left out. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Looked at again in time',
  denominator: 'To be looked at again in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('learning_product_clock as due', 'due.recordId', 'learning_product.id')
      .where('due.clock', '=', 'again')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'learning_product.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [products, reached, reachCounted, lookedInTime]

import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type MeasureTables, measure } from '../../../declare/measure.ts'
import { surrenderBin } from './record.ts'

type Db = Kysely<MeasureTables<'surrender_bin', (typeof surrenderBin)['fields'], (typeof surrenderBin)['lines']>>

const by = ['site', 'ward'] as const
const yes = sql<boolean>`true`
const source = 'YS-KNIFE (local definition)'
const leftOut = 'Bins recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('surrender_bin').where('surrender_bin.state', '!=', 'recordedInError')

const each: RawBuilder<{ nth: number }> = sql`lateral generate_series(1, emptying.items)`

/** One row for each knife, so that a case leads back to the emptying in which it was counted. */
const items = (db: Db) =>
  standing(db)
    .innerJoin('surrender_bin_emptied as emptying', 'emptying.recordId', 'surrender_bin.id')
    .innerJoin(each.as<'knife'>(sql`knife(nth)`), join => join.onTrue())
    .select(['emptying.id', 'surrender_bin.id as recordId', yes.as('counted')])

export const surrenderedItems = measure(surrenderBin, {
  key: 'surrendered_items',
  label: 'Knives and other bladed items surrendered',
  definition: `Knives and other bladed items counted when bins were emptied in the period. Other items are left out. ${leftOut}`,
  unit: 'count',
  of: 'knife or other bladed item',
  numerator: 'Items counted in the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    items(db).where('emptying.emptiedOn', '>=', period.from).where('emptying.emptiedOn', '<=', period.to),
})

export const surrenderedToDate = measure(surrenderBin, {
  key: 'surrendered_items_to_date',
  label: 'Knives and other bladed items surrendered, to date',
  definition: `Knives and other bladed items counted since the first bin was put in place, up to the end of the period. It grows from period to period and is not the figure of one year: the report printed it among figures of the year. ${leftOut}`,
  unit: 'count',
  of: 'knife or other bladed item',
  numerator: 'Items counted by the end of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) => items(db).where('emptying.emptiedOn', '<=', period.to),
})

export const binsInPlace = measure(surrenderBin, {
  key: 'surrender_bins',
  label: 'Knife surrender bins in place at the end of the period',
  definition: `Bins in place on the last day of the period. ${leftOut}`,
  unit: 'count',
  of: 'bin',
  numerator: 'Bins in place on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('surrender_bin.placedOn', '<=', period.to)
      .where(eb => eb.or([eb('surrender_bin.removedOn', 'is', null), eb('surrender_bin.removedOn', '>', period.to)]))
      .select(['surrender_bin.id', yes.as('counted')]),
})

export const measures = [surrenderedItems, surrenderedToDate, binsInPlace]

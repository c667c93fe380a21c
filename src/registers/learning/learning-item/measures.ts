import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { learningItem } from './record.ts'

type Db = Kysely<MeasureTables<'learning_item', (typeof learningItem)['fields'], (typeof learningItem)['lines']>>

const source = 'POL-OLB (local definition)'
const of = 'learning item'
const by = ['origin', 'learner'] as const
const dropped = 'Items dropped are left out.'

const foundIn = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('learning_item')
    .where('learning_item.state', '!=', 'dropped')
    .where('learning_item.identifiedOn', '>=', from)
    .where('learning_item.identifiedOn', '<=', to)

export const itemsFound = measure(learningItem, {
  key: 'learning_items',
  label: 'Things to be learned',
  definition: `Learning items found in the period, one for each thing and each agency that has to learn it. ${dropped}`,
  unit: 'count',
  of,
  numerator: 'Learning items',
  source,
  by,
  version: 1,
  cases: (db, { period }) => foundIn(db, period).select(['learning_item.id', sql<boolean>`true`.as('counted')]),
})

export const itemsPassedOn = measure(learningItem, {
  key: 'learning_items_passed_on',
  label: 'Things to be learned that were passed on',
  definition: `Of learning items found in the period, those passed on at least once to those who do the work. ${dropped}`,
  unit: 'percent',
  of,
  numerator: 'Passed on at least once',
  denominator: 'Learning items',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    foundIn(db, period).select([
      'learning_item.id',
      sql<boolean>`exists (select 1 from learning_item_passes p where p.record_id = learning_item.id)`.as('counted'),
    ]),
})

export const itemsEmbedded = measure(learningItem, {
  key: 'learning_items_reached',
  label: 'Things to be learned that reached those who do the work',
  definition: `Of learning items found in the period, those of which a check found that they have reached those who do the work. What was not checked does not count as reached. ${dropped}`,
  unit: 'percent',
  of,
  numerator: 'A check found that it has reached them',
  denominator: 'Learning items',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    foundIn(db, period).select(['learning_item.id', sql<boolean>`learning_item.state = 'embedded'`.as('counted')]),
})

export const checksInTime = measure(learningItem, {
  key: 'learning_checks_in_time',
  label: 'Checks of what was learned, done in time',
  definition: `Of learning items whose check was due in the period, those checked in time, whatever the check found. ${dropped}`,
  unit: 'percent',
  of: 'check due',
  numerator: 'Checked in time',
  denominator: 'Checks due',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('learning_item')
      .innerJoin('learning_item_clock as due', join =>
        join.onRef('due.recordId', '=', 'learning_item.id').on('due.clock', '=', 'check'),
      )
      .where('learning_item.state', '!=', 'dropped')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'learning_item.id',
        sql<boolean>`coalesce(learning_item.checked_on <= due.due_on, false)`.as('counted'),
        sql<boolean>`learning_item.checked_on is null`.as('open'),
        sql<boolean>`learning_item.checked_on is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [itemsFound, itemsPassedOn, itemsEmbedded, checksInTime]

import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { parentSession } from './record.ts'

type Db = Kysely<MeasureTables<'parent_session', (typeof parentSession)['fields'], (typeof parentSession)['lines']>>

const source = 'Remedy for work with parents that was not counted (EXP-PARENT)'
const leftOut = 'Records made in error are left out.'

const standing = (db: Db) => db.selectFrom('parent_session').where('parent_session.state', '!=', 'recordedInError')

export const offered = measure(parentSession, {
  key: 'parent_sessions_offered',
  label: 'Parents offered sessions after a child was missing',
  definition: `Parents to whom sessions were offered in the period, because a child went missing and is not open to any service. ${leftOut}`,
  unit: 'count',
  of: 'offer (one parent)',
  numerator: 'Offers made in the period',
  source,
  by: ['answer', 'result', 'notOpen'],
  version: 1,
  cases: (db, { period }: MeasureScope) =>
    standing(db)
      .where('parent_session.offeredOn', '>=', period.from)
      .where('parent_session.offeredOn', '<=', period.to)
      .select(['parent_session.id', sql<boolean>`true`.as('counted')]),
})

export const managesAlone = measure(parentSession, {
  key: 'parent_sessions_manage_alone',
  label: 'Parents who manage alone after sessions',
  definition: `Of parents whose sessions ended in the period, those who manage alone. The others were recommended early help, passed to social care, or stopped. ${leftOut}`,
  unit: 'percent',
  of: 'parent whose sessions ended',
  numerator: 'Parents who manage alone',
  denominator: 'Parents whose sessions ended in the period',
  source,
  by: ['result'],
  version: 1,
  direction: 'more',
  cases: (db, { period }: MeasureScope) =>
    standing(db)
      .where('parent_session.endedOn', '>=', period.from)
      .where('parent_session.endedOn', '<=', period.to)
      .select(['parent_session.id', sql<boolean>`result = 'managesAlone'`.as('counted')]),
})

export const measures = [offered, managesAlone]

import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure } from '../../../declare/measure.ts'
import { encompassSchool } from './record.ts'

type Db = Kysely<
  MeasureTables<'encompass_school', (typeof encompassSchool)['fields'], (typeof encompassSchool)['lines']>
>

export const schoolsJoined = measure(encompassSchool, {
  key: 'encompass_schools_joined',
  label: 'Schools that have joined Operation Encompass',
  definition:
    'Of schools and colleges on the list on the last day of the period, those that had joined by then and not left. Schools that had closed by then are left out. State and independent schools are told apart by sector.',
  unit: 'percent',
  of: 'school or college',
  numerator: 'Joined on the last day of the period',
  denominator: 'On the list on the last day of the period',
  source: 'EDU-OPENC; rulebook OE-01',
  by: ['sector', 'phase', 'whyNotJoined'],
  version: 1,
  direction: 'more',
  cases: (db: Db, { period }) =>
    db
      .selectFrom('encompass_school')
      .where('encompass_school.listedOn', '<=', period.to)
      .where(sql<boolean>`coalesce(encompass_school.closed_on > ${period.to}, true)`)
      .select([
        'encompass_school.id',
        sql<boolean>`coalesce(encompass_school.joined_on <= ${period.to}, false) and coalesce(encompass_school.left_on > ${period.to}, true)`.as(
          'counted',
        ),
      ]),
})

export const measures = [schoolsJoined]

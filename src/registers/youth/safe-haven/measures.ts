import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { safeHaven } from './record.ts'

type Db = Kysely<MeasureTables<'safe_haven', (typeof safeHaven)['fields'], (typeof safeHaven)['lines']>>

const by = ['kind', 'ward'] as const
const yes = sql<boolean>`true`
const source = 'YS-HAVEN (local definition)'
const leftOut = 'Records made in error are left out.'

const standing = (db: Db) => db.selectFrom('safe_haven').where('safe_haven.state', '!=', 'recordedInError')

const openAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('safe_haven.openedOn', '<=', period.to)
    .where(eb => eb.or([eb('safe_haven.closedOn', 'is', null), eb('safe_haven.closedOn', '>', period.to)]))

export const havensOpen = measure(safeHaven, {
  key: 'safe_havens_open',
  label: 'Safe havens at the end of the period',
  definition: `Businesses that had become a safe haven by the last day of the period and had not stopped by then. ${leftOut}`,
  unit: 'count',
  of: 'safe haven',
  numerator: 'Safe havens on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => openAtEnd(db, scope).select(['safe_haven.id', yes.as('counted')]),
})

const counted = (key: string, label: string, unit: 'pageView' | 'shelter', of: string, said: string) =>
  measure(safeHaven, {
    key,
    label,
    definition: `${said} The count of some days belongs to the period in which its last day lies. ${leftOut}`,
    unit: 'count',
    of,
    numerator: `${label} in the period`,
    source,
    by,
    version: 1,
    cases: (db, { period }) =>
      standing(db)
        .innerJoin('safe_haven_views as seen', 'seen.recordId', 'safe_haven.id')
        .innerJoin(
          sql<{ nth: number }>`lateral generate_series(1, seen.views)`.as<'each_one'>(sql`each_one(nth)`),
          join => join.onTrue(),
        )
        .where('seen.viewsUnit', '=', unit)
        .where('seen.viewsTo', '>=', period.from)
        .where('seen.viewsTo', '<=', period.to)
        .select(['seen.id', 'safe_haven.id as recordId', yes.as('counted')]),
  })

export const havenViews = counted(
  'safe_haven_views',
  'Views of safe havens on the map',
  'pageView',
  'view (one opening of one haven’s entry on the map)',
  'Openings of the entries of safe havens on the map. The report says “197 viewed” without saying what was viewed; views are no visits and no havens.',
)

export const havenShelter = counted(
  'safe_haven_shelter',
  'People who came into a safe haven for safety',
  'shelter',
  'person who came in, on one occasion',
  'People who came into a safe haven because they were afraid, as the businesses noted it.',
)

export const havensCheckedInTime = measure(safeHaven, {
  key: 'safe_havens_checked_in_time',
  label: 'Safe havens checked in time',
  definition: `Of checks of safe havens due in the period, those made by the due date. The limit (365 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'check that was due',
  numerator: 'Checks made by the due date',
  denominator: 'Checks due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('safe_haven_clock as due', 'due.recordId', 'safe_haven.id')
      .where('due.clock', '=', 'next_check')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'safe_haven.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [havensOpen, havenViews, havenShelter, havensCheckedInTime]

import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { campaign } from './record.ts'

type Db = Kysely<MeasureTables<'campaign', (typeof campaign)['fields'], (typeof campaign)['lines']>>

const source = 'Rulebook QA-01, QA-02'
const of = 'campaign (one kind, one round)'
const yes = sql<boolean>`true`.as('counted')
const stands = (db: Db) => db.selectFrom('campaign').where('campaign.state', 'not in', ['cancelled', 'recordedInError'])
const openedIn = (db: Db, { period }: MeasureScope) =>
  stands(db).where('campaign.openedOn', '>=', period.from).where('campaign.openedOn', '<=', period.to)

export const campaignsOpened = measure(campaign, {
  key: 'campaigns_opened',
  label: 'Campaigns opened',
  definition: 'Campaigns that were opened in the period. Those cancelled or recorded in error are left out.',
  unit: 'count',
  of,
  numerator: 'Campaigns opened in the period',
  source,
  by: ['kind'],
  version: 1,
  cases: (db, scope) => openedIn(db, scope).select(['campaign.id', yes]),
})

/** Open rounds stay in the denominator once their time has passed (rulebook TC-08). */
export const campaignsReported = measure(campaign, {
  key: 'campaigns_reported_in_time',
  label: 'Campaigns reported in time',
  definition:
    'Of campaigns whose report was due in the period, those reported by then. A report that is overdue counts as not in time. Those cancelled or recorded in error are left out.',
  unit: 'percent',
  of,
  numerator: 'Campaigns reported in time',
  denominator: 'Campaigns whose report was due in the period',
  source: `${source}; the time is local policy`,
  by: ['kind'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    stands(db)
      .innerJoin('campaign_clock as due', 'due.recordId', 'campaign.id')
      .where('due.clock', '=', 'campaign_report')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'campaign.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [campaignsOpened, campaignsReported]

import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure } from '../../../declare/measure.ts'
import { awarenessCampaign } from './record.ts'

type Db = Kysely<
  MeasureTables<'awareness_campaign', (typeof awarenessCampaign)['fields'], (typeof awarenessCampaign)['lines']>
>

const source = 'DA-ANI (local definition)'
const by = ['kind', 'agency'] as const

export const running = measure(awarenessCampaign, {
  key: 'awareness_campaigns_running',
  label: 'Awareness campaigns and guides in use, and reviewed in time',
  definition:
    'Of campaigns and guides that had begun by the last day of the period and not ended by then, those whose review was not overdue on that day. The denominator is how many were in use.',
  unit: 'percent',
  of: 'campaign or guide',
  numerator: 'Review not overdue',
  denominator: 'In use on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db: Db, { period, asAt }) =>
    db
      .selectFrom('awareness_campaign')
      .where('awareness_campaign.startedOn', '<=', period.to)
      .where(eb =>
        eb.or([
          eb('awareness_campaign.endedOn', 'is', null),
          eb('awareness_campaign.endedOn', '>', sql<string>`${period.to}`),
        ]),
      )
      .select([
        'awareness_campaign.id',
        sql<boolean>`not exists (
          select 1 from awareness_campaign_clock due
           where due.record_id = awareness_campaign.id and due.clock = 'review' and due.due_on <= ${period.to}
             and due.due_at < ${asAt} and (due.met_at is null or due.met_at >= ${period.toInstant}))`.as('counted'),
      ]),
})

export const disclosures = measure(awarenessCampaign, {
  key: 'awareness_disclosures',
  label: 'Disclosures of abuse made because of a campaign, and offered help',
  definition:
    'Of disclosures counted for a time that ended in the period, those whose person was offered help. What one disclosure is differs from place to place and is said with each count: compare places with care. The denominator is how many disclosures there were.',
  unit: 'percent',
  of: 'disclosure',
  numerator: 'The person was offered help',
  denominator: 'Disclosures',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db: Db, { period }) =>
    db
      .selectFrom('awareness_campaign')
      .innerJoin('awareness_campaign_counts as counted_lines', 'counted_lines.recordId', 'awareness_campaign.id')
      .innerJoin(
        sql<{ n: number }>`lateral generate_series(1, counted_lines.disclosures)`.as<'each'>(sql`each(n)`),
        join => join.onTrue(),
      )
      .where('counted_lines.countedTo', '>=', period.from)
      .where('counted_lines.countedTo', '<=', period.to)
      .select([
        sql<string>`md5(counted_lines.id::text || ' ' || each.n)::uuid`.as('id'),
        'awareness_campaign.id as recordId',
        sql<boolean>`each.n <= counted_lines.helped`.as('counted'),
      ]),
})

export const measures = [running, disclosures]

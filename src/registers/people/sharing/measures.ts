import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { sharing } from './record.ts'

type Db = Kysely<MeasureTables<'sharing', (typeof sharing)['fields'], (typeof sharing)['lines']>>

const of = 'sharing (one disclosure, one recipient)'
const ofRequest = 'request for information (one request, one recipient)'
const by = ['initiative', 'sharedBy', 'sharedWith', 'article6', 'duty', 'channel', 'consent'] as const

/** What left an agency in the period, also where it has expired or was withdrawn since. */
const sharedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('sharing')
    .where('sharing.sharedAt', '>=', period.fromInstant)
    .where('sharing.sharedAt', '<', period.toInstant)

export const sharings = measure(sharing, {
  key: 'sharings',
  label: 'Information shared between agencies',
  definition:
    'Disclosures to one recipient each that were made in the period, those that have expired or were withdrawn since included. What went with an agency check, and what its answer told, is one each.',
  unit: 'count',
  of,
  numerator: 'Disclosures made in the period',
  source: 'Rulebook IS-06',
  by,
  version: 1,
  cases: (db, scope) => sharedIn(db, scope).select(['sharing.id', sql<boolean>`true`.as('counted')]),
})

export const sharingsComplete = measure(sharing, {
  key: 'sharings_complete',
  label: 'Sharings with a complete ground in law',
  definition:
    'Of disclosures made in the period, those for which everything is recorded that has to be: who decided and released, the ground in law with the conditions it needs, why it was necessary, consent, whether the family was told, how it was sent and how long it may be kept.',
  unit: 'percent',
  of,
  numerator: 'Disclosures with everything recorded',
  denominator: 'Disclosures made in the period',
  source: 'Rulebook IS-02 and IS-06',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    sharedIn(db, scope).select(['sharing.id', sql<boolean>`sharing.completed_at is not null`.as('counted')]),
})

export const familyTold = measure(sharing, {
  key: 'sharings_family_told',
  label: 'Sharings of which the family was told',
  definition:
    'Of disclosures made in the period, those of which the family was told before or afterwards. Where nothing is recorded the family counts as not told.',
  unit: 'percent',
  of,
  numerator: 'Disclosures of which the family was told',
  denominator: 'Disclosures made in the period',
  source: 'Rulebook IS-05 and IS-06',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    sharedIn(db, scope).select([
      'sharing.id',
      sql<boolean>`coalesce(sharing.family_told in ('before', 'after'), false)`.as('counted'),
    ]),
})

const withClock = (db: Db, clock: string) =>
  db
    .selectFrom('sharing')
    .innerJoin('sharing_clock as due', join =>
      join.onRef('due.recordId', '=', 'sharing.id').on('due.clock', '=', clock),
    )

const inTime = sql<boolean>`coalesce(due.met_at <= due.due_at, false)`
const open = sql<boolean>`due.met_at is null and sharing.closed_at is null`
const overdue = (asAt: string) =>
  sql<boolean>`due.met_at is null and sharing.closed_at is null and due.due_at < ${asAt}`

export const emergenciesCompleted = measure(sharing, {
  key: 'sharings_emergency_completed',
  label: 'Emergency sharings completed in time',
  definition:
    'Of disclosures made in an emergency in the period, those whose record was completed by the end of the next working day, or by the time that local policy sets.',
  unit: 'percent',
  of,
  numerator: 'Completed in time',
  denominator: 'Disclosures made in an emergency in the period',
  source: 'Rulebook IS-02 and IS-06; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    withClock(db, 'complete')
      .where('sharing.sharedAt', '>=', period.fromInstant)
      .where('sharing.sharedAt', '<', period.toInstant)
      .select(['sharing.id', inTime.as('counted'), open.as('open'), overdue(asAt).as('overdue')]),
})

export const requestsAnswered = measure(sharing, {
  key: 'sharing_requests_in_time',
  label: 'Requests for information answered in time',
  definition:
    'Of requests for information made in the period, those answered in time, by sharing or by saying why not. Agency checks are left out: they have a time limit and a figure of their own. Requests that were taken back before an answer count as not answered.',
  unit: 'percent',
  of: ofRequest,
  numerator: 'Requests answered in time',
  denominator: 'Requests made in the period',
  source: 'Rulebook IS-01; the limit is local policy',
  by: ['sharedBy', 'sharedWith'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    withClock(db, 'answer')
      .where('sharing.requestedAt', '>=', period.fromInstant)
      .where('sharing.requestedAt', '<', period.toInstant)
      .select(['sharing.id', inTime.as('counted'), open.as('open'), overdue(asAt).as('overdue')]),
})

/** Decisions not to share, whoever began it. */
const refusedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('sharing')
    .where('sharing.state', '=', 'notShared')
    .where('sharing.decidedAt', '>=', period.fromInstant)
    .where('sharing.decidedAt', '<', period.toInstant)

export const notShared = measure(sharing, {
  key: 'sharing_refusals_with_reason',
  label: 'Decisions not to share that give a reason',
  definition:
    'Of decisions not to share made in the period, those with a reason from the list, or another one in words. An agency that answers a check with “We cannot share” has made such a decision.',
  unit: 'percent',
  of: ofRequest,
  numerator: 'Decisions not to share with a reason',
  denominator: 'Decisions not to share made in the period',
  source: 'Rulebook IS-01',
  by: ['whyNotShared', 'sharedBy', 'sharedWith', 'initiative'],
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    refusedIn(db, scope).select([
      'sharing.id',
      sql<boolean>`coalesce(sharing.why_not_shared <> 'asDescribed' or sharing.why_not_shared_words is not null, false)`.as(
        'counted',
      ),
    ]),
})

export const measures = [sharings, sharingsComplete, familyTold, emergenciesCompleted, requestsAnswered, notShared]

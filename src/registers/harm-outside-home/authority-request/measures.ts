import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { authorityRequest } from './record.ts'

type Db = Kysely<
  MeasureTables<'authority_request', (typeof authorityRequest)['fields'], (typeof authorityRequest)['lines']>
>

const by = ['direction', 'authority', 'answer', 'article6', 'livesThere'] as const
const of = 'request (one child, one authority)'
const source = 'EXP-XBORDER (local definition)'
const yes = sql<boolean>`true`

const askedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('authority_request')
    .where('authority_request.state', '!=', 'recordedInError')
    .where('authority_request.askedOn', '>=', period.from)
    .where('authority_request.askedOn', '<=', period.to)

export const requests = measure(authorityRequest, {
  key: 'authority_requests',
  label: 'Requests between authorities about exploited children',
  definition: 'Requests sent to or received from another authority in the period. Records made in error are left out.',
  unit: 'count',
  of,
  numerator: 'Requests in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => askedIn(db, scope).select(['authority_request.id', yes.as('counted')]),
})

export const awaiting = measure(authorityRequest, {
  key: 'authority_requests_awaiting',
  label: 'Requests without an answer at the end of the period',
  definition: 'Requests made by the last day of the period, by us or to us, that had no answer by then.',
  unit: 'count',
  of,
  numerator: 'Requests without an answer on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    db
      .selectFrom('authority_request')
      .where('authority_request.state', '!=', 'recordedInError')
      .where('authority_request.askedOn', '<=', period.to)
      .where(eb =>
        eb.or([eb('authority_request.answeredOn', 'is', null), eb('authority_request.answeredOn', '>', period.to)]),
      )
      .select(['authority_request.id', yes.as('counted')]),
})

export const answeredInTime = measure(authorityRequest, {
  key: 'authority_requests_in_time',
  label: 'Requests between authorities answered in time',
  definition:
    'Of requests whose answer was due in the period, those answered by the due date. Those that are overdue count as not in time, and are told beside the figure. The limit is local policy.',
  unit: 'percent',
  of,
  numerator: 'Requests answered by the due date',
  denominator: 'Requests whose answer was due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('authority_request')
      .innerJoin('authority_request_clock as due', 'due.recordId', 'authority_request.id')
      .where('due.clock', '=', 'answer')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('authority_request.state', '!=', 'recordedInError')
      .select([
        'authority_request.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const healthTold = measure(authorityRequest, {
  key: 'authority_requests_health_told',
  label: 'Health told where the child lives',
  definition:
    'Of requests made in the period about children placed in the area of the authority that is asked, those of which health there was told.',
  unit: 'percent',
  of,
  numerator: 'Requests of which health there was told',
  denominator: 'Requests about children placed there',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    askedIn(db, scope)
      .where('authority_request.livesThere', '=', true)
      .select(['authority_request.id', sql<boolean>`authority_request.health_told_on is not null`.as('counted')]),
})

export const measures: readonly Measure[] = [requests, awaiting, answeredInTime, healthTold]

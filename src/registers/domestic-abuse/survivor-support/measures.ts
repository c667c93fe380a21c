import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { survivorSupport } from './record.ts'

type Db = Kysely<
  MeasureTables<'survivor_support', (typeof survivorSupport)['fields'], (typeof survivorSupport)['lines']>
>

const source = 'DA-IDVA (local definition)'
const of = 'survivor referred'
const by = ['referredBy', 'level', 'engagement', 'ethnicity'] as const
const errors = 'Records made in error are left out.'
const all = sql<boolean>`true`

const referredIn = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('survivor_support')
    .where('survivor_support.state', '!=', 'recordedInError')
    .where('survivor_support.referredOn', '>=', from)
    .where('survivor_support.referredOn', '<=', to)

const saidIn = (db: Db, { from, to }: PeriodAsked) =>
  db
    .selectFrom('survivor_support')
    .innerJoin('survivor_support_feedback as said', 'said.recordId', 'survivor_support.id')
    .where('survivor_support.state', '!=', 'recordedInError')
    .where('said.saidOn', '>=', from)
    .where('said.saidOn', '<=', to)
    .select(['said.id', 'survivor_support.id as recordId'])

export const referred = measure(survivorSupport, {
  key: 'survivors_referred',
  label: 'Survivors referred to advocates',
  definition: `Survivors referred to an advocate’s service in the period, one for each survivor and service. ${errors}`,
  unit: 'count',
  of,
  numerator: 'Survivors referred',
  source,
  by,
  version: 1,
  cases: (db, { period }) => referredIn(db, period).select(['survivor_support.id', all.as('counted')]),
})

export const children = measure(survivorSupport, {
  key: 'survivors_children',
  label: 'Children who live with survivors referred to advocates',
  definition: `Children counted with survivors referred in the period, as they were last counted. They are victims in their own right. ${errors}`,
  unit: 'count',
  of: 'child who lives with a survivor',
  numerator: 'Children',
  source: 'Rulebook DA-01; Domestic Abuse Act 2021, section 3',
  by: ['referredBy', 'level'],
  version: 1,
  cases: (db, { period }) =>
    referredIn(db, period)
      .innerJoin(
        sql<{ n: number }>`lateral generate_series(1, survivor_support.children_count)`.as<'each'>(sql`each(n)`),
        join => join.onTrue(),
      )
      .select([
        sql<string>`md5(survivor_support.id::text || ' ' || each.n)::uuid`.as('id'),
        'survivor_support.id as recordId',
        all.as('counted'),
      ]),
})

export const engaged = measure(survivorSupport, {
  key: 'survivors_engaged',
  label: 'Survivors who took the support',
  definition: `Of survivors referred in the period for whom it is known, those who took the support. Those not reached are in the denominator: services do the reaching. Those with whom nothing is settled yet are left out. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'Engaged',
  denominator: 'Engaged, not engaged or not reached',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    referredIn(db, period)
      .where('survivor_support.engagement', 'is not', null)
      .select(['survivor_support.id', sql<boolean>`survivor_support.engagement = 'engaged'`.as('counted')]),
})

export const firstContactInTime = measure(survivorSupport, {
  key: 'survivors_first_contact_in_time',
  label: 'Survivors spoken with in time',
  definition: `Of survivors referred in the period, those with whom an advocate spoke for the first time in time. Those not spoken with whose time has not passed are open. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'Spoken with in time',
  denominator: 'Survivors referred',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    referredIn(db, period)
      .innerJoin('survivor_support_clock as due', join =>
        join.onRef('due.recordId', '=', 'survivor_support.id').on('due.clock', '=', 'first_contact'),
      )
      .select([
        'survivor_support.id',
        sql<boolean>`coalesce((survivor_support.first_contact_at at time zone 'Europe/London')::date <= due.due_on, false)`.as(
          'counted',
        ),
        sql<boolean>`survivor_support.first_contact_at is null and survivor_support.closed_at is null`.as('open'),
        sql<boolean>`survivor_support.first_contact_at is null and survivor_support.closed_at is null and due.due_at < ${asAt}`.as(
          'overdue',
        ),
      ]),
})

export const planned = measure(survivorSupport, {
  key: 'survivors_safety_plans',
  label: 'Survivors supported who have a safety plan',
  definition: `Of survivors referred in the period who took the support, those with a safety plan. ${errors}`,
  unit: 'percent',
  of: 'survivor supported',
  numerator: 'A safety plan was made',
  denominator: 'Survivors who took the support',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    referredIn(db, period)
      .where('survivor_support.engagement', '=', 'engaged')
      .select(['survivor_support.id', sql<boolean>`survivor_support.planned_on is not null`.as('counted')]),
})

export const feedback = measure(survivorSupport, {
  key: 'survivors_feedback',
  label: 'What survivors said, and that it helped',
  definition: `Of pieces of feedback by survivors in the period who said whether it helped, those that said that it helped, in full. The denominator is how many said so or otherwise. ${errors}`,
  unit: 'percent',
  of: 'piece of feedback',
  numerator: 'It helped',
  denominator: 'Feedback that says whether it helped',
  source,
  by: ['referredBy', 'level', 'engagement'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    saidIn(db, period)
      .where('said.useful', '!=', 'notSaid')
      .select(sql<boolean>`said.useful = 'helpful'`.as('counted')),
})

export const feelSafer = measure(survivorSupport, {
  key: 'survivors_feel_safer',
  label: 'Survivors who said that they feel safer',
  definition: `Of pieces of feedback by survivors in the period that say how safe they feel, those of survivors who feel safer than before. ${errors}`,
  unit: 'percent',
  of: 'piece of feedback',
  numerator: 'Feels safer than before',
  denominator: 'Feedback that says how safe the survivor feels',
  source,
  by: ['referredBy', 'level'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    saidIn(db, period).where('said.safer', '!=', 'notSaid').select(sql<boolean>`said.safer = 'safer'`.as('counted')),
})

export const quotable = measure(survivorSupport, {
  key: 'survivors_feedback_quotable',
  label: 'Feedback of survivors who agree to be quoted',
  definition: `Of pieces of feedback by survivors in the period, those of survivors who agreed to be quoted and have not taken it back. ${errors}`,
  unit: 'percent',
  of: 'piece of feedback',
  numerator: 'The survivor agreed to be quoted',
  denominator: 'Feedback',
  source,
  by: ['referredBy', 'level'],
  version: 1,
  cases: (db, { period }) =>
    saidIn(db, period).select(
      sql<boolean>`said.may_quote and coalesce(said.said_on > survivor_support.taken_back_on, true)`.as('counted'),
    ),
})

export const measures = [referred, children, engaged, firstContactInTime, planned, feedback, feelSafer, quotable]

import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { dailyCase } from './record.ts'

const by = ['criterion', 'level', 'referredBy', 'relation', 'adultSex', 'consent'] as const

export const referrals = measure(dailyCase, {
  key: 'daily_case_referrals',
  label: 'Cases of domestic abuse referred',
  definition:
    'Cases of domestic abuse referred to the daily meeting, or to the monthly conference before it, in the period. Records made in error are left out.',
  unit: 'count',
  of: 'case (one adult at risk, one person causing harm)',
  numerator: 'Cases referred in the period',
  source: 'DA-DSM (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('daily_case')
      .where('state', '!=', 'recordedInError')
      .where('referredOn', '>=', period.from)
      .where('referredOn', '<=', period.to)
      .select(['daily_case.id', sql<boolean>`true`.as('counted')]),
})

export const heardInTime = measure(dailyCase, {
  key: 'daily_cases_heard_in_time',
  label: 'Cases heard within a working day',
  definition:
    'Of the cases referred in the period, those first heard within the working days of local policy. Records made in error are left out.',
  unit: 'percent',
  of: 'case (one adult at risk, one person causing harm)',
  numerator: 'Cases heard in time',
  denominator: 'Cases referred in the period',
  source: 'Rulebook DA-03 and DA-DSM; the time is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('daily_case')
      .innerJoin('daily_case_clock as due', 'due.recordId', 'daily_case.id')
      .where('daily_case.state', '!=', 'recordedInError')
      .where('daily_case.referredOn', '>=', period.from)
      .where('daily_case.referredOn', '<=', period.to)
      .select([
        'daily_case.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const childrenLinked = measure(dailyCase, {
  key: 'daily_case_children',
  label: 'Children in cases of domestic abuse',
  definition:
    'Children recorded in the cases referred in the period. A child in two cases counts twice. Children are victims in their own right.',
  unit: 'count',
  of: 'child in a case',
  numerator: 'Children in cases referred in the period',
  source: 'Rulebook DA-01 (Domestic Abuse Act 2021, section 3)',
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('daily_case')
      .innerJoin('daily_case_children', 'daily_case_children.recordId', 'daily_case.id')
      .where('daily_case.state', '!=', 'recordedInError')
      .where('daily_case.referredOn', '>=', period.from)
      .where('daily_case.referredOn', '<=', period.to)
      .select(['daily_case_children.id', 'daily_case.id as recordId', sql<boolean>`true`.as('counted')]),
})

export const measures = [referrals, heardInTime, childrenLinked]

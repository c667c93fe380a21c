import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure } from '../../../declare/measure.ts'
import { scrutinyChallenge } from './record.ts'

type Db = Kysely<
  MeasureTables<'scrutiny_challenge', (typeof scrutinyChallenge)['fields'], (typeof scrutinyChallenge)['lines']>
>

const by = ['kind', 'theme', 'judgement', 'toAgency'] as const
const of = 'challenge or assessment'
const source = 'GOV-SCRUT (local definition)'
const leftOut = 'Those recorded in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const standing = (db: Db) =>
  db.selectFrom('scrutiny_challenge').where('scrutiny_challenge.state', '!=', 'recordedInError')

export const scrutinyMade = measure(scrutinyChallenge, {
  key: 'scrutiny_made',
  label: 'Challenges and assessments of the scrutineer',
  definition: `Challenges and assessments made in the period. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Challenges and assessments made',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('scrutiny_challenge.madeOn', '>=', period.from)
      .where('scrutiny_challenge.madeOn', '<=', period.to)
      .select(['scrutiny_challenge.id', yes]),
})

export const challengesOpen = measure(scrutinyChallenge, {
  key: 'challenges_open',
  label: 'Challenges of the scrutineer open at the end of the period',
  definition: `Challenges made by the last day of the period that the scrutineer had not closed by then, answered or not. Assessments are left out. ${leftOut}`,
  unit: 'count',
  of: 'challenge',
  numerator: 'Challenges open on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('scrutiny_challenge.kind', '=', 'challenge')
      .where('scrutiny_challenge.madeOn', '<=', period.to)
      .where(eb =>
        eb.or([eb('scrutiny_challenge.closedOn', 'is', null), eb('scrutiny_challenge.closedOn', '>', period.to)]),
      )
      .select(['scrutiny_challenge.id', yes]),
})

export const challengesAnsweredInTime = measure(scrutinyChallenge, {
  key: 'challenges_answered_in_time',
  label: 'Challenges of the scrutineer answered in time',
  definition: `Of challenges made in the period, those first answered by the due date. The limit (28 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'challenge',
  numerator: 'Challenges answered in time',
  denominator: 'Challenges made in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('scrutiny_challenge_clock as due', 'due.recordId', 'scrutiny_challenge.id')
      .where('due.clock', '=', 'challenge_answer')
      .where('scrutiny_challenge.madeOn', '>=', period.from)
      .where('scrutiny_challenge.madeOn', '<=', period.to)
      .select([
        'scrutiny_challenge.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [scrutinyMade, challengesOpen, challengesAnsweredInTime]

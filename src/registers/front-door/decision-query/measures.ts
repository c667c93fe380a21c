import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { decisionQuery } from './record.ts'

type Tables = MeasureTables<'decision_query', (typeof decisionQuery)['fields'], (typeof decisionQuery)['lines']>

const of = 'question or disagreement (one report)'
const by = ['kind', 'result'] as const

const raisedIn = (db: Kysely<Tables>, { period }: MeasureScope) =>
  db
    .selectFrom('decision_query')
    .where('decision_query.raisedAt', '>=', period.fromInstant)
    .where('decision_query.raisedAt', '<', period.toInstant)

export const queriesRaised = measure(decisionQuery, {
  key: 'decision_queries',
  label: 'Questions and disagreements of those who reported',
  definition:
    'Questions about a decision, and disagreements with one, raised by partners in the period, those taken back among them.',
  unit: 'count',
  of,
  numerator: 'Questions and disagreements raised in the period',
  source: 'Rulebook FD-03; local policy',
  by,
  version: 1,
  cases: (db, scope) => raisedIn(db, scope).select(['decision_query.id', sql<boolean>`true`.as('counted')]),
})

export const decidedAgain = measure(decisionQuery, {
  key: 'decision_queries_decided_again',
  label: 'Disagreements after which the decision was made again',
  definition:
    'Of the disagreements raised in the period and answered, those of which the last answer says that the decision is made again.',
  unit: 'percent',
  of,
  numerator: 'Disagreements answered with “The decision is made again”',
  denominator: 'Disagreements raised in the period and answered',
  source: 'Local policy',
  by: ['kind'],
  version: 1,
  cases: (db, scope) =>
    raisedIn(db, scope)
      .where('decision_query.kind', '=', 'disagreement')
      .where('decision_query.answeredAt', 'is not', null)
      .select(['decision_query.id', sql<boolean>`decision_query.result = 'again'`.as('counted')]),
})

export const measures = [queriesRaised, decidedAgain]

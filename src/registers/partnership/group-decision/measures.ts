import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { groupDecision } from './record.ts'

type Db = Kysely<MeasureTables<'group_decision', (typeof groupDecision)['fields'], (typeof groupDecision)['lines']>>

const by = ['groupName'] as const
const source = 'GOV-ARR, GOV-STRUCT (local definition)'
const of = 'decision'
const leftOut = 'Decisions recorded in error are left out.'

const madeIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('group_decision')
    .where('group_decision.state', '!=', 'recordedInError')
    .where('group_decision.decidedOn', '>=', period.from)
    .where('group_decision.decidedOn', '<=', period.to)

export const decisionsMade = measure(groupDecision, {
  key: 'group_decisions_made',
  label: 'Decisions made by groups',
  definition: `Decisions that groups of the partnership made in the period, those that a later one has taken the place of among them. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Decisions made in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => madeIn(db, scope).select(['group_decision.id', sql<boolean>`true`.as('counted')]),
})

export const decisionsWithAction = measure(groupDecision, {
  key: 'group_decisions_with_action',
  label: 'Decisions from which an action came',
  definition: `Of decisions made in the period, those for which at least one action was agreed. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decisions with an action',
  denominator: 'Decisions made in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    madeIn(db, scope).select([
      'group_decision.id',
      sql<boolean>`exists (select from group_decision_actions a where a.record_id = group_decision.id)`.as('counted'),
    ]),
})

export const decisionsTold = measure(groupDecision, {
  key: 'group_decisions_told',
  label: 'Decisions of which those concerned were told',
  definition: `Of decisions made in the period that say who is to be told, those for which it is recorded that they were. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decisions of which those concerned were told',
  denominator: 'Decisions that say who is to be told',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    madeIn(db, scope)
      .where('group_decision.toBeTold', 'is not', null)
      .select(['group_decision.id', sql<boolean>`group_decision.told_on is not null`.as('counted')]),
})

export const decisionsPastReview = measure(groupDecision, {
  key: 'group_decisions_past_review',
  label: 'Decisions past the day to look at them again',
  definition: `Of decisions that stand now and have a day on which they are to be looked at again, those whose day is before the last day of the period and that nobody has looked at since. Decisions made after the period are left out. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Past the day to look at them again',
  denominator: 'Decisions that stand and have such a day',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    db
      .selectFrom('group_decision')
      .where('group_decision.state', '=', 'stands')
      .where('group_decision.decidedOn', '<=', period.to)
      .where('group_decision.reviewOn', 'is not', null)
      .select([
        'group_decision.id',
        sql<boolean>`group_decision.review_on < ${period.to} and group_decision.reviewed_on is null`.as('counted'),
      ]),
})

export const measures: readonly Measure[] = [decisionsMade, decisionsWithAction, decisionsTold, decisionsPastReview]

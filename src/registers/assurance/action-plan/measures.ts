import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure } from '../../../declare/measure.ts'
import { actionPlan } from './record.ts'

type Db = Kysely<MeasureTables<'action_plan', (typeof actionPlan)['fields'], (typeof actionPlan)['lines']>>

export const plansRunning = measure(actionPlan, {
  key: 'action_plans_running',
  label: 'Action plans that run',
  definition:
    'Plans compiled by the last day of the period that had not ended by then. Plans recorded in error are left out.',
  unit: 'count',
  of: 'action plan',
  numerator: 'Plans running on the last day of the period',
  source: 'DAP; X-ACTION (local definition)',
  by: ['kind'],
  version: 1,
  cases: (db: Db, { period }) =>
    db
      .selectFrom('action_plan')
      .where('action_plan.state', '!=', 'recordedInError')
      .where('action_plan.compiledOn', '<=', period.to)
      .where(eb => eb.or([eb('action_plan.endedOn', 'is', null), eb('action_plan.endedOn', '>', period.to)]))
      .select(['action_plan.id', sql<boolean>`true`.as('counted')]),
})

export const measures = [plansRunning]

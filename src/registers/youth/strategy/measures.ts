import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { strategy } from './record.ts'

type Db = Kysely<MeasureTables<'strategy', (typeof strategy)['fields'], (typeof strategy)['lines']>>

const by = ['kind'] as const
const source = 'YS-STRAT, DA-VAWG (local definition)'
const leftOut = 'Strategies recorded in error are left out.'

const runningAtEnd = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('strategy')
    .where('strategy.state', '!=', 'recordedInError')
    .where('strategy.fromDay', '<=', period.to)
    .where(eb => eb.or([eb('strategy.endedOn', 'is', null), eb('strategy.endedOn', '>', period.to)]))

export const objectivesJudged = measure(strategy, {
  key: 'strategy_objectives_judged',
  label: 'Objectives of strategies that have a figure',
  definition: `Of objectives and aims of strategies that run at the end of the period, those for which at least one figure is chosen by which they are judged. ${leftOut}`,
  unit: 'percent',
  of: 'objective of one strategy',
  numerator: 'Objectives with a figure',
  denominator: 'Objectives of strategies that run at the end of the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    runningAtEnd(db, scope)
      .innerJoin('strategy_objectives as aim', 'aim.recordId', 'strategy.id')
      .select([
        'aim.id',
        'strategy.id as recordId',
        sql<boolean>`exists (select from strategy_figures f where f.record_id = aim.record_id and f.figure_for = aim.number)`.as(
          'counted',
        ),
      ]),
})

export const updatesInTime = measure(strategy, {
  key: 'strategy_updates_in_time',
  label: 'Updates of strategies written in time',
  definition: `Of updates of strategies due in the period, those written by the due date. The limit (92 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'update that was due',
  numerator: 'Updates written by the due date',
  denominator: 'Updates due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('strategy')
      .innerJoin('strategy_clock as due', 'due.recordId', 'strategy.id')
      .where('strategy.state', '!=', 'recordedInError')
      .where('due.clock', '=', 'next_update')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'strategy.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [objectivesJudged, updatesInTime]

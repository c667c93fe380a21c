import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { agreement } from './record.ts'

type Db = Kysely<MeasureTables<'sharing_agreement', (typeof agreement)['fields'], (typeof agreement)['lines']>>

const of = 'information-sharing agreement'
const by = ['article6', 'duty'] as const

/** Signed by the last day of the period and not ended by then, under review or not. */
const inForce = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('sharing_agreement')
    .where('sharing_agreement.signedOn', '<=', period.to)
    .where(eb => eb.or([eb('sharing_agreement.endedOn', 'is', null), eb('sharing_agreement.endedOn', '>', period.to)]))

export const agreementsInForce = measure(agreement, {
  key: 'sharing_agreements_in_force',
  label: 'Information-sharing agreements in force',
  definition:
    'Agreements signed by the last day of the period that had not ended by then, those under review included.',
  unit: 'count',
  of,
  numerator: 'Agreements in force on the last day of the period',
  source: 'X-INFOSHARE',
  by,
  version: 1,
  cases: (db, scope) => inForce(db, scope).select(['sharing_agreement.id', sql<boolean>`true`.as('counted')]),
})

export const agreementsOverdue = measure(agreement, {
  key: 'sharing_agreements_overdue',
  label: 'Agreements overdue for review',
  definition:
    'Of agreements in force on the last day of the period, those whose review was due by that day and had not been finished by then. What is due after the day of the figure is not counted.',
  unit: 'percent',
  of,
  numerator: 'Agreements whose review was overdue',
  denominator: 'Agreements in force on the last day of the period',
  source: 'X-INFOSHARE; the interval is what each agreement says',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    inForce(db, scope).select([
      'sharing_agreement.id',
      sql<boolean>`exists (
        select 1 from sharing_agreement_clock due
         where due.record_id = sharing_agreement.id and due.clock = 'review' and due.due_on <= ${scope.period.to}
           and due.due_at < ${scope.asAt} and (due.met_at is null or due.met_at >= ${scope.period.toInstant}))`.as(
        'counted',
      ),
    ]),
})

export const measures = [agreementsInForce, agreementsOverdue]

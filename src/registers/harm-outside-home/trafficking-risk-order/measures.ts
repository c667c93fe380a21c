import { sql } from 'kysely'
import { type Measure, measure } from '../../../declare/measure.ts'
import { traffickingRiskOrder } from './record.ts'

const by = ['kind', 'countyLines'] as const
const source = 'STRO; Modern Slavery Act 2015, part 2'

export const ordersMade = measure(traffickingRiskOrder, {
  key: 'trafficking_risk_orders',
  label: 'Slavery and trafficking risk orders made',
  definition:
    'Risk orders and interim risk orders made in the period against adults of the area. Prevention orders, which follow a conviction, and records made in error are left out.',
  unit: 'count',
  of: 'order (one adult)',
  numerator: 'Risk orders made in the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('trafficking_risk_order')
      .where('trafficking_risk_order.state', '!=', 'recordedInError')
      .where('trafficking_risk_order.kind', 'in', ['risk', 'interimRisk'])
      .where('trafficking_risk_order.madeOn', '>=', period.from)
      .where('trafficking_risk_order.madeOn', '<=', period.to)
      .select(['trafficking_risk_order.id', sql<boolean>`true`.as('counted')]),
})

export const ordersInForce = measure(traffickingRiskOrder, {
  key: 'trafficking_orders_in_force',
  label: 'Trafficking orders in force at the end of the period',
  definition:
    'Orders of all kinds made by the last day of the period that were in force on it: not ended, and with their own last day not passed.',
  unit: 'count',
  of: 'order (one adult)',
  numerator: 'Orders in force on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('trafficking_risk_order')
      .where('trafficking_risk_order.state', '!=', 'recordedInError')
      .where('trafficking_risk_order.madeOn', '<=', period.to)
      .where(eb =>
        eb.and([
          eb.or([
            eb('trafficking_risk_order.endedOn', 'is', null),
            eb('trafficking_risk_order.endedOn', '>', period.to),
          ]),
          eb.or([
            eb('trafficking_risk_order.expiresOn', 'is', null),
            eb('trafficking_risk_order.expiresOn', '>=', period.to),
          ]),
        ]),
      )
      .select(['trafficking_risk_order.id', sql<boolean>`true`.as('counted')]),
})

export const measures: readonly Measure[] = [ordersMade, ordersInForce]

import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { within } from '../store/transaction.ts'

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'held_back'

/** One line of the log: to whom and when, never what of. */
export interface DeliveryLine {
  readonly id: string
  /** Null for whoever is invited: there is no account yet. */
  readonly name: string | null
  readonly state: DeliveryState
  readonly digest: boolean
  readonly urgent: boolean
  readonly createdAt: Instant
  readonly nextTryAt: Instant
  readonly attempts: number
  readonly failure: string | null
  readonly sentAt: Instant | null
}

/** How many deliveries are in each state. */
export type DeliveryCounts = Readonly<Partial<Record<DeliveryState, number>>>

/** The newest deliveries, of one state where asked, and how many there are of each. For administrators. */
export const listDeliveries = (engine: Engine, actor: Actor, state: string | null) =>
  within(engine, actor, async tx => {
    const lines = await tx.query<DeliveryLine & Record<string, unknown>>(
      `select d.id, a.name, d.state, d.digest, d.urgent, d.created_at as "createdAt", d.next_try_at as "nextTryAt", d.attempts,
              d.failure, d.sent_at as "sentAt"
         from canopy.delivery d left join canopy.account a on a.id = d.account_id
        where $1::text is null or d.state = $1 order by d.created_at desc, d.id limit 200`,
      [state],
    )
    const counted = await tx.query<{ state: DeliveryState; n: number }>(
      'select state, count(*)::int as n from canopy.delivery group by state',
      [],
    )
    const counts: DeliveryCounts = Object.fromEntries(counted.map(one => [one.state, one.n]))
    return { lines: lines as readonly DeliveryLine[], counts }
  })

/** Tries a delivery anew that was given up or held back; the ledger says who asked. Any other stays as it is. */
export const retryDelivery = (engine: Engine, actor: Actor, id: string): Promise<void> =>
  within(engine, actor, async tx => {
    const changed = await tx.query(
      `update canopy.delivery set state = 'waiting', attempts = 0, next_try_at = $2 where id = $1 and state in ('failed', 'held_back') returning id`,
      [id, now()],
    )
    if (changed.length === 0) return
    await appendLedger(tx, [{ at: now(), actor, event: 'administered', action: 'retryDelivery', recordId: id }])
  })

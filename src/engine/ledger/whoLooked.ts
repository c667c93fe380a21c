import { ledgerReaders } from '../../db/policies.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { notFound } from '../outcome.ts'
import { within } from '../store/transaction.ts'

/** One line of the ledger about a record, with the name of the person. */
export interface LookedEntry {
  readonly at: Instant
  readonly name: string | null
  readonly role: string | null
  readonly event: string
  readonly action: string | null
}

/**
 * Who opened or changed a record, newest first, at most 500.
 * @throws Outcome notFound for a role that may not read the ledger
 */
export const whoLooked = (engine: Engine, actor: Actor, recordId: string): Promise<readonly LookedEntry[]> => {
  if (!ledgerReaders.includes(actor.role)) throw notFound()
  return within(engine, actor, tx =>
    tx.query(
      `select l.at, a.name, l.role, l.event, l.action from canopy.ledger l left join canopy.account a on a.id = l.account_id
        where l.record_id = $1 order by l.seq desc limit 500`,
      [recordId],
    ),
  )
}

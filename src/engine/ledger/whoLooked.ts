import { ledgerReaders } from '../../db/policies.ts'
import { quietDeedOf } from '../../declare/quiet.ts'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { notFound } from '../outcome.ts'
import { lineTable } from '../store/rows.ts'
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
 * Who opened or changed a record, newest first, at most 500. A line about somebody who is kept from the reader was added by nobody.
 * @throws Outcome notFound for a role that may not read the ledger
 */
export const whoLooked = (
  engine: Engine,
  actor: Actor,
  register: Register,
  recordId: string,
): Promise<readonly LookedEntry[]> => {
  if (!ledgerReaders.includes(actor.role)) throw notFound()
  const groups = Object.keys(register.record.lines).flatMap(group => {
    const action = quietDeedOf(register, group)
    return action === undefined ? [] : [{ action, table: lineTable(register, group) }]
  })
  const unseen = groups.map(
    ({ table }, at) =>
      `not (l.event = 'performed' and l.action = $${at + 2}
            and not exists (select from canopy.${table} n where n.record_id = l.record_id and n.recorded_at = l.at))`,
  )
  return within(engine, actor, tx =>
    tx.query(
      `select l.at, a.name, l.role, l.event, l.action from canopy.ledger l left join canopy.account a on a.id = l.account_id
        where ${['l.record_id = $1', ...unseen].join(' and ')} order by l.seq desc limit 500`,
      [recordId, ...groups.map(({ action }) => action)],
    ),
  )
}

import type pg from 'pg'
import type { Instant } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import { begin, type Tx, together } from '../store/transaction.ts'

/** One thing somebody did, tried or looked at. Never a name, a date of birth or free text. */
export interface LedgerEntry {
  readonly at: Instant
  readonly actor: Actor
  readonly event: LedgerEvent
  readonly register?: string
  readonly recordId?: string
  readonly reference?: string
  readonly action?: string
  readonly detail?: string
  readonly digest?: string
}
export type LedgerEvent =
  | 'performed'
  | 'refused'
  | 'looked'
  | 'listed'
  | 'exported'
  | 'imported'
  | 'figure'
  | 'signedIn'
  | 'signInFailed'
  | 'signedOut'
  | 'administered'

const columns = [
  'at',
  'account_id',
  'role',
  'event',
  'register',
  'record_id',
  'reference',
  'action',
  'detail',
  'digest',
]

const toRow = ({ at, actor, event, register, recordId, reference, action, detail, digest }: LedgerEntry) => ({
  at,
  account_id: actor.accountId,
  role: actor.role,
  event,
  register: register ?? null,
  record_id: recordId ?? null,
  reference: reference ?? null,
  action: action ?? null,
  detail: detail ?? null,
  digest: digest ?? null,
})

const insert = `insert into canopy.ledger (${columns.join(', ')})
select ${columns.join(', ')} from json_populate_recordset(null::canopy.ledger, $1::json)`

/** Appends inside the deed's own transaction, as its last statement: the chain's lock is held only until the commit. */
export const appendLedger = (tx: Tx, entries: readonly LedgerEntry[]): Promise<unknown> =>
  tx.query(insert, [JSON.stringify(entries.map(toRow))])

/** Writes readings and refusals. Those of many people are committed together, and each waits until its own is safe. */
export interface LedgerWriter {
  readonly write: (entry: LedgerEntry) => Promise<void>
}

export const createLedgerWriter = (pool: pg.Pool): LedgerWriter => {
  let waiting: { entry: LedgerEntry; done: () => void; failed: (error: unknown) => void }[] = []
  let running = false
  const flush = async () => {
    running = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await writeBatch(
          pool,
          batch.map(({ entry }) => entry),
        )
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    running = false
  }
  return {
    write: entry =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed })
        if (!running) void flush()
      }),
  }
}

const writeBatch = async (pool: pg.Pool, entries: readonly LedgerEntry[]): Promise<void> => {
  const client = await pool.connect()
  try {
    together(client)
    // The commit goes out with the rest: after a statement that failed it takes everything back.
    await Promise.all([
      begin(client, system()),
      client.query({ name: 'ledger-insert', text: insert, values: [JSON.stringify(entries.map(toRow))] }),
      client.query('commit'),
    ])
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

import type pg from 'pg'
import type { Instant } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import { insertOf } from '../store/source.ts'
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

const columns: Readonly<Record<string, { type: string; of: (entry: LedgerEntry) => string | undefined }>> = {
  at: { type: 'timestamptz', of: ({ at }) => at },
  account_id: { type: 'uuid', of: ({ actor }) => actor.accountId },
  role: { type: 'text', of: ({ actor }) => actor.role },
  event: { type: 'text', of: ({ event }) => event },
  register: { type: 'text', of: ({ register }) => register },
  record_id: { type: 'uuid', of: ({ recordId }) => recordId },
  reference: { type: 'text', of: ({ reference }) => reference },
  action: { type: 'text', of: ({ action }) => action },
  detail: { type: 'text', of: ({ detail }) => detail },
  digest: { type: 'text', of: ({ digest }) => digest },
}

const insertOfEntries = (entries: readonly LedgerEntry[]) =>
  insertOf(
    'ledger',
    Object.entries(columns).map(([column, { type, of }]) => ({ column, type, values: entries.map(of) })),
  )

/** Appends inside the deed's own transaction, as its last statement: the chain's lock is held only until the commit. */
export const appendLedger = (tx: Tx, entries: readonly LedgerEntry[]): Promise<unknown> => {
  const { text, parameters } = insertOfEntries(entries)
  return tx.query(text, parameters)
}

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
  const { text, parameters, shape } = insertOfEntries(entries)
  try {
    together(client)
    // The commit goes out with the rest: after a statement that failed it takes everything back.
    await Promise.all([
      begin(client, system()),
      client.query({ name: `ledger-insert-${shape}`, text, values: [...parameters] }),
      client.query('commit'),
    ])
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

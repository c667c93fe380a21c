import type pg from 'pg'
import { now } from '../../kit/clock.ts'
import type { Actor } from '../actor.ts'
import type { Pools } from '../pools.ts'
import { createNames } from './statements.ts'

/** A transaction bound to one person: every query in it sees what that person may see. */
export interface Tx {
  readonly actor: Actor
  readonly query: <R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>
}

const bind =
  "select set_config('canopy.account', $1, true), set_config('canopy.role', $2, true), set_config('canopy.agency', $3, true), set_config('canopy.team', $4, true), set_config('canopy.now', $5, true)"

/** Who acts and when, as policies read it: what ends by itself ends by Canopy's clock. */
const boundOf = ({ accountId, role, agencyId, teamId }: Actor) => [accountId, role, agencyId ?? '', teamId ?? '', now()]

/** Begins a transaction as this person. Both go out in one message, so the work waits once instead of twice. */
export const begin = async (client: pg.ClientBase, actor: Actor): Promise<void> => {
  const begun = client.query('begin')
  const bound = client.query({
    name: 'bind-actor',
    text: bind,
    values: boundOf(actor),
  })
  await Promise.all([begun, bound])
}

/** What is asked before the next turn travels as one message. */
export const together = ({ connection: { stream } }: pg.PoolClient): void => {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Continues the same transaction as somebody else: only for links, which follow from a deed already allowed. */
export const bindAs = (tx: Tx, actor: Actor) => tx.query(bind, boundOf(actor))

const nameOf = createNames()

/** Runs the work in one transaction as this person; anything thrown rolls everything back. */
export const within = async <T>(
  engine: { readonly pools: Pick<Pools, 'app'> },
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const client = await engine.pools.app.connect()
  let broken: Error | undefined
  try {
    // Not waited for: the first statement of the work follows at once, and fails with it if it fails.
    together(client)
    const begun = begin(client, actor)
    begun.catch(() => {})
    const result = await work({
      actor,
      query: async (text, values) =>
        (await client.query({ text, values: values as unknown[], name: values && nameOf(text) })).rows,
    })
    await begun
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

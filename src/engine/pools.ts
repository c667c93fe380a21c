import type { Kysely } from 'kysely'
import type pg from 'pg'

/**
 * The database as the engine uses it: the application's own pool, and what figures are asked through. Figures have no second way: one
 * that waited for another connection while it holds one of the few would stop them all.
 */
export interface Pools {
  readonly app: pg.Pool
  /** Names are written as properties (`receivedAt`) and become columns (`received_at`). */
  // biome-ignore lint/suspicious/noExplicitAny: the tables come from declarations, not from a type
  readonly measures: Kysely<any>
}

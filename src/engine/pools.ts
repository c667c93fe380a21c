import type { Kysely } from 'kysely'
import type pg from 'pg'

/** The database as the engine uses it: the application's own pool, and the figures' pool that only measures use. */
export interface Pools {
  readonly app: pg.Pool
  readonly figures: pg.Pool
  /** Names are written as properties (`receivedAt`) and become columns (`received_at`). */
  // biome-ignore lint/suspicious/noExplicitAny: the tables come from declarations, not from a type
  readonly measures: Kysely<any>
}

import { sql } from 'kysely'
import { columnOf } from '../../db/tables.ts'
import type { Register } from '../../declare/register.ts'
import { type PublishedShare, suppressShare } from '../../kit/suppression.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { countedFor } from '../measures/tally.ts'

/** Lines of records that rate statements: where they are, and which ratings count. */
export interface RatedLines {
  readonly register: Register
  readonly group: string
  /** Fields of the line. */
  readonly statement: string
  readonly rating: string
  /** The rating that is counted, and the one that is in no share. */
  readonly counted: string
  readonly without: string
}

export interface PeerShare {
  readonly code: string
  /** Hidden where few answered, or few of them one way: a small number could be somebody. */
  readonly share: PublishedShare
}

/**
 * How the records of many answered, statement by statement, for somebody who sees only their own: shares of enough answers, and
 * nothing else. Counted through the figures' own pool; `among` are answers of the record, all of which must fit.
 */
export const peerShares = async (
  engine: Engine,
  actor: Actor,
  { register, group, statement, rating, counted, without }: RatedLines,
  among: { readonly fields: Readonly<Record<string, string | null>>; readonly states: readonly string[] },
): Promise<readonly PeerShare[]> => {
  const { key } = register.record
  const [code, rated] = [statement, rating].map(name => sql.raw(`l.${columnOf(name)}`))
  const fits = Object.entries(among.fields).map(
    ([name, value]) => sql`${sql.raw(`r.${columnOf(name)}`)}::text is not distinct from ${value}::text`,
  )
  const { rows } = await countedFor(engine, actor, within =>
    sql<{ code: string; counted: number; cases: number }>`
      select ${code} as code, count(*) filter (where ${rated} = ${counted})::int as counted, count(*)::int as cases
        from ${sql.raw(`canopy.${key}_${columnOf(group)}`)} l join ${sql.raw(`canopy.${key}`)} r on r.id = l.record_id
       where l.superseded_at is null and ${rated} is not null and ${rated} <> ${without}
         and r.state = any(${among.states}::text[]) and ${sql.join(fits, sql` and `)}
       group by 1`.execute(within.pools.measures),
  )
  return rows.map(row => ({ code: row.code, share: suppressShare(row.counted, row.cases) }))
}

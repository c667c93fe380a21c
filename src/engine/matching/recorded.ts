import { columnOf } from '../../db/tables.ts'
import type { Register } from '../../declare/register.ts'
import type { Tx } from '../store/transaction.ts'
import { pairKey, type WeighedPair } from './peoplePairs.ts'

/** A pair that is on record as a match, whatever people have made of it. */
export interface Decided {
  readonly reference: string
}

interface Row extends Decided, Record<string, unknown> {
  readonly one: string
  readonly other: string
}

/**
 * Which of these pairs are on record, in either order and in any state. What was decided of a record that has been merged holds
 * for the record it leads to.
 */
export const decidedPairs = async (
  tx: Tx,
  { record, matching }: Register,
  pairs: readonly WeighedPair[],
): Promise<{ readonly of: (pair: WeighedPair) => string | null }> => {
  const [one = '', other = ''] = (matching?.pair ?? []).map(columnOf)
  const ids = [...new Set(pairs.flatMap(pair => [pair.one.id, pair.other.id]))]
  const rows = await tx.query<Row>(
    `with members as materialized (select o.id, o.of from canopy.one_person($1) o)
     select m.reference, a.of as one, b.of as other from canopy.${record.key} m
       join members a on a.id = m.${one} join members b on b.id = m.${other} order by m.reference desc`,
    [ids],
  )
  const known = new Map(rows.map(row => [pairKey(row.one, row.other), row.reference]))
  return { of: pair => known.get(pairKey(pair.one.id, pair.other.id)) ?? null }
}

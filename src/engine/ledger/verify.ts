import type pg from 'pg'

/** One place where the chain or a record's history is not as it was written. */
export interface LedgerFault {
  readonly seq: number
  readonly what: string
}

export interface LedgerReport {
  readonly entries: number
  readonly faults: readonly LedgerFault[]
  readonly head: string
}

const chain = `
select l.seq, case
    when l.seq <> row_number() over w then 'a row is missing before this one'
    when l.prev_hash <> coalesce(lag(l.hash) over w, repeat('0', 64)) then 'the row before this one was changed or removed'
    else 'this row was changed'
  end as what
from canopy.ledger l
window w as (order by l.seq)`

/** Walks the whole chain in the database. Run as the owner. */
export const verifyLedger = async (pool: pg.Pool | pg.ClientBase): Promise<LedgerReport> => {
  const { rows } = await pool.query<LedgerFault & { bad: boolean }>(`
    select seq, what from (
      select c.*, l.hash <> encode(sha256(convert_to(canopy.ledger_text(l), 'UTF8')), 'hex') or c.what <> 'this row was changed' as bad
      from (${chain}) c join canopy.ledger l using (seq)
    ) checked where bad order by seq limit 20`)
  const head = await pool.query<{ entries: number; head: string }>(
    `select count(*)::int as entries, coalesce((select hash from canopy.ledger order by seq desc limit 1), '') as head from canopy.ledger`,
  )
  return { entries: head.rows[0]?.entries ?? 0, head: head.rows[0]?.head ?? '', faults: rows }
}

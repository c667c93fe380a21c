import { now } from '../../kit/clock.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { within } from '../store/transaction.ts'
import type { Scanner, ScanResult } from './scanner.ts'
import { findBytes } from './stored.ts'

/**
 * Checks files that wait for the scanner, those first that it was not asked about before. Stops when it does not answer; they then
 * wait for the next time.
 * @returns how many files were settled
 */
export const scanWaiting = async (engine: Engine): Promise<number> => {
  const { scanner } = engine
  if (!scanner) return 0
  const contents = await within(engine, system(), tx =>
    tx.query<{ digest: string }>(
      `select content as digest from canopy.file where state = 'waiting'
        group by content order by max(scan_failed_at) nulls first, min(added_at) limit 500`,
    ),
  )
  let settled = 0
  for (const { digest } of contents) {
    const result = await scanned(engine, scanner, digest)
    if (result === null) break
    settled += await settle(engine, digest, result)
  }
  return settled
}

/** What the scanner says; nothing when it does not answer, which is noted where people see it. */
const scanned = async (engine: Engine, scanner: Scanner, digest: string): Promise<ScanResult | null> => {
  const bytes = await within(engine, system(), tx => findBytes(tx, digest))
  // Thrown away with its draft since.
  if (!bytes) return { clean: true }
  try {
    return await scanner.scan(bytes)
  } catch {
    await within(engine, system(), tx =>
      tx.query("update canopy.file set scan_failed_at = $2 where content = $1 and state = 'waiting'", [digest, now()]),
    )
    return null
  }
}

const settle = (engine: Engine, digest: string, result: ScanResult): Promise<number> =>
  within(engine, system(), async tx => {
    const found = 'found' in result ? result.found : null
    const rows = await tx.query<{ id: string; register: string | null; recordId: string | null }>(
      `update canopy.file set state = $2, found = $3, scanned_at = $4, scan_failed_at = null
        where content = $1 and state = 'waiting' returning id, register, record_id as "recordId"`,
      [digest, found === null ? 'clean' : 'refused', found, now()],
    )
    if (found !== null && rows.length > 0)
      await appendLedger(
        tx,
        rows.map(({ id, register, recordId }) => ({
          at: now(),
          actor: tx.actor,
          event: 'refused' as const,
          action: 'scanFile',
          detail: id,
          digest,
          ...(register && recordId ? { register, recordId } : {}),
        })),
      )
    return rows.length
  })

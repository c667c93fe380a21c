import type { Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import { isId, newId } from '../../kit/ids.ts'
import type { Engine } from '../engine.ts'
import type { LedgerEntry } from '../ledger/writer.ts'
import { invalid } from '../outcome.ts'
import type { Tx } from '../store/transaction.ts'
import type { KindKey } from './kinds.ts'
import type { Taken } from './takeIn.ts'

/** SQL of the table of files: the only place that writes it. */

/** A file as a person may see it; its bytes are read apart. */
export interface StoredFile {
  readonly id: string
  readonly draftId: string | null
  readonly register: string | null
  readonly recordId: string | null
  readonly name: string
  readonly kind: KindKey
  /** In bytes. */
  readonly size: number
  readonly digest: string
  readonly state: 'waiting' | 'clean' | 'not_scanned' | 'refused'
  /** What the scanner calls what it found. */
  readonly found: string | null
  /** When the scanner last did not answer. */
  readonly scanFailedAt: Instant | null
  readonly addedAt: Instant
  readonly addedBy: string
  readonly addedByName: string
  readonly removedAt: Instant | null
  readonly removedByName: string | null
  readonly removedWhy: string | null
}

const select = `select f.id, f.draft_id as "draftId", f.register, f.record_id as "recordId", f.name, f.kind, f.size, f.content as digest,
    f.state, f.found, f.scan_failed_at as "scanFailedAt", f.added_at as "addedAt", f.added_by as "addedBy", a.name as "addedByName",
    f.removed_at as "removedAt", r.name as "removedByName", f.removed_why as "removedWhy"
  from canopy.file f join canopy.account a on a.id = f.added_by left join canopy.account r on r.id = f.removed_by`

type Row = StoredFile & Record<string, unknown>

/** What a file belongs to. */
export type Owner = { readonly draftId: string } | { readonly register: Register; readonly recordId: string }

/** Files of a record, removed ones too, oldest first. */
export const filesOfRecord = (tx: Tx, register: Register, recordId: string): Promise<readonly StoredFile[]> =>
  tx.query<Row>(`${select} where f.register = $1 and f.record_id = $2 order by f.added_at, f.id`, [
    register.record.key,
    recordId,
  ])

/** Files of a form that is not sent yet, oldest first; none where the draft is somebody else's. */
export const filesOfDraft = async (tx: Tx, draftId: string): Promise<readonly StoredFile[]> =>
  isId(draftId) ? tx.query<Row>(`${select} where f.draft_id = $1 order by f.added_at, f.id`, [draftId]) : []

/** A file that is there for this person; nothing for one that is removed, unseen or absent. */
export const findFile = async (tx: Tx, id: string): Promise<StoredFile | null> =>
  isId(id) ? ((await tx.query<Row>(`${select} where f.id = $1 and f.removed_at is null`, [id]))[0] ?? null) : null

/** The bytes of a file; nothing while it may not be opened. */
export const findBytes = async (tx: Tx, digest: string): Promise<Buffer | null> =>
  (await tx.query<{ bytes: Buffer }>('select bytes from canopy.file_content where digest = $1', [digest]))[0]?.bytes ??
  null

/**
 * Keeps a file; its bytes once, however often they are given.
 * @throws Outcome invalid where the same file is there already
 */
export const insertFile = async (engine: Engine, tx: Tx, taken: Taken, owner: Owner): Promise<string> => {
  await tx.query('insert into canopy.file_content (digest, bytes) values ($1, $2) on conflict do nothing', [
    taken.digest,
    taken.bytes,
  ])
  const [draftId, register, recordId] =
    'draftId' in owner ? [owner.draftId, null, null] : [null, owner.register.record.key, owner.recordId]
  const state: StoredFile['state'] = engine.scanner ? 'waiting' : 'not_scanned'
  const rows = await tx.query<{ id: string }>(
    `insert into canopy.file (id, draft_id, register, record_id, name, kind, size, content, state, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [
      newId(),
      draftId,
      register,
      recordId,
      taken.name,
      taken.kind,
      taken.bytes.length,
      taken.digest,
      state,
      now(),
      tx.actor.accountId,
    ],
  )
  const id = rows[0]?.id
  if (id === undefined)
    throw invalid([{ field: 'file', message: 'This file is here already. It was not added a second time' }])
  return id
}

/** The entry for something done with a file of a record: codes and digests, never its name. */
export const fileEntry = (
  tx: Pick<Tx, 'actor'>,
  action: 'addFile' | 'removeFile',
  file: { readonly id: string; readonly digest: string },
  record: { readonly register: string; readonly id: string; readonly reference: string },
): LedgerEntry => ({
  at: now(),
  actor: tx.actor,
  event: 'performed',
  register: record.register,
  recordId: record.id,
  reference: record.reference,
  action,
  detail: file.id,
  digest: file.digest,
})

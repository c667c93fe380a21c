import { blindToFiles } from '../../db/filePolicies.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import { isId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import { type Engine, registerByKey } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { conflict, forbidden, invalid, notFound, Outcome } from '../outcome.ts'
import { findHeld, wellFormed } from '../store/rows.ts'
import { type Tx, within } from '../store/transaction.ts'
import { fileKinds } from './kinds.ts'
import { fileEntry, filesOfRecord, findBytes, findFile, insertFile, type StoredFile } from './stored.ts'
import { takeIn, type Upload } from './takeIn.ts'

/** Whether this role may see what is in the files of a record that it sees. */
export const seesFiles = (register: Register, role: string): boolean =>
  register.files !== undefined && !blindToFiles(register).includes(role)

const mayChange = (register: Register, role: string): boolean =>
  (register.files?.by as readonly string[] | undefined)?.includes(role) ?? false

/** Whether this person may add and remove files of a record now. */
export const takesFiles = (register: Register, row: Pick<AnyRow, 'state'>, role: string): boolean =>
  mayChange(register, role) && (register.files?.from.includes(row.state) ?? false)

const guard = (register: Register, row: AnyRow, role: string): void => {
  if (takesFiles(register, row, role)) return
  if (!mayChange(register, role)) throw forbidden('Your role may not add or remove files here')
  const state = register.pathway.states[row.state]?.label ?? row.state
  throw conflict(`This is now “${state}”, so its files stay as they are`, [])
}

/** What is refused or not to be found is in the ledger too: by identifiers, and alike for what is unseen and what is absent. */
const noted = async <T>(engine: Engine, actor: Actor, asked: Asked, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Outcome && error.kind !== 'invalid') {
      const { register, action, reference, fileId } = asked
      await engine.ledger.write({
        at: now(),
        actor,
        event: 'refused',
        action,
        detail: fileId !== undefined && isId(fileId) ? `${error.kind} ${fileId}` : error.kind,
        ...(register === undefined ? {} : { register: register.record.key }),
        ...(reference === undefined ? {} : { reference }),
      })
    }
    throw error
  }
}

interface Asked {
  readonly action: 'addFile' | 'removeFile' | 'openFile'
  readonly register?: Register
  readonly reference?: string | undefined
  readonly fileId?: string
}

/**
 * Adds a file to a record. The record keeps its version: nobody's open form has to be compared because a letter was added.
 * @throws Outcome notFound, forbidden, conflict, or invalid with the reason why the file is not taken
 */
export const addFile = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  reference: string,
  upload: Upload | undefined,
): Promise<string> =>
  noted(engine, actor, { action: 'addFile', register, reference: wellFormed(reference) }, async () => {
    await within(engine, actor, async tx => guard(register, await rowOf(tx, register, reference), actor.role))
    const taken = await takeIn(upload)
    return within(engine, actor, async tx => {
      const row = await rowOf(tx, register, reference)
      guard(register, row, actor.role)
      const id = await insertFile(engine, tx, taken, { register, recordId: row.id })
      await appendLedger(tx, [fileEntry(tx, 'addFile', { id, digest: taken.digest }, recordOf(register, row))])
      return id
    })
  })

const rowOf = async (tx: Tx, register: Register, reference: string): Promise<AnyRow> => {
  const held = await findHeld(tx, register, reference)
  if (!held) throw notFound()
  return held.row
}

const recordOf = (register: Register, { id, reference }: Pick<AnyRow, 'id' | 'reference'>) => ({
  register: register.record.key,
  id,
  reference,
})

/** A file of a record with where it belongs, for its own pages. */
interface FileOfRecord {
  readonly file: StoredFile
  readonly register: Register
  readonly row: AnyRow
  /** Where the record is shown. */
  readonly path: string
}

const fileOfRecord = async (engine: Engine, tx: Tx, fileId: string): Promise<FileOfRecord> => {
  const file = await findFile(tx, fileId)
  if (!file?.register || !file.recordId) throw notFound()
  const register = registerByKey(engine, file.register)
  const row = await rowOf(tx, register, file.recordId)
  return { file, register, row, path: `/${pathOf(register)}/${row.reference}` }
}

/**
 * A file that this person may remove.
 * @throws Outcome notFound, forbidden or conflict
 */
export const fileToRemove = (engine: Engine, actor: Actor, fileId: string): Promise<FileOfRecord> =>
  noted(engine, actor, { action: 'removeFile', fileId }, () =>
    within(engine, actor, async tx => {
      const found = await fileOfRecord(engine, tx, fileId)
      guard(found.register, found.row, actor.role)
      return found
    }),
  )

const longestReason = 500

/**
 * Removes a file of a record: it is hidden, with the reason, and its bytes are out of everybody's reach. They are not deleted,
 * because what was decided may rest on them.
 * @throws Outcome notFound, forbidden, conflict, or invalid under the field `why`
 */
export const removeFile = async (engine: Engine, actor: Actor, fileId: string, why: string): Promise<FileOfRecord> =>
  noted(engine, actor, { action: 'removeFile', fileId }, () =>
    within(engine, actor, async tx => {
      const found = await fileOfRecord(engine, tx, fileId)
      guard(found.register, found.row, actor.role)
      const reason = why.trim()
      if (reason === '') throw invalid([{ field: 'why', message: 'Enter why the file is removed' }])
      if (reason.length > longestReason)
        throw invalid([
          { field: 'why', message: `Why the file is removed must be ${longestReason} characters or fewer` },
        ])
      const gone = await tx.query(
        'update canopy.file set removed_at = $2, removed_by = $3, removed_why = $4 where id = $1 and removed_at is null returning id',
        [fileId, now(), actor.accountId, reason.replaceAll('\0', '\u2400')],
      )
      if (gone.length === 0) throw notFound()
      await appendLedger(tx, [fileEntry(tx, 'removeFile', found.file, recordOf(found.register, found.row))])
      return found
    }),
  )

/** A file that may be opened, with where it belongs; `path` is null while it is of a form that is not sent yet. */
interface Openable {
  readonly file: StoredFile
  readonly reference: string | null
  readonly path: string | null
}

const openable = async (engine: Engine, tx: Tx, fileId: string, picture: boolean): Promise<Openable> => {
  const file = await findFile(tx, fileId)
  if (!file || (picture && !fileKinds[file.kind].picture)) throw notFound()
  const record = file.recordId === null ? null : await fileOfRecord(engine, tx, fileId)
  if (file.state === 'waiting') throw conflict('This file is being checked for viruses and cannot be opened yet', [])
  if (file.state === 'refused') throw conflict('A virus was found in this file, so nobody can open it', [])
  return { file, reference: record?.row.reference ?? null, path: record?.path ?? null }
}

/**
 * A picture that may be shown; the reading is noted when its points are read.
 * @throws Outcome as `openFile`
 */
export const pictureToShow = (engine: Engine, actor: Actor, fileId: string): Promise<Openable> =>
  noted(engine, actor, { action: 'openFile', fileId }, () =>
    within(engine, actor, tx => openable(engine, tx, fileId, true)),
  )

/**
 * A file with its bytes, for a download or, with `picture`, to be shown. The reading is in the ledger, as one of the record, before
 * they leave.
 * @throws Outcome notFound, the same for unseen, absent, removed and what cannot be shown; conflict while it may not be opened
 */
export const openFile = (engine: Engine, actor: Actor, fileId: string, { picture = false } = {}) =>
  noted(engine, actor, { action: 'openFile', fileId }, async () => {
    const { file, reference, bytes } = await within(engine, actor, async tx => {
      const found = await openable(engine, tx, fileId, picture)
      return { ...found, bytes: await findBytes(tx, found.file.digest) }
    })
    if (!bytes) throw notFound()
    const of =
      file.register && file.recordId && reference ? { register: file.register, recordId: file.recordId, reference } : {}
    await engine.ledger.write({ at: now(), actor, event: 'looked', action: 'openFile', detail: file.id, ...of })
    return { file, bytes }
  })

/** Files of a record with those removed, for its timeline; none where this role is not shown them. */
export const fileHistory = (
  engine: Engine,
  actor: Actor,
  register: Register,
  recordId: string,
): Promise<readonly StoredFile[]> =>
  within(engine, actor, async tx => (seesFiles(register, actor.role) ? filesOfRecord(tx, register, recordId) : []))

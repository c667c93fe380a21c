import type { Register } from '../../declare/register.ts'
import type { Actor } from '../actor.ts'
import { findDraft } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import type { LedgerEntry } from '../ledger/writer.ts'
import { forbidden, notFound } from '../outcome.ts'
import { type Tx, within } from '../store/transaction.ts'
import { fileEntry, insertFile } from './stored.ts'
import { takeIn, type Upload } from './takeIn.ts'

/**
 * Adds a file to a form that is not sent yet.
 * @throws Outcome notFound where the draft is not this person's or was sent; forbidden; invalid with the reason
 */
export const addFileToDraft = async (
  engine: Engine,
  actor: Actor,
  draftId: string,
  upload: Upload | undefined,
): Promise<string> => {
  const taken = await takeIn(upload)
  return within(engine, actor, async tx => {
    const draft = await findDraft(tx, draftId)
    if (!draft || draft.performedReference !== null) throw notFound()
    const { files } = engine.registers.find(({ record }) => record.key === draft.register) ?? {}
    if (!(files?.by as readonly string[] | undefined)?.includes(actor.role))
      throw forbidden('Your role may not add files here')
    return insertFile(engine, tx, taken, { draftId })
  })
}

/**
 * Takes a file out of a form that is not sent yet: it is gone, because nobody but those who write the form has seen it.
 * @throws Outcome notFound
 */
export const removeFileOfDraft = (engine: Engine, actor: Actor, draftId: string, fileId: string): Promise<void> =>
  within(engine, actor, async tx => {
    const draft = await findDraft(tx, draftId)
    if (!draft || draft.performedReference !== null) throw notFound()
    const gone = await tx.query('delete from canopy.file where id::text = $1 and draft_id = $2 returning id', [
      fileId,
      draft.id,
    ])
    if (gone.length === 0) throw notFound()
  })

/**
 * Gives the files of a draft to the record that was made or changed with it, in the same transaction. What the record has
 * already stays behind.
 * @returns the entries for the ledger, to be appended last
 */
export const moveDraftFiles = async (
  tx: Tx,
  draftId: string,
  register: Register,
  record: { readonly id: string; readonly reference: string },
): Promise<readonly LedgerEntry[]> => {
  const moved = await tx.query<{ id: string; digest: string }>(
    `update canopy.file f set draft_id = null, register = $2, record_id = $3
      where draft_id = $1 and not exists (
        select from canopy.file o where o.record_id = $3 and o.content = f.content and o.removed_at is null)
      returning id, content as digest`,
    [draftId, register.record.key, record.id],
  )
  return moved.map(file => fileEntry(tx, 'addFile', file, { register: register.record.key, ...record }))
}

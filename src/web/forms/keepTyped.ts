import type { Register } from '../../declare/register.ts'
import { draftFor, findDraft, saveDraft } from '../../engine/drafts/drafts.ts'
import { findHeld } from '../../engine/store/rows.ts'
import { findAction } from '../../engine/store/step.ts'
import { within } from '../../engine/store/transaction.ts'
import type { Visit, Web } from '../web.ts'
import { askedPages, typedOn } from './asked.ts'

/**
 * Keeps a posted question page in the person's own draft although their session has ended: only written, nothing is
 * shown. What belongs to no page of a deed is let go.
 */
export const keepTyped = (web: Web, visit: Visit, register: Register, fixed?: string): Promise<void> =>
  within(web.engine, visit.actor, async tx => {
    const action = fixed ?? visit.params.action ?? ''
    if (action !== 'start' && !findAction(register, action)) return
    const page = askedPages(register, action)[Number(visit.params.page ?? '1') - 1]
    if (!page) return
    const typed = typedOn(page, visit.typed)
    if (action === 'start') {
      const draft = await findDraft(tx, visit.params.draft ?? '')
      if (draft?.performedReference === null) await saveDraft(tx, draft.id, typed)
      return
    }
    const held = await findHeld(tx, register, visit.params.reference ?? '')
    if (!held) return
    const draft = await draftFor(tx, register.record.key, held.row.id, action, held.row.version)
    await saveDraft(tx, draft.id, typed)
  })

import type { Typed } from '../../declare/input.ts'
import { type Draft, deleteDraft, findDraft, saveDraft } from '../../engine/drafts/drafts.ts'
import { saveShared, visitDraft } from '../../engine/drafts/shared.ts'
import { notFound } from '../../engine/outcome.ts'
import { findHeld } from '../../engine/store/rows.ts'
import { within } from '../../engine/store/transaction.ts'
import { Button, ButtonGroup, Form } from '../components/index.ts'
import { deedPath } from '../forms/asked.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler } from '../web.ts'

/** Goes on with a draft, on the first page of its deed. */
export const draftPage: Handler = (web, visit) =>
  within(web.engine, visit.actor, async tx => {
    const draft = await findDraft(tx, visit.params.draft ?? '')
    const register = web.engine.registers.find(one => one.record.key === draft?.register)
    if (!draft || !register) throw notFound()
    const held = draft.recordId === null ? null : await findHeld(tx, register, draft.recordId)
    if (draft.recordId !== null && !held) throw notFound()
    if (draft.shared) return { redirect: deedPath(register, null, draft.action, draft.id) }
    return { redirect: `${deedPath(register, held?.row.reference ?? null, draft.action, draft.id)}/1` }
  })

const answer = ({ revision }: Draft, clash: boolean): Answer => ({
  file: JSON.stringify({ revision, clash }),
  type: 'application/json',
})

const isTyped = (fields: unknown): fields is Typed =>
  typeof fields === 'object' &&
  fields !== null &&
  Object.values(fields).every(
    value => typeof value === 'string' || (Array.isArray(value) && value.every(item => typeof item === 'string')),
  )

/** Saves what stands in a form while it is typed: everything, valid or not. */
export const saveDraftHandler: Handler = async (web, visit) => {
  const { fields, version } = visit.typed as { fields?: unknown; version?: unknown }
  if (!isTyped(fields)) throw notFound()
  return within(web.engine, visit.actor, async tx => {
    const id = visit.params.draft ?? ''
    const shared = (await findDraft(tx, id))?.shared === true
    if (!shared) return answer(await saveDraft(tx, id, fields), false)
    const { clashes, ...draft } = await saveShared(tx, id, fields, Number(version) || 0)
    await visitDraft(tx, id)
    // Both texts are kept; the person is told now and chooses when they press the button.
    return answer(
      draft,
      clashes.some(({ name }) => fields[name] !== undefined),
    )
  })
}

/** Asks, then throws a draft away. */
export const deleteDraftPage: Handler = async (web, visit) => {
  const id = visit.params.draft ?? ''
  const draft = await within(web.engine, visit.actor, tx => findDraft(tx, id))
  if (!draft || draft.performedReference !== null) throw notFound()
  if (visit.typed._delete === 'yes') {
    await within(web.engine, visit.actor, tx => deleteDraft(tx, id))
    return { redirect: '/my-work' }
  }
  return {
    page: frame(web, visit, {
      title: 'Do you want to delete this draft?',
      back: { href: '/my-work' },
      children: (
        <>
          <h1 class="govuk-heading-l">Do you want to delete this draft?</h1>
          <p class="govuk-body">What you typed in it is gone then. The record itself does not change.</p>
          <Form action={`/drafts/${id}/delete`} csrf={visit.csrf}>
            <ButtonGroup>
              <Button kind="warning" name="_delete" value="yes" preventDoubleClick={true}>
                Delete the draft
              </Button>
              <a class="govuk-link" href="/my-work">
                Keep it
              </a>
            </ButtonGroup>
          </Form>
        </>
      ),
    }),
  }
}

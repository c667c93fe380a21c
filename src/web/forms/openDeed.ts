import type { Typed } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import { type Draft, draftFor, findDraft } from '../../engine/drafts/drafts.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { directoryFor, fieldContext } from '../../engine/people/directory.ts'
import { findHeld } from '../../engine/store/rows.ts'
import { eventDayOf, findAction, guard, type Held } from '../../engine/store/step.ts'
import { type Tx, within } from '../../engine/store/transaction.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { kindOf, typedOf } from '../../fields/kinds.ts'
import { now, today } from '../../kit/clock.ts'
import type { Visit, Web } from '../web.ts'
import { type AskedPage, askedPages, deedPath } from './asked.ts'
import type { Under } from './under.ts'

const judgements = ['choice', 'choices', 'yesNo', 'staff', 'agency', 'agencies', 'team']

/** Facts typed before are shown again for correction; judgements never are: each is made anew. */
const before = (register: Register, pages: readonly AskedPage[], held: Held | null, context: FieldContext): Typed => {
  if (!held) return {}
  const facts = Object.fromEntries(
    pages
      .flatMap(page => Object.entries(page.fields))
      .filter(([name, field]) => register.record.fields[name] === field && !judgements.includes(field.kind)),
  )
  return typedOf(facts, held.row, context)
}

const underIn = async (
  web: Web,
  tx: Tx,
  register: Register,
  action: string,
  draft: Draft,
  held: Held | null,
): Promise<Under> => {
  const pages = askedPages(register, action)
  const fields = Object.assign({}, ...pages.map(page => page.fields))
  const directory = await directoryFor(
    tx,
    web.engine,
    { ...register.record.fields, ...fields },
    held ? [held.row] : [],
    [draft.typed],
  )
  const rough = fieldContext(directory)
  const eventDay = eventDayOf(register, held?.row ?? parsedEvent(register, draft.typed, rough), today())
  const context = fieldContext(directory, eventDay)
  return {
    register,
    action,
    held,
    draft,
    pages,
    context,
    typed: { ...before(register, pages, held, context), ...draft.typed },
    path: deedPath(register, held?.row.reference ?? null, action, draft.id),
  }
}

/** The day of an event that is only typed so far, so that the codes of that day are offered. */
const parsedEvent = (register: Register, typed: Typed, context: FieldContext): Record<string, unknown> => {
  const name = register.record.eventOn
  const field = register.record.fields[name]
  if (!field) return {}
  const parsed = kindOf(field).parse(field, typed, name, context)
  return parsed.ok ? { [name]: parsed.value } : {}
}

/** Opens the deed of the address: a draft of a new record, or the person's draft of an action on a record. */
export const openDeed = (web: Web, visit: Visit, register: Register, action: string): Promise<Under> =>
  within(web.engine, visit.actor, async tx => {
    if (action === 'start') {
      const draft = await findDraft(tx, visit.params.draft ?? '')
      if (!draft || draft.register !== register.record.key) throw notFound()
      if (draft.performedReference !== null) throw new Outcome('conflict', draft.performedReference)
      return underIn(web, tx, register, action, draft, null)
    }
    const held = await findHeld(tx, register, visit.params.reference ?? '')
    if (!held || !findAction(register, action)) throw notFound()
    guard(register, action, held, { actor: visit.actor, now: now(), today: today(), calendars: web.engine.calendars })
    const draft = await draftFor(tx, register.record.key, held.row.id, action, held.row.version)
    return underIn(web, tx, register, action, draft, held)
  })

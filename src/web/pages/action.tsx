import type { Problem } from '../../declare/input.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { newDraft, rebaseDraft, saveDraft } from '../../engine/drafts/drafts.ts'
import { newSharedDraft } from '../../engine/drafts/shared.ts'
import { Outcome } from '../../engine/outcome.ts'
import { perform, rehearse, type Wanted } from '../../engine/store/perform.ts'
import { findAction, guard } from '../../engine/store/step.ts'
import { within } from '../../engine/store/transaction.ts'
import { now, today } from '../../kit/clock.ts'
import { Button, Form } from '../components/index.ts'
import { type AskedPage, askedPages, hasCheckPage, problemsOf, typedOn } from '../forms/asked.ts'
import { openDeed } from '../forms/openDeed.ts'
import type { Under } from '../forms/under.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { conflictPage } from './conflict.tsx'
import { Unfinished } from './longFormLists.tsx'
import { type Beside, checkPage, type PutRight, questionPage } from './question.tsx'

const wantedOf = (under: Under): Wanted => ({
  register: under.register,
  action: under.action,
  typed: Object.assign({}, ...under.pages.map(page => typedOn(page, under.typed))),
  draftId: under.draft.id,
  ...(under.held
    ? { reference: under.held.row.reference, version: under.draft.baseVersion ?? under.held.row.version }
    : {}),
})

/** Carries the deed out and goes to the record; a wrong answer comes back on its page, somebody else's change as a comparison. */
const carryOut = async (
  web: Web,
  visit: Visit,
  under: Under,
  wrong: (problems: readonly Problem[]) => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    const done = await perform(web.engine, visit.actor, wantedOf(under))
    return { redirect: `/${pathOf(under.register)}/${done.reference}?done=${under.action}` }
  } catch (error) {
    if (!(error instanceof Outcome)) throw error
    if (error.kind === 'invalid') return wrong(error.problems)
    if (error.kind === 'conflict' && under.held) return conflictPage(web, visit, under, error)
    throw error
  }
}

/** Answered before: a draft carried out twice leads to the record it made. */
const orRecord = async (register: Register, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work()
  } catch (error) {
    if (
      error instanceof Outcome &&
      error.kind === 'conflict' &&
      error.possible.length === 0 &&
      /^[A-Z0-9]+-\d\d-\d+$/.test(error.message)
    )
      return { redirect: `/${pathOf(register)}/${error.message}` }
    throw error
  }
}

const asksNothing = (register: Register, action: string): boolean =>
  action !== 'start' && findAction(register, action) !== undefined && askedPages(register, action).length === 0

const pageNumber = (visit: Visit, under: Under): number =>
  Math.min(under.pages.length, Math.max(1, Number.parseInt(visit.params.page ?? '1', 10) || 1)) - 1

/** GET of a question page or of the check page. */
export const showAction =
  (register: Register, fixed?: string, beside?: Beside, putRight?: PutRight): Handler =>
  (web, visit) =>
    orRecord(register, async () => {
      const action = fixed ?? visit.params.action ?? ''
      // A deed that asks nothing is a button of the record and has no page; its address is met after signing in again.
      if (asksNothing(register, action)) return { redirect: `/${pathOf(register)}/${visit.params.reference ?? ''}` }
      const under = await openDeed(web, visit, register, action)
      if (visit.params.page === 'check' && hasCheckPage(register, action))
        return checkPage(web, visit, under, await rehearse(web.engine, visit.actor, wantedOf(under)), {
          putRight,
        })
      return questionPage(web, visit, under, pageNumber(visit, under), [], { beside })
    })

/** POST of a question page: keeps everything typed first, then says what is wrong with it. */
export const postAction =
  (register: Register, fixed?: string, beside?: Beside, putRight?: PutRight): Handler =>
  (web, visit) =>
    orRecord(register, async () => {
      const action = fixed ?? visit.params.action ?? ''
      if (asksNothing(register, action)) return immediate(web, visit, register, action)
      const opened = await openDeed(web, visit, register, action)
      if (visit.params.page === 'check')
        return carryOut(web, visit, opened, problems => checkPage(web, visit, opened, problems, { putRight }))
      const at = pageNumber(visit, opened)
      const page = opened.pages[at] as AskedPage
      const typed = typedOn(page, visit.typed)
      const draft = await within(web.engine, visit.actor, tx => saveDraft(tx, opened.draft.id, typed))
      const under = { ...opened, draft, typed: { ...opened.typed, ...typed } }
      if (visit.typed._save === 'later') return { redirect: '/my-work' }
      const problems = problemsOf(page, under.typed, under.context)
      if (problems.length > 0) return questionPage(web, visit, under, at, problems, { beside, putRight })
      if (!hasCheckPage(register, action))
        return carryOut(web, visit, under, found => questionPage(web, visit, under, at, found, { beside, putRight }))
      return { redirect: at + 1 < under.pages.length ? `${under.path}/${at + 2}` : `${under.path}/check` }
    })

/** A deed that asks nothing, pressed on the record's page. */
const immediate = async (web: Web, visit: Visit, register: Register, action: string): Promise<Answer> => {
  const version = Number(visit.typed._version)
  const done = await perform(web.engine, visit.actor, {
    register,
    action,
    reference: visit.params.reference ?? '',
    typed: {},
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
  })
  return { redirect: `/${pathOf(register)}/${done.reference}?done=${action}` }
}

/** @throws Outcome forbidden for whoever may not begin a record of this register */
export const mayBegin = (web: Web, visit: Visit, register: Register): void =>
  guard(register, 'start', null, { actor: visit.actor, now: now(), today: today(), calendars: web.engine.calendars })

/** Begins a draft of a new record and goes to its first page. */
export const beginStart =
  (register: Register): Handler =>
  async (web, visit) => {
    mayBegin(web, visit, register)
    const { form } = register.pathway.start
    const begin = form ? newSharedDraft : newDraft
    const id = await within(web.engine, visit.actor, tx => begin(tx, register.record.key))
    return { redirect: `/${pathOf(register)}/start/${id}${form ? '' : '/1'}` }
  }

/** The page before a new record: what is asked, and the button that begins. */
export const startPage =
  (register: Register): Handler =>
  async (web, visit) => {
    const { start } = register.pathway
    mayBegin(web, visit, register)
    return {
      page: frame(web, visit, {
        title: start.label,
        section: register.record.plural,
        back: { href: `/${pathOf(register)}` },
        children: (
          <>
            <h1 class="govuk-heading-l">{start.label}</h1>
            {start.hint && <p class="govuk-body">{start.hint}</p>}
            <p class="govuk-body">You will be asked about:</p>
            <ol class="govuk-list govuk-list--number">
              {(start.form?.tasks ?? askedPages(register, 'start')).map(({ title }) => (
                <li>{title}</li>
              ))}
            </ol>
            <p class="govuk-body">What you type is saved as you go. You can stop and come back from My work.</p>
            <Form action={`/${pathOf(register)}/start`} csrf={visit.csrf}>
              <Button preventDoubleClick={true}>Start now</Button>
            </Form>
            {start.form && (await Unfinished(web, visit, register))}
          </>
        ),
      }),
    }
  }

/** After reading both texts: the draft goes on from the newer version. */
export const rebase =
  (register: Register): Handler =>
  async (web, visit) => {
    const action = visit.params.action ?? ''
    const under = await openDeed(web, visit, register, action)
    const version = under.held?.row.version
    if (version !== undefined) await within(web.engine, visit.actor, tx => rebaseDraft(tx, under.draft.id, version))
    return { redirect: hasCheckPage(register, action) ? `${under.path}/check` : `${under.path}/1` }
  }

import type { Problem, Typed } from '../../declare/input.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { type Draft, draftFor, findDraft, newDraft, rebaseDraft, saveDraft } from '../../engine/drafts/drafts.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { directoryFor, fieldContext } from '../../engine/people/directory.ts'
import { hiddenFields } from '../../engine/store/columns.ts'
import { perform, rehearse, type Wanted } from '../../engine/store/perform.ts'
import { findHeld } from '../../engine/store/rows.ts'
import { actionOf, eventDayOf, findAction, guard, type Held } from '../../engine/store/step.ts'
import { type Tx, within } from '../../engine/store/transaction.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { kindOf, show, typedOf } from '../../fields/kinds.ts'
import { now, today } from '../../kit/clock.ts'
import type { Content } from '../components/common.ts'
import { Button, ButtonGroup, Details, Form, Question, SummaryList } from '../components/index.ts'
import {
  type AskedPage,
  askedPages,
  deedPath,
  hasCheckPage,
  pageOfProblem,
  problemsOf,
  specsOf,
  typedOn,
} from '../forms/asked.ts'
import type { Under } from '../forms/under.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { conflictPage } from './conflict.tsx'
import { Answers, LineGroups } from './record.tsx'

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
const open = (web: Web, visit: Visit, register: Register, action: string): Promise<Under> =>
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

const titleOf = (under: Under, page: AskedPage): string =>
  under.pages.length === 1 ? actionOf(under.register, under.action).label : page.title

/** What a register's own page shows beside the questions of a deed. */
export type Beside = (web: Web, visit: Visit, under: Under, page: number) => Promise<Content>

/** Where a problem is put right that is with no question of the deed; nothing where that is nowhere in particular. */
export type PutRight = (under: Under, problem: Problem) => string | undefined

/** What a register's own page adds to those of a deed. */
interface Own {
  readonly beside?: Beside | undefined
  readonly putRight?: PutRight | undefined
}

/** What is known so far, folded away, so that nobody decides without looking. */
const KnownSoFar = ({ under, role }: { under: Under; role: string }) => {
  const { register, held, context } = under
  if (!held) return null
  const hidden = hiddenFields(register, role)
  const row = Object.fromEntries(Object.entries(held.row).filter(([name]) => !hidden.has(name))) as AnyRow
  return (
    <Details summary="What is on the record so far">
      <Answers register={register} row={row} context={context} />
      <LineGroups register={register} lines={held.lines} hidden={hidden} context={context} />
    </Details>
  )
}

const questionPage = async (
  web: Web,
  visit: Visit,
  under: Under,
  at: number,
  problems: readonly Problem[],
  { beside, putRight }: Own,
): Promise<Answer> => {
  const page = under.pages[at] as AskedPage
  const specs = specsOf(page, under.typed, under.context)
  const deed = actionOf(under.register, under.action)
  const last = at === under.pages.length - 1
  const one = !hasCheckPage(under.register, under.action)
  const back =
    at > 0
      ? `${under.path}/${at}`
      : under.held
        ? `/${pathOf(under.register)}/${under.held.row.reference}`
        : `/${pathOf(under.register)}/start`
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: titleOf(under, page),
      section: under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label,
      problems,
      questions: specs,
      ...(putRight ? { problemHref: problem => putRight(under, problem) } : {}),
      back: { href: back },
      ...(under.held ? { reference: under.held.row.reference } : {}),
      children: (
        <>
          <span class="govuk-caption-l">
            {under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label}
            {under.pages.length > 1 && `: step ${at + 1} of ${under.pages.length}`}
          </span>
          <h1 class="govuk-heading-l">{titleOf(under, page)}</h1>
          {(page.hint ?? deed.hint) && <p class="govuk-body">{page.hint ?? deed.hint}</p>}
          {beside && (await beside(web, visit, under, at))}
          <KnownSoFar under={under} role={visit.actor.role} />
          <Form
            action={`${under.path}/${at + 1}`}
            csrf={visit.csrf}
            autosave={`/drafts/${under.draft.id}`}
            version={under.draft.revision}
          >
            {specs.map(spec => (
              <Question spec={spec} problems={problems} />
            ))}
            <ButtonGroup>
              <Button preventDoubleClick={true}>
                {one ? deed.label : last ? 'Continue to check your answers' : 'Continue'}
              </Button>
              <Button kind="secondary" name="_save" value="later">
                Save and come back later
              </Button>
            </ButtonGroup>
          </Form>
        </>
      ),
    }),
  }
}

/** All answers on one page, each with the way to change it; everything wrong is said before the button is pressed. */
const checkPage = (web: Web, visit: Visit, under: Under, problems: readonly Problem[], { putRight }: Own): Answer => {
  const deed = actionOf(under.register, under.action)
  const pageFor = (problem: Problem) =>
    putRight?.(under, problem) ?? `${under.path}/${pageOfProblem(under.pages, problem.field) + 1}#${problem.field}`
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Check your answers',
      section: under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label,
      problems,
      problemHref: pageFor,
      back: { href: `${under.path}/${under.pages.length}` },
      children: (
        <>
          <h1 class="govuk-heading-l">Check your answers</h1>
          {under.pages.map((page, at) => (
            <SummaryList
              card={{ title: page.title, actions: [{ href: `${under.path}/${at + 1}`, text: 'Change' }] }}
              rows={Object.entries(page.fields).map(([name, field]) => ({
                key: field.label ?? field.question,
                value: typedWords(under, name),
              }))}
            />
          ))}
          <Form action={`${under.path}/check`} csrf={visit.csrf}>
            <Button preventDoubleClick={true}>{deed.label}</Button>
          </Form>
        </>
      ),
    }),
  }
}

/** What was typed, as it will be understood; where it cannot be, the text itself. */
const typedWords = (under: Under, name: string): string => {
  const field = under.pages.map(page => page.fields[name]).find(found => found !== undefined)
  if (!field) return ''
  const parsed = kindOf(field).parse(field, under.typed, name, under.context)
  if (parsed.ok) return parsed.value === null ? 'Not given' : show(field, parsed.value, under.context)
  const typed = Object.entries(under.typed).filter(([key]) => key === name || key.startsWith(`${name}-`))
  return (
    typed
      .map(([, value]) => String(value))
      .join(' ')
      .trim() || 'Not given'
  )
}

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
      const under = await open(web, visit, register, action)
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
      const opened = await open(web, visit, register, action)
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

/** Begins a draft of a new record and goes to its first page. */
export const beginStart =
  (register: Register): Handler =>
  async (web, visit) => {
    guard(register, 'start', null, { actor: visit.actor, now: now(), today: today(), calendars: web.engine.calendars })
    const id = await within(web.engine, visit.actor, tx => newDraft(tx, register.record.key))
    return { redirect: `/${pathOf(register)}/start/${id}/1` }
  }

/** The page before a new record: what is asked, and the button that begins. */
export const startPage =
  (register: Register): Handler =>
  async (web, visit) => {
    const { start } = register.pathway
    guard(register, 'start', null, { actor: visit.actor, now: now(), today: today(), calendars: web.engine.calendars })
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
              {askedPages(register, 'start').map(page => (
                <li>{page.title}</li>
              ))}
            </ol>
            <p class="govuk-body">What you type is saved as you go. You can stop and come back from My work.</p>
            <Form action={`/${pathOf(register)}/start`} csrf={visit.csrf}>
              <Button preventDoubleClick={true}>Start now</Button>
            </Form>
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
    const under = await open(web, visit, register, action)
    const version = under.held?.row.version
    if (version !== undefined) await within(web.engine, visit.actor, tx => rebaseDraft(tx, under.draft.id, version))
    return { redirect: hasCheckPage(register, action) ? `${under.path}/check` : `${under.path}/1` }
  }

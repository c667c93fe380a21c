import type { Problem, Typed } from '../../declare/input.ts'
import type { FormTask } from '../../declare/pathway.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { addEntry, earlierTexts, type SharedDraft, saveShared } from '../../engine/drafts/shared.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { performForm, rehearseForm } from '../../engine/store/longForm.ts'
import { within } from '../../engine/store/transaction.ts'
import { formatInstant } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import type { Content } from '../components/common.ts'
import { Button, ButtonGroup, Form, Question, Radios, SaveButtons, TaskList } from '../components/index.ts'
import { type AskedPage, specsOf, typedOn } from '../forms/asked.ts'
import {
  clashesOn,
  finishedKey,
  formWith,
  invalidOn,
  type OpenForm,
  type OpenTask,
  openForm,
} from '../forms/longForm.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { AlsoHere, choose, clashPage, Earlier, statusWords } from './longFormParts.tsx'

/** Sent before: the draft leads to the record it became. */
export const orSent = async (register: Register, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Outcome && error.kind === 'conflict' && /^[A-Z0-9]+-\d\d-\d+$/.test(error.message))
      return { redirect: `/${pathOf(register)}/${error.message}` }
    throw error
  }
}

const wantedOf = ({ register, draft }: OpenForm) => ({ register, typed: draft.typed, draftId: draft.id })

/** All parts of the form, each with how far it is, in any order. */
export const taskListPage =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const missing = await rehearseForm(web.engine, visit.actor, wantedOf(form))
      const { start } = register.pathway
      return {
        page: frame(web, visit, {
          title: start.form?.title ?? start.label,
          section: register.record.plural,
          back: { href: `/${pathOf(register)}/start`, text: start.label },
          children: (
            <>
              <h1 class="govuk-heading-l">{start.form?.title ?? start.label}</h1>
              <AlsoHere form={form} />
              <p class="govuk-body">
                Last saved {formatInstant(form.draft.savedAt)}. Do the parts in any order. You and your colleagues can
                stop and come back.
              </p>
              <TaskList
                items={[
                  ...form.tasks.map(task => ({
                    title: task.task.title,
                    href: task.path,
                    ...(task.task.hint === undefined ? {} : { hint: task.task.hint }),
                    status: statusWords[task.status],
                  })),
                  ...(register.files
                    ? [
                        {
                          title: 'Files',
                          href: `${form.path}/files`,
                          hint: 'Letters, notes, photos',
                          status: form.files === 0 ? statusWords.notStarted : plural(form.files, 'file'),
                        },
                      ]
                    : []),
                  {
                    title: 'Check and send',
                    href: `${form.path}/check`,
                    status: missing.length === 0 ? 'Ready' : `${plural(missing.length, 'answer')} missing or wrong`,
                  },
                ]}
              />
              <ButtonGroup>
                <Button href={`${form.path}/hand-over`} kind="secondary">
                  Hand over to a colleague
                </Button>
                <a class="govuk-link" href={`/drafts/${form.draft.id}/delete`}>
                  Delete this draft
                </a>
              </ButtonGroup>
            </>
          ),
        }),
      }
    })

/** A page of questions within the form: where it stands, and where one goes from it. */
export interface Place {
  readonly task: OpenTask
  readonly page: AskedPage
  readonly path: string
  readonly back: string
  readonly next: string
  /** The last page of its task asks whether the task is finished. */
  readonly last: boolean
}

/** The question page of the address: of the start, or of an entry of a list. */
export const placeOf = (form: OpenForm, params: Visit['params']): Place => {
  const wanted = params.entry === undefined ? inTasks(form, params) : inEntry(form, params)
  if (!wanted) throw notFound()
  return wanted
}

const inTasks = (form: OpenForm, { page: number }: Visit['params']): Place | undefined => {
  for (const task of form.tasks)
    for (const [at, { page, path }] of task.pages.entries())
      if (path === `${form.path}/${number}`) {
        const after = task.pages[at + 1]?.path ?? task.list?.path
        return {
          task,
          page,
          path,
          back: task.pages[at - 1]?.path ?? form.path,
          next: after ?? form.path,
          last: after === undefined,
        }
      }
  return undefined
}

const inEntry = (form: OpenForm, { task: number, entry: id, page: at }: Visit['params']): Place | undefined => {
  const task = form.tasks.find(one => String(one.number) === number)
  const entry = task?.list?.entries.find(one => one.id === id)
  const index = Number(at) - 1
  const page = entry?.pages[index]
  if (!task?.list || !entry || !page) return undefined
  const path = (n: number) => `${entry.path}/${n}`
  return {
    task,
    page,
    path: path(index + 1),
    back: index > 0 ? path(index) : task.list.path,
    next: index + 1 < entry.pages.length ? path(index + 2) : task.list.path,
    last: false,
  }
}

/** "Have you finished this part?": nothing is chosen beforehand, and no answer leaves it as it is. */
export const Finished = () => (
  <Radios
    name="_done"
    legend="Have you finished this part?"
    inline={true}
    items={[
      { value: 'yes', label: 'Yes' },
      { value: 'later', label: 'No, I will come back later' },
    ]}
  />
)

const titleOf = ({ page, task }: Place): string => page.title || task.task.title

/** A question page; `problems` says what is wrong with what was typed, and nothing of what is missing. */
export const longFormPage = async (
  web: Web,
  visit: Visit,
  form: OpenForm,
  place: Place,
  problems: readonly Problem[],
  above?: Content,
): Promise<Answer> => {
  const { page } = place
  const specs = specsOf(page, form.typed, form.context)
  const texts = await within(web.engine, visit.actor, tx => earlierTexts(tx, form.draft.id))
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: titleOf(place),
      section: form.register.pathway.start.label,
      problems,
      questions: specs,
      back: { href: place.back },
      children: (
        <>
          <span class="govuk-caption-l">{place.task.task.title}</span>
          <h1 class="govuk-heading-l">{titleOf(place)}</h1>
          {page.hint && <p class="govuk-body">{page.hint}</p>}
          {above}
          <AlsoHere form={form} />
          <Form
            action={place.path}
            csrf={visit.csrf}
            autosave={`/drafts/${form.draft.id}`}
            version={form.draft.revision}
          >
            {specs.map(spec => (
              <Question spec={spec} problems={problems} />
            ))}
            {place.last && <Finished />}
            <SaveButtons>Save and continue</SaveButtons>
          </Form>
          <Earlier page={page} texts={texts} />
        </>
      ),
    }),
  }
}

export const showLongForm =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const place = placeOf(form, visit.params)
      const clashes = clashesOn(place.page, form.draft.clashes)
      return clashes.length > 0
        ? clashPage(web, visit, form, place.page, place.path, clashes)
        : longFormPage(web, visit, form, place, [])
    })

/** The word of the person that a part is finished, where they gave it. */
const finishedIn = ({ task, last }: Place, { typed }: Visit): Typed =>
  last && (typed._done === 'yes' || typed._done === 'later') ? { [finishedKey(task.number)]: typed._done } : {}

/** Keeps what was typed on the page of the address, against the revision that the page showed. */
export const keepLongForm = (web: Web, visit: Visit, form: OpenForm, place: Place): Promise<SharedDraft> => {
  const typed = { ...typedOn(place.page, visit.typed), ...finishedIn(place, visit) }
  const since = Number(visit.typed._version) || 0
  return within(web.engine, visit.actor, tx => saveShared(tx, form.draft.id, typed, since))
}

/** What follows when a page was saved: the choice between two texts, what is wrong, or the next page. */
export const afterSaving = async (
  web: Web,
  visit: Visit,
  form: OpenForm,
  draft: SharedDraft,
  more: (form: OpenForm) => readonly Problem[] = () => [],
  above?: Content,
): Promise<Answer> => {
  const saved = formWith(form.register, draft, form.context, form)
  const place = placeOf(saved, visit.params)
  const clashes = clashesOn(place.page, draft.clashes)
  if (clashes.length > 0) return clashPage(web, visit, saved, place.page, place.path, clashes)
  if (visit.typed._save === 'later') return { redirect: '/my-work' }
  const problems = [...invalidOn(place.page, saved.typed, saved.context), ...more(saved)]
  return problems.length > 0 ? longFormPage(web, visit, saved, place, problems, above) : { redirect: place.next }
}

export const postLongForm =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const place = placeOf(form, visit.params)
      if (visit.typed._choose !== undefined) {
        const clashes = clashesOn(place.page, form.draft.clashes)
        const left = clashesOn(place.page, (await choose(web, visit, form, clashes)).clashes)
        return left.length > 0 ? clashPage(web, visit, form, place.page, place.path, left) : { redirect: place.path }
      }
      return afterSaving(web, visit, form, await keepLongForm(web, visit, form, place))
    })

/** Keeps a form that arrives after the session ended; nothing is shown. */
export const keepPosted =
  (register: Register) =>
  async (web: Web, visit: Visit): Promise<void> => {
    const form = await openForm(web, visit, register)
    await keepLongForm(web, visit, form, placeOf(form, visit.params))
  }

/** Begins an entry of a list and goes to its first page. */
export const addToList =
  (register: Register): Handler =>
  (web, visit) =>
    orSent(register, async () => {
      const form = await openForm(web, visit, register)
      const task = form.tasks.find(one => String(one.number) === visit.params.task)
      if (!task?.list) throw notFound()
      const { list } = task
      if (visit.typed._add !== undefined) {
        const entry = await within(web.engine, visit.actor, tx => addEntry(tx, form.draft.id, list.group))
        return { redirect: `${list.path}/${entry}/1` }
      }
      const { _done: done } = visit.typed
      if (done === 'yes' || done === 'later')
        await within(web.engine, visit.actor, tx =>
          saveShared(tx, form.draft.id, { [finishedKey(task.number)]: done }, form.draft.revision),
        )
      return { redirect: form.path }
    })

/** Sends the form; what is missing comes back on the page that checks it. */
export const sendForm = async (web: Web, visit: Visit, form: OpenForm): Promise<Answer | readonly Problem[]> => {
  try {
    const done = await performForm(web.engine, visit.actor, wantedOf(form))
    const { sends } = form.register.pathway.start.form as {
      readonly tasks: readonly FormTask[]
      readonly sends: string
    }
    return { redirect: `/${pathOf(form.register)}/${done.reference}?done=${sends}` }
  } catch (error) {
    if (error instanceof Outcome && error.kind === 'invalid') return error.problems
    throw error
  }
}

export const rehearse = (web: Web, visit: Visit, form: OpenForm): Promise<readonly Problem[]> =>
  rehearseForm(web.engine, visit.actor, wantedOf(form))

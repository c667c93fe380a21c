import type { Field, Fields } from '../../declare/field.ts'
import type { Problem, Typed } from '../../declare/input.ts'
import type { FormTask } from '../../declare/pathway.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { type Clash, findShared, type SharedDraft, visitDraft } from '../../engine/drafts/shared.ts'
import { filesOfDraft } from '../../engine/files/stored.ts'
import { notFound, Outcome } from '../../engine/outcome.ts'
import { directoryFor, fieldContext } from '../../engine/people/directory.ts'
import { entriesIn, formOf, groupOf, prefixOf } from '../../engine/store/longForm.ts'
import { controlOf } from '../../engine/store/perform.ts'
import { guard } from '../../engine/store/step.ts'
import { within } from '../../engine/store/transaction.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { parseAnswers } from '../../fields/kinds.ts'
import { now, today } from '../../kit/clock.ts'
import type { Visit, Web } from '../web.ts'
import { type AskedPage, askedPages, inPages, typedOn } from './asked.ts'

/** One entry of a list: its pages, and the words by which it is known. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly pages: readonly AskedPage[]
  readonly path: string
}

/** A list of a long form, such as its children. */
export interface EntryList {
  /** Name of the group, under which its entries stand in the draft. */
  readonly group: string
  /** "child", as in "Add another child". */
  readonly one: string
  /** "Add a child". */
  readonly addLabel: string
  readonly path: string
  readonly entries: readonly Entry[]
}

/** One task with what is typed in it. */
export interface OpenTask {
  readonly task: FormTask
  /** Counted from 1, as in its address. */
  readonly number: number
  readonly pages: readonly { readonly page: AskedPage; readonly path: string }[]
  readonly list: EntryList | null
  readonly status: 'notStarted' | 'inProgress' | 'completed'
  /** Where it begins. */
  readonly path: string
}

/** A long form under way, as one of those who share it has it before them. */
export interface OpenForm {
  readonly register: Register
  readonly draft: SharedDraft
  readonly typed: Typed
  readonly context: FieldContext
  readonly path: string
  readonly tasks: readonly OpenTask[]
  /** How many files were added to it. */
  readonly files: number
  /** Colleagues who have it open now. */
  readonly alsoHere: readonly string[]
}

const withPrefix = (fields: Fields, prefix: string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${prefix}${name}`, field]))

const filled = (value: Typed[string]): boolean =>
  typeof value === 'string' ? value.trim() !== '' : (value?.length ?? 0) > 0

const entryName = (register: Register, group: string, entry: string, typed: Typed, at: number): string => {
  const lines = register.record.lines[group]
  const words = (lines?.about ?? [])
    .map(name => typed[`${prefixOf(group, entry)}${name}`])
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
  return words.length > 0 ? words.join(' ') : `${lines?.one ?? 'entry'} ${at + 1}`
}

const listOf = (register: Register, base: string, task: FormTask, number: number, typed: Typed): EntryList | null => {
  if (task.adds === undefined) return null
  const group = groupOf(register, task.adds)
  const lines = register.record.lines[group]
  const path = `${base}/list/${number}`
  return {
    group,
    one: lines?.one ?? group,
    addLabel: register.pathway.actions[task.adds]?.label ?? 'Add',
    path,
    entries: entriesIn(typed, group).map((id, at) => ({
      id,
      name: entryName(register, group, id, typed, at),
      path: `${path}/${id}`,
      pages: inPages(task.title, withPrefix(lines?.fields ?? {}, prefixOf(group, id))),
    })),
  }
}

/** Under which a person's word that a task is finished is kept in the draft. */
export const finishedKey = (number: number): string => `task.${number}`

const taskOf = (register: Register, base: string, task: FormTask, at: number, typed: Typed): OpenTask => {
  const all = askedPages(register, 'start')
  const pages = (task.pages ?? []).flatMap(title => {
    const index = all.findIndex(page => page.title === title)
    const page = all[index]
    return page ? [{ page, path: `${base}/${index + 1}` }] : []
  })
  const number = at + 1
  const list = listOf(register, base, task, number, typed)
  const controls = pages.flatMap(({ page }) => Object.keys(typedOn(page, {})))
  const begun = controls.some(name => filled(typed[name])) || (list?.entries.length ?? 0) > 0
  const path = pages[0]?.path ?? list?.path ?? base
  const finished = typed[finishedKey(number)] === 'yes'
  return { task, number, pages, list, path, status: finished ? 'completed' : begun ? 'inProgress' : 'notStarted' }
}

/**
 * Opens a long form by the draft in the address.
 * @throws Outcome notFound where it is not of the person's place; conflict with its reference where it was sent
 */
export const openForm = (web: Web, visit: Visit, register: Register): Promise<OpenForm> =>
  within(web.engine, visit.actor, async tx => {
    guard(register, 'start', null, { actor: visit.actor, now: now(), today: today(), calendars: web.engine.calendars })
    const draft = await findShared(tx, visit.params.draft ?? '')
    if (!draft || draft.register !== register.record.key) throw notFound()
    if (draft.performedReference !== null) throw new Outcome('conflict', draft.performedReference)
    const alsoHere = await visitDraft(tx, draft.id)
    const lines = Object.values(register.record.lines).map(({ fields }) => fields)
    const directory = await directoryFor(
      tx,
      web.engine,
      Object.assign({}, register.record.fields, ...lines),
      [],
      [draft.typed],
    )
    const files = register.files ? (await filesOfDraft(tx, draft.id)).length : 0
    return formWith(register, draft, fieldContext(directory, today()), { alsoHere, files })
  })

/** The form as it stands with the draft. */
export const formWith = (
  register: Register,
  draft: SharedDraft,
  context: FieldContext,
  { alsoHere, files }: Pick<OpenForm, 'alsoHere' | 'files'>,
): OpenForm => {
  const path = `/${pathOf(register)}/start/${draft.id}`
  const { typed } = draft
  const tasks = formOf(register).tasks.map((task, at) => taskOf(register, path, task, at, typed))
  return { register, draft, typed, context, path, tasks, alsoHere, files }
}

/** What is wrong with what was typed on a page, where something was: nothing but sending demands an answer. */
export const invalidOn = (page: AskedPage, typed: Typed, context: FieldContext): readonly Problem[] => {
  const freed = Object.fromEntries(
    Object.entries(page.fields).map(([name, field]): [string, Field] => [name, { ...field, required: false }]),
  )
  return parseAnswers(freed, Object.keys(freed), typed, context).problems
}

export const clashesOn = (page: AskedPage, clashes: readonly Clash[]): readonly Clash[] =>
  clashes.filter(({ name }) => page.fields[controlOf(name)] !== undefined)

/** Where a control of the form stands. */
export const pathOfControl = ({ tasks, path }: OpenForm, control: string): string => {
  const name = controlOf(control)
  for (const { pages, list } of tasks) {
    for (const { page, path: at } of pages) if (page.fields[name] !== undefined) return `${at}#${control}`
    if (list?.group === name) return list.path
    for (const entry of list?.entries ?? []) {
      const at = entry.pages.findIndex(page => page.fields[name] !== undefined)
      if (at >= 0) return `${entry.path}/${at + 1}#${control}`
    }
  }
  return path
}

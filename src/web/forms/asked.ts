import type { Field, Fields } from '../../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../../declare/input.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { actionOf } from '../../engine/store/step.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { inputOf, parseAnswers } from '../../fields/kinds.ts'

/** One page of questions of a deed. */
export interface AskedPage {
  readonly title: string
  readonly hint?: string
  readonly fields: Fields
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map(name => [name, fields[name] as Field]))

/** A page asks at most five questions; the questions of a longer line go over as many pages as that takes. */
const mostQuestions = 5

export const inPages = (title: string, fields: Fields): readonly AskedPage[] => {
  const names = Object.keys(fields)
  const pages = Math.ceil(names.length / mostQuestions)
  const size = Math.ceil(names.length / pages)
  return Array.from({ length: pages }, (_, at) => ({
    title,
    fields: pick(fields, names.slice(at * size, (at + 1) * size)),
  }))
}

/** The question pages of a deed: those it asks, then those of the line it adds. */
export const askedPages = (register: Register, action: string): readonly AskedPage[] => {
  const deed = actionOf(register, action)
  const group = deed.adds ? register.record.lines[deed.adds] : undefined
  return [
    ...(deed.asks ?? []).map(page => ({
      title: page.title,
      ...(page.hint === undefined ? {} : { hint: page.hint }),
      fields: pick(register.record.fields, page.fields),
    })),
    ...(group ? inPages(deed.label, group.fields) : []),
  ]
}

/** A deed of several pages ends in "check your answers"; one page is its own check. */
export const hasCheckPage = (register: Register, action: string): boolean => askedPages(register, action).length > 1

export const specsOf = (page: AskedPage, typed: Typed, context: FieldContext): readonly InputSpec[] =>
  Object.entries(page.fields).map(([name, field]) => inputOf(field, name, typed, context))

export const problemsOf = (page: AskedPage, typed: Typed, context: FieldContext): readonly Problem[] =>
  parseAnswers(page.fields, Object.keys(page.fields), typed, context).problems

/** Form controls of a field; what a browser leaves out of a post (an unticked box) was answered with nothing. */
const controls = (name: string, field: Field): readonly string[] =>
  field.kind === 'date' || field.kind === 'moment'
    ? [...['day', 'month', 'year'].map(part => `${name}-${part}`), ...(field.kind === 'moment' ? [`${name}-time`] : [])]
    : [name]

/** What was typed on a page: its own controls only, empty where the browser sent none. */
export const typedOn = (page: AskedPage, posted: Typed): Typed =>
  Object.fromEntries(
    Object.entries(page.fields).flatMap(([name, field]) =>
      controls(name, field).map(control => [control, posted[control] ?? '']),
    ),
  )

/** The page that holds the control a problem belongs to. */
export const pageOfProblem = (pages: readonly AskedPage[], field: string): number => {
  const name = field.replace(/-(day|month|year|time)$/, '')
  return Math.max(
    0,
    pages.findIndex(page => page.fields[name] !== undefined),
  )
}

export const deedPath = (
  register: Register,
  reference: string | null,
  action: string,
  draftId: string | null,
): string =>
  reference === null ? `/${pathOf(register)}/start/${draftId ?? ''}` : `/${pathOf(register)}/${reference}/${action}`

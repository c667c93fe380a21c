import type { Field, Fields } from '../../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../../declare/input.ts'
import type { QuestionSet } from '../../declare/questionSet.ts'
import type { EngineColumns } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { clearTyped, draftFor, moveDrafts, saveDraft } from '../../engine/drafts/drafts.ts'
import { Outcome } from '../../engine/outcome.ts'
import { perform, rehearse } from '../../engine/store/perform.ts'
import { within } from '../../engine/store/transaction.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { inputOf, parseAnswers, typedOf } from '../../fields/kinds.ts'
import type { Answer, Visit, Web } from '../web.ts'

/**
 * A form for one question of a set, which adds one line. All questions share the draft of the deed: its names carry the code, as
 * in `evidence-4`, so that what is typed for one never covers what is typed for another.
 */
export interface LineForm {
  readonly register: Register
  readonly action: string
  /** The field of the line that says which question. */
  readonly key: string
  readonly fields: Fields
  /** Answers of the line that the page itself gives. */
  readonly given?: Typed
}

/** The record the lines belong to, and the questions as they were asked. */
export interface Asked {
  readonly row: Pick<EngineColumns, 'id' | 'version' | 'reference'>
  readonly set: Pick<QuestionSet, 'questions'>
}

/** What is typed in the form of one question, with the draft it is kept in. */
export interface Filled {
  readonly typed: Typed
  readonly draftId: string
}

const parts = (field: Field): readonly string[] => (field.kind === 'date' ? ['-day', '-month', '-year'] : [''])

/** Each control of the form of one question, with the name the deed knows it by. */
const controls = ({ fields }: LineForm, code: string): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    parts(field).map(part => [`${name}-${code}${part}`, `${name}${part}`] as const),
  )

const coded = ({ fields }: LineForm, code: string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [`${name}-${code}`, field]))

const only = (names: readonly string[], typed: Typed): Typed =>
  Object.fromEntries(names.filter(name => typed[name] !== undefined).map(name => [name, typed[name]]))

const draftIn = (web: Web, visit: Visit, form: LineForm, { row }: Asked, typed?: Typed) =>
  within(web.engine, visit.actor, async tx => {
    const draft = await draftFor(tx, form.register.record.key, row.id, form.action, row.version)
    return typed === undefined ? draft : saveDraft(tx, draft.id, typed)
  })

/** What stands in the form: the draft, over the line that is stored. */
export const filled = async (
  web: Web,
  visit: Visit,
  form: LineForm,
  at: Asked,
  code: string,
  line: object | undefined,
  context: FieldContext,
): Promise<Filled> => {
  const draft = await draftIn(web, visit, form, at)
  const stored = Object.fromEntries(Object.entries(line ?? {}).map(([name, value]) => [`${name}-${code}`, value]))
  const names = controls(form, code).map(([name]) => name)
  return {
    typed: { ...typedOf(coded(form, code), stored, context), ...only(names, draft.typed) },
    draftId: draft.id,
  }
}

/** The questions for which something is typed and not yet saved. */
export const drafted = async (web: Web, visit: Visit, form: LineForm, at: Asked): Promise<ReadonlySet<string>> => {
  const { typed } = await draftIn(web, visit, form, at)
  const codes = at.set.questions.map(({ code }) => code)
  return new Set(codes.filter(code => controls(form, code).some(([name]) => typed[name] !== undefined)))
}

/** Keeps what was posted, valid or not. What a browser leaves out was answered with nothing. */
export const keep = async (web: Web, visit: Visit, form: LineForm, at: Asked, code: string): Promise<Filled> => {
  const posted = Object.fromEntries(controls(form, code).map(([name]) => [name, visit.typed[name] ?? '']))
  const draft = await draftIn(web, visit, form, at, posted)
  return { typed: posted, draftId: draft.id }
}

/** The questions as inputs. None is marked optional: what one needs depends on its rating. */
export const specsOf = (form: LineForm, code: string, typed: Typed, context: FieldContext): readonly InputSpec[] =>
  Object.entries(coded(form, code)).map(([name, field]) => {
    const { optional, ...spec } = inputOf(field, name, typed, context)
    return spec
  })

const bare = (field: string): string => field.replace(/-(day|month|year)$/, '')

/** A problem under the name of its control on this form; one with the question itself belongs to the first question. */
const onForm = (form: LineForm, code: string, problem: Problem): Problem => {
  const found = controls(form, code).find(([, name]) => name === problem.field)
  return { ...problem, field: found?.[0] ?? `${Object.keys(form.fields)[0]}-${code}` }
}

/**
 * Adds the line and empties its part of the draft.
 * @returns everything that is wrong, at once; nothing is stored then
 */
export const carryOut = async (
  web: Web,
  visit: Visit,
  form: LineForm,
  { row }: Asked,
  code: string,
  { typed, draftId }: Filled,
  context: FieldContext,
): Promise<readonly Problem[]> => {
  const fields = coded(form, code)
  const { problems: unread } = parseAnswers(fields, Object.keys(fields), typed, context)
  const wrong = new Set(unread.map(({ field }) => bare(field)))
  const plain = controls(form, code).map(([control, name]) => [name, wrong.has(bare(control)) ? '' : typed[control]])
  const wanted = {
    register: form.register,
    action: form.action,
    reference: row.reference,
    typed: { ...form.given, ...Object.fromEntries(plain), [form.key]: code },
  }
  const placed = (found: readonly Problem[]) => found.map(problem => onForm(form, code, problem))
  if (unread.length > 0) {
    // What could be read is checked too, so that nothing wrong is said only the next time.
    const further = placed(await rehearse(web.engine, visit.actor, wanted))
    return [...unread, ...further.filter(({ field }) => !wrong.has(bare(field)))]
  }
  try {
    const { version } = await perform(web.engine, visit.actor, { ...wanted, version: row.version })
    const names = controls(form, code).map(([name]) => name)
    await within(web.engine, visit.actor, async tx => {
      await clearTyped(tx, draftId, names)
      await moveDrafts(tx, form.register.record.key, row.id, version)
    })
    return []
  } catch (error) {
    if (error instanceof Outcome && error.kind === 'invalid') return placed(error.problems)
    throw error
  }
}

/**
 * Does the work anew where somebody changed another part of the record in the same moment: it reads again what stands there,
 * and tells the person if it is their own answer that changed.
 */
export const anew = async (form: Pick<LineForm, 'action'>, work: () => Promise<Answer>, tries = 3): Promise<Answer> => {
  try {
    return await work()
  } catch (error) {
    const onlyChanged =
      error instanceof Outcome && error.kind === 'conflict' && error.possible.some(one => one.action === form.action)
    if (!onlyChanged || tries === 1) throw error
    return anew(form, work, tries - 1)
  }
}

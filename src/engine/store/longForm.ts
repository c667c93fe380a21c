import type { Problem, Typed } from '../../declare/input.ts'
import type { LongForm } from '../../declare/pathway.ts'
import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { invalid, Outcome } from '../outcome.ts'
import {
  alreadyDone,
  answersOf,
  carryOut,
  type Done,
  filesWith,
  lookFor,
  noted,
  remember,
  repeated,
  secondOne,
} from './perform.ts'
import { actionOf, askedFields, type Given, guard, type Held, step } from './step.ts'
import { type Tx, within } from './transaction.ts'

/** A long form that somebody wants sent, with everything typed in it: `children.1.givenName` is of the entry 1 of a list. */
export interface WantedForm {
  readonly register: Register
  readonly typed: Typed
  readonly draftId?: string
  readonly key?: string
}

/** One deed of a long form; `prefix` stands before its names in the form. */
interface Part {
  readonly action: string
  readonly typed: Typed
  readonly prefix: string
}

export const formOf = ({ pathway, record }: Register): LongForm => {
  const { form } = pathway.start
  if (form === undefined) throw new Error(`${record.key} is not started with a long form`)
  return form
}

/** The group of lines to which an action of a long form adds. */
export const groupOf = ({ pathway }: Register, action: string): string => pathway.actions[action]?.adds ?? action

/** The entries of a list in the order in which they were begun. */
export const entriesIn = (typed: Typed, group: string): readonly string[] => {
  const listed = typed[group]
  return typeof listed === 'string' ? (listed === '' ? [] : [listed]) : (listed ?? [])
}

export const prefixOf = (group: string, entry: string): string => `${group}.${entry}.`

const under = (typed: Typed, prefix: string): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  )

const controlsOf = (typed: Typed, names: readonly string[]): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(([name]) => names.includes(name.replace(/-(day|month|year|time)$/, ''))),
  )

/** The deeds a long form stands for, in order. */
const partsOf = (register: Register, typed: Typed): readonly Part[] => {
  const { tasks, sends } = formOf(register)
  const lines = tasks.flatMap(({ adds }) => {
    if (adds === undefined) return []
    const group = groupOf(register, adds)
    return entriesIn(typed, group).map(entry => {
      const prefix = prefixOf(group, entry)
      return { action: adds, typed: under(typed, prefix), prefix }
    })
  })
  const start = controlsOf(typed, askedFields(register.pathway.start))
  return [{ action: 'start', typed: start, prefix: '' }, ...lines, { action: sends, typed: {}, prefix: '' }]
}

const placed = (problems: readonly Problem[], { prefix }: Part): readonly Problem[] =>
  problems.map(one => ({ ...one, field: `${prefix}${one.field}` }))

/** Lists that may not stay empty and do. */
const emptyLists = (register: Register, typed: Typed): readonly Problem[] =>
  formOf(register).tasks.flatMap(({ adds, missing }) => {
    if (adds === undefined || missing === undefined) return []
    const group = groupOf(register, adds)
    return entriesIn(typed, group).length === 0 ? [{ field: group, message: missing }] : []
  })

/** What is wrong with one deed of the form, and the record as it stands after it. */
const rehearsePart = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  part: Part,
  held: Held | null,
  given: Given,
): Promise<{ problems: readonly Problem[]; held: Held | null }> => {
  guard(register, part.action, held, given)
  const answers = await answersOf(engine, tx, { register, action: part.action, typed: part.typed }, held)
  const found = [...answers.problems, ...(await secondOne(tx, register, held, answers))]
  const doing = { action: part.action, values: answers.own.values, line: answers.line.values }
  try {
    const looked = await lookFor(tx, register, part.action, held, answers)
    const done = step(register, held, '', { ...doing, found: looked }, given)
    return { problems: placed(found, part), held: done.held }
  } catch (error) {
    if (!(error instanceof Outcome) || error.kind !== 'invalid') throw error
    return { problems: placed([...found, ...error.problems], part), held }
  }
}

const problemsIn = async (engine: Engine, tx: Tx, { register, typed }: WantedForm): Promise<readonly Problem[]> => {
  const given: Given = { actor: tx.actor, now: now(), today: today(), calendars: engine.calendars }
  const problems: Problem[] = [...emptyLists(register, typed)]
  let held: Held | null = null
  const parts = partsOf(register, typed)
  for (const part of parts) {
    // What ends the form is asked for only where nothing before it is wrong.
    if (part === parts.at(-1) && problems.length > 0) break
    // A start that is wrong leaves no record to go on from: the lines are checked on their own.
    const before: Held | null = part.action === 'start' ? null : held
    if (part.action !== 'start' && before === null) {
      const answers = await answersOf(engine, tx, { register, action: part.action, typed: part.typed }, null)
      problems.push(...placed(answers.problems, part))
      continue
    }
    const done: { problems: readonly Problem[]; held: Held | null } = await rehearsePart(
      engine,
      tx,
      register,
      part,
      before,
      given,
    )
    problems.push(...done.problems)
    held = done.held
  }
  return problems
}

/** Everything that keeps a long form from being sent; each problem names the control it belongs to. */
export const rehearseForm = (engine: Engine, actor: Actor, wanted: WantedForm): Promise<readonly Problem[]> =>
  within(engine, actor, tx => problemsIn(engine, tx, wanted))

/** Sends one in a transaction that already runs. */
const performFormIn = async (engine: Engine, tx: Tx, wanted: WantedForm): Promise<Done> => {
  const { register } = wanted
  const before = await alreadyDone(tx, { ...wanted, action: 'start' })
  if (before !== null) return repeated(before)
  const problems = await problemsIn(engine, tx, wanted)
  if (problems.length > 0) throw invalid(problems)
  const id = newId()
  const entries: LedgerEntry[] = []
  let last: Awaited<ReturnType<typeof carryOut>>['done'] | undefined
  for (const { action, typed } of partsOf(register, wanted.typed)) {
    const where = action === 'start' ? { id } : { reference: id }
    const { done, entries: written } = await carryOut(engine, tx, { register, action, typed, ...where }, null)
    entries.push(...written)
    last = done
  }
  if (last === undefined) throw new Error('A long form has at least its start')
  entries.push(...(await filesWith(tx, { ...wanted, action: 'start' }, last.row)))
  await remember(tx, { ...wanted, action: 'start' }, last.row.reference)
  await appendLedger(tx, entries)
  const { label, banner } = actionOf(register, formOf(register).sends)
  return {
    id,
    reference: last.row.reference,
    version: last.row.version,
    state: last.row.state,
    banner: banner ?? `${label}: done`,
    repeated: false,
  }
}

/** Sends several long forms of one register, all or none. */
export const performForms = (
  engine: Engine,
  actor: Actor,
  register: Register,
  forms: readonly Omit<WantedForm, 'register'>[],
): Promise<readonly Done[]> =>
  noted(engine, actor, { register, action: 'start' }, async tx => {
    const done: Done[] = []
    for (const form of forms) done.push(await performFormIn(engine, tx, { register, ...form }))
    return done
  })

/**
 * Sends a long form: its start, each line and the deed that ends it, in one transaction or not at all.
 * @throws Outcome as `perform`; invalid tells all problems of all parts at once
 */
export const performForm = (engine: Engine, actor: Actor, wanted: WantedForm): Promise<Done> =>
  noted(engine, actor, { register: wanted.register, action: 'start' }, tx => performFormIn(engine, tx, wanted))

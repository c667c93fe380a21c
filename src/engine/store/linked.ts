import type { Value } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'
import type { Found } from '../../declare/pathway.ts'
import type { Register } from '../../declare/register.ts'
import type { ParsedAnswers } from '../../fields/kinds.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import type { LedgerEntry } from '../ledger/writer.ts'
import { tellMany } from '../notices/tell.ts'
import { invalid } from '../outcome.ts'
import { noteEvent } from '../webhooks/note.ts'
import { onePerProblems } from './onePer.ts'
import { deedDigest, takeReferences, writeSteps } from './rows.ts'
import { actionOf, type Given, guard, type Held, type Step, step } from './step.ts'
import type { Tx } from './transaction.ts'

export const performed = (register: Register, done: Step, actor: Actor, at: string): LedgerEntry => ({
  at,
  actor,
  event: 'performed',
  register: register.record.key,
  recordId: done.row.id,
  reference: done.row.reference,
  action: done.action,
  detail: `${done.row.state} v${done.row.version}`,
  digest: deedDigest(register, done.row, done.line),
})

/** A linked deed stands in the ledger under the name of the person whose deed it followed. */
export const byLink = (entry: LedgerEntry, actor: Actor): LedgerEntry => ({
  ...entry,
  actor,
  detail: `${entry.detail ?? ''} by link`,
})

/** What a link carries fills the fields of the record, and those of the line the deed adds. */
export const splitCarried = (register: Register, action: string, { values }: ParsedAnswers) => {
  const { adds } = actionOf(register, action)
  const inLine = new Set(adds ? Object.keys(register.record.lines[adds]?.fields ?? {}) : [])
  const part = (wanted: boolean): ParsedAnswers => ({
    values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id' && inLine.has(name) === wanted)),
    problems: [],
  })
  return { own: part(false), line: part(true), problems: [] as readonly Problem[] }
}

/** The identifier a link has chosen for the record it opens. */
export const idOf = (carried: Pick<ParsedAnswers, 'values'> | null): { readonly id?: string } => {
  const id = carried?.values.id
  return typeof id === 'string' ? { id } : {}
}

export const answersFrom = (values: Readonly<Record<string, unknown>>): ParsedAnswers => ({
  values: values as ParsedAnswers['values'],
  problems: [],
})

/** What a deed's checks need to know of other records, as this person may know it. */
export const lookFor = async (
  tx: Tx,
  register: Register,
  action: string,
  held: Held | null,
  { own, line }: { readonly own: ParsedAnswers; readonly line: ParsedAnswers },
): Promise<Found> => {
  const row = { id: null, ...held?.row, ...own.values, ...line.values }
  const look = actionOf(register, action).looks?.(row as never)
  return look ? tx.query(look.sql, look.values) : []
}

/** A record at the other end, and what the link carries there. */
export interface Linked {
  readonly held: Held | null
  readonly values: Readonly<Record<string, unknown>>
}

/** Whether nothing follows from that deed. */
export const endsWith = (engine: Engine, register: Register, action: string): boolean =>
  !engine.links.some(({ from, on }) => from.record.key === register.record.key && on === action)

type Answers = Readonly<Record<string, Value | null>>

/** One of the many records that a linked deed is done on; nothing is held of one that it starts. */
interface OneOfMany {
  readonly held: Held | null
  readonly values: Answers
  readonly line: Answers
  readonly found: Found
  readonly id?: string
}

/**
 * The same deed on many records with few statements, in the transaction of the deed that was allowed: a round of questions reaches a
 * thousand settings at once. Guards and looks come before; those who are told are told as by one deed after another.
 */
const stepMany = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  action: string,
  many: readonly OneOfMany[],
  given: Given,
): Promise<readonly Step[]> => {
  const { key, reference } = register.record
  const starting = action === 'start'
  const names = starting ? await takeReferences(tx, reference, Number(given.now.slice(0, 4)), many.length) : []
  const steps = many.map(({ held, values, line, found, id }, at) =>
    step(
      register,
      held,
      held?.row.reference ?? names[at] ?? '',
      { action, values, line, found, ...(id === undefined ? {} : { id }) },
      given,
    ),
  )
  await writeSteps(tx, register, engine.wordings.get(key) ?? '', steps, starting ? 'insert' : 'update')
  await tellMany(engine, tx, register, steps)
  await Promise.all(steps.map(one => noteEvent(tx, register, one)))
  return steps
}

/** The same linked deed on many records: each is guarded, looked for and checked as one by one, and all are written together. */
export const linkedMany = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  action: string,
  ones: readonly Linked[],
  given: Given,
): Promise<readonly LedgerEntry[]> => {
  const many: OneOfMany[] = []
  for (const { held, values } of ones) {
    guard(register, action, held, given)
    const answers = splitCarried(register, action, answersFrom(values))
    const found = await lookFor(tx, register, action, held, answers)
    many.push({ held, values: answers.own.values, line: answers.line.values, found, ...idOf(answersFrom(values)) })
  }
  const seconds =
    action === 'start'
      ? await onePerProblems(
          tx,
          register,
          many.map(({ values }) => values),
        )
      : []
  const problems = seconds.flat()
  if (problems.length > 0) throw invalid(problems)
  const steps = await stepMany(engine, tx, register, action, many, given)
  return steps.map(one => performed(register, one, tx.actor, given.now))
}

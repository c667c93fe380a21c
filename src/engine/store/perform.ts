import { columnOf } from '../../db/tables.ts'
import type { Fields } from '../../declare/field.ts'
import type { Problem, Typed } from '../../declare/input.ts'
import type { ActingLink } from '../../declare/link.ts'
import type { Register } from '../../declare/register.ts'
import { type ParsedAnswers, parseAnswers } from '../../fields/kinds.ts'
import { now, today } from '../../kit/clock.ts'
import { type Actor, system } from '../actor.ts'
import { takeDraft } from '../drafts/drafts.ts'
import type { Engine } from '../engine.ts'
import { moveDraftFiles } from '../files/draftFiles.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { tell } from '../notices/tell.ts'
import { forbidden, invalid, notFound, Outcome } from '../outcome.ts'
import { directoryFor, fieldContext } from '../people/directory.ts'
import { noteEvent } from '../webhooks/note.ts'
import {
  answersFrom,
  byLink,
  endsWith,
  idOf,
  type Linked,
  linkedMany,
  lookFor,
  performed,
  splitCarried,
} from './linked.ts'
import { onePerProblems, refusedAsSecond } from './onePer.ts'
import { findHeld, takeReferences, wellFormed, writeSteps } from './rows.ts'
import { actionOf, askedFields, eventDayOf, type Given, guard, type Held, type Step, step } from './step.ts'
import { bindAs, type Tx, within } from './transaction.ts'

export { answersFrom, byLink, idOf, lookFor, performed, splitCarried }

/** What somebody wants done. `reference` is absent when a record is started. */
export interface Wanted {
  readonly register: Register
  readonly action: string
  readonly reference?: string
  readonly typed: Typed
  /** The version the person was looking at; somebody else's change in between is a conflict. */
  readonly version?: number
  readonly draftId?: string
  /** Idempotency key of the API. */
  readonly key?: string
  /** Identifier of the record that is started, where it was chosen before. */
  readonly id?: string
  /** What the surface found wrong before the answers were read; told together with the rest, to those who may do it. */
  readonly problems?: readonly Problem[]
}

export interface Done {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly state: string
  readonly banner: string
  /** True where an earlier submission of the same had already done it. */
  readonly repeated: boolean
}

/**
 * The one way to change a record. Web, API, import and command line call it. In one transaction it checks access, the
 * transition and the answers, and writes the row, its history, its clocks, the linked records, the notices and the ledger
 * entry, or nothing.
 * @throws Outcome notFound, forbidden, conflict or invalid (all problems at once)
 */
export const perform = (engine: Engine, actor: Actor, wanted: Wanted): Promise<Done> =>
  noted(engine, actor, wanted, tx => performIn(engine, tx, wanted))

/** Does it in one transaction; what is refused is in the ledger all the same. */
export const noted = async <T>(
  engine: Engine,
  actor: Actor,
  wanted: Pick<Wanted, 'register' | 'action' | 'reference'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  try {
    return await within(engine, actor, work).catch(error => {
      throw refusedByDatabase(engine, error)
    })
  } catch (error) {
    if (error instanceof Outcome && error.kind !== 'invalid') {
      // What was asked for comes from outside: only the shape of a reference may pass into the ledger.
      const reference = wanted.reference === undefined ? undefined : wellFormed(wanted.reference)
      await engine.ledger.write({
        at: now(),
        actor,
        event: 'refused',
        register: wanted.register.record.key,
        action: asCode(wanted.action),
        detail: error.kind,
        ...(reference === undefined ? {} : { reference }),
      })
    }
    throw error
  }
}

/** The last guards are policies and indexes; what they refuse is told as what it is. Everything else stays a defect. */
export const refusedByDatabase = (engine: Engine, error: unknown): unknown =>
  outOfSight(error) ? forbidden(unseenAfterwards) : (refusedAsSecond(engine.registers, error) ?? error)

/** Nobody writes what they may not see: PostgreSQL checks the row that was written against the reading policy as well. */
const outOfSight = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501' && error.message.includes('row-level security')
const unseenAfterwards = 'You cannot save this: you would not be allowed to see the record afterwards'

/** What somebody sent in place of a code, as the ledger may keep it: no free text, and nothing it cannot hold. */
const asCode = (text: string): string => text.slice(0, 40).replace(/[^A-Za-z0-9_-]/g, '?')

/** Several deeds of which one needs what another answered: all or none. */
export const performTogether = <T>(
  engine: Engine,
  actor: Actor,
  work: (perform: (wanted: Wanted) => Promise<Done>, tx: Tx) => Promise<T>,
): Promise<T> =>
  within(engine, actor, tx => work(wanted => performIn(engine, tx, wanted), tx)).catch(error => {
    throw refusedByDatabase(engine, error)
  })

/** Several deeds that only make sense together: all or none. */
export const performAll = (engine: Engine, actor: Actor, wanted: readonly Wanted[]): Promise<readonly Done[]> =>
  performTogether(engine, actor, async perform => {
    const done: Done[] = []
    for (const one of wanted) done.push(await perform(one))
    return done
  })

export const repeated = (reference: string): Done => ({
  id: '',
  reference,
  version: 0,
  state: '',
  banner: '',
  repeated: true,
})

const performIn = async (engine: Engine, tx: Tx, wanted: Wanted): Promise<Done> => {
  const already = await alreadyDone(tx, wanted)
  if (already !== null) return repeated(already)
  const { done: main, entries } = await carryOut(engine, tx, wanted, null)
  const files = await filesWith(tx, wanted, main.row)
  await remember(tx, wanted, main.row.reference)
  await appendLedger(tx, [...entries, ...files])
  const deed = actionOf(wanted.register, wanted.action)
  return {
    id: main.row.id,
    reference: main.row.reference,
    version: main.row.version,
    state: main.row.state,
    banner: deed.banner ?? `${deed.label}: done`,
    repeated: false,
  }
}

/** What was added to the form belongs to the record from now on. */
export const filesWith = async (
  tx: Tx,
  { draftId, register }: Wanted,
  row: Step['row'],
): Promise<readonly LedgerEntry[]> =>
  draftId === undefined || !register.files ? [] : moveDraftFiles(tx, draftId, register, row)

/** The same submission twice finds the first one's record: by draft in the browser, by key on the API. */
export const alreadyDone = async (tx: Tx, { draftId, key }: Wanted): Promise<string | null> => {
  if (draftId !== undefined) return takeDraft(tx, draftId)
  if (key === undefined) return null
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.actor.accountId} ${key}`])
  const found = await tx.query<{ reference: string }>(
    'select reference from canopy.submission where account_id = $1 and key = $2',
    [tx.actor.accountId, key],
  )
  return found[0]?.reference ?? null
}

export const remember = async (tx: Tx, { draftId, key, register }: Wanted, reference: string): Promise<void> => {
  if (draftId !== undefined)
    await tx.query('update canopy.draft set performed_reference = $2, performed_at = $3 where id = $1', [
      draftId,
      reference,
      now(),
    ])
  else if (key !== undefined)
    await tx.query(
      'insert into canopy.submission (account_id, key, register, reference, at) values ($1, $2, $3, $4, $5)',
      [tx.actor.accountId, key, register.record.key, reference, now()],
    )
}

/** Parses what the deed asks, against the codes of the event's day. */
export const answersOf = async (engine: Engine, tx: Tx, wanted: Wanted, held: Held | null) => {
  const { record } = wanted.register
  const deed = actionOf(wanted.register, wanted.action)
  const names = askedFields(deed)
  const group: Fields = deed.adds ? (record.lines[deed.adds]?.fields ?? {}) : {}
  const directory = await directoryFor(tx, engine, { ...record.fields, ...group }, [], [wanted.typed])
  const first = parseAnswers(record.fields, names, wanted.typed, fieldContext(directory))
  const eventDay = eventDayOf(wanted.register, { ...held?.row, ...first.values }, today())
  const context = fieldContext(directory, eventDay)
  const own = parseAnswers(record.fields, names, wanted.typed, context)
  const line = parseAnswers(group, Object.keys(group), wanted.typed, context)
  const found = [...own.problems, ...line.problems, ...unexpected(wanted, names, Object.keys(group))]
  const before = wanted.problems ?? []
  const told = new Set(before.map(({ field }) => field))
  return { own, line, problems: [...before, ...found.filter(({ field }) => !told.has(controlOf(field)))] }
}

/** The question a form control belongs to: `bornOn-day` is part of `bornOn`. */
export const controlOf = (field: string): string => field.replace(/-(day|month|year|time)$/, '')

/** An answer to a question that is not asked is a mistake of the sender, never silently dropped. */
const unexpected = ({ typed }: Wanted, names: readonly string[], group: readonly string[]): readonly Problem[] => {
  const expected = new Set([...names, ...group])
  return Object.keys(typed)
    .filter(name => !expected.has(controlOf(name)))
    .map(name => ({ field: name.slice(0, 60), message: `“${name.slice(0, 60)}” is not asked here` }))
}

/** Locks the record. Those who may read but never write cannot lock it; the guard tells them that it is not theirs to do. */
export const findToChange = async (tx: Tx, register: Register, reference: string): Promise<Held | null> =>
  (await findHeld(tx, register, reference, true)) ?? (await findHeld(tx, register, reference))

export const carryOut = async (
  engine: Engine,
  tx: Tx,
  wanted: Wanted,
  carried: ParsedAnswers | null,
): Promise<{ done: Step; entries: readonly LedgerEntry[] }> => {
  const { register, action, reference } = wanted
  const given: Given = { actor: tx.actor, now: now(), today: today(), calendars: engine.calendars }
  const held = reference === undefined ? null : await findToChange(tx, register, reference)
  if (reference !== undefined && held === null) throw notFound()
  guard(register, action, held, given, wanted.version)
  const answers = carried ? splitCarried(register, action, carried) : await answersOf(engine, tx, wanted, held)
  const problems = [...answers.problems, ...(await secondOne(tx, register, held, answers))]
  if (problems.length > 0) throw invalid(problems)
  const found = await lookFor(tx, register, action, held, answers)
  const eventYear = Number(given.now.slice(0, 4))
  const name = held?.row.reference ?? (await takeReferences(tx, register.record.reference, eventYear, 1))[0] ?? ''
  const chosen = wanted.id === undefined ? idOf(carried) : { id: wanted.id }
  const doing = { action, values: answers.own.values, line: answers.line.values, found, ...chosen }
  const done = step(register, held, name, doing, given)
  const wording = engine.wordings.get(register.record.key) ?? ''
  await writeSteps(tx, register, wording, [done], held === null ? 'insert' : 'update')
  await tell(engine, tx, register, done)
  await noteEvent(tx, register, done)
  const linked = await followLinks(engine, tx, register, action, done, given)
  return { done, entries: [performed(register, done, tx.actor, given.now), ...linked] }
}

/** Asked only where a deed gives one of the answers that no two records may share. */
export const secondOne = async (
  tx: Tx,
  register: Register,
  held: Held | null,
  { own }: { readonly own: ParsedAnswers },
): Promise<readonly Problem[]> => {
  const given = register.pathway.onePer?.fields.some(name => (own.values[name] ?? null) !== null) ?? false
  return given ? ((await onePerProblems(tx, register, [{ ...held?.row, ...own.values }]))[0] ?? []) : []
}

/** Opens and moves linked records in the same transaction, on the strength of the deed that was just allowed. */
export const followLinks = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  action: string,
  done: Step,
  given: Given,
): Promise<readonly LedgerEntry[]> => {
  const links = engine.links.filter(link => link.from.record.key === register.record.key && link.on === action)
  if (links.length === 0) return []
  const entries: LedgerEntry[] = []
  await bindAs(tx, system(tx.actor))
  const asSystem: Tx = { ...tx, actor: system(tx.actor) }
  const context = {
    now: given.now,
    today: given.today,
    actor: tx.actor,
    setting: (key: string) => given.calendars.setting(key, given.today),
  }
  const own: Given = { ...given, actor: asSystem.actor }
  const follow = async (other: Register, deed: string, ones: readonly Linked[]) => {
    if (ones.length > 1 && endsWith(engine, other, deed))
      return entries.push(...(await linkedMany(engine, asSystem, other, deed, ones, own)))
    for (const { held, values } of ones) {
      const wanted = { register: other, action: deed, typed: {}, ...(held ? { reference: held.row.id } : {}) }
      entries.push(...(await carryOut(engine, asSystem, wanted, answersFrom(values))).entries)
    }
    return entries.length
  }
  for (const link of links) {
    if ('opens' in link) {
      const opened = link.carries(done.row, context, done.line?.row ?? {}, done.held.lines)
      await follow(
        link.opens,
        'start',
        opened.map(values => ({ held: null, values })),
      )
    } else {
      const ones: Linked[] = []
      for (const id of await otherEnds(asSystem, link, done)) {
        const other = await findHeld(asSystem, link.performs.register, id, true)
        if (!other || (link.when && !link.when(done.row, other.row))) continue
        ones.push({
          held: other,
          values: link.carries?.(done.row, context, done.line?.row ?? {}, done.held.lines) ?? {},
        })
      }
      await follow(link.performs.register, link.performs.action, ones)
    }
  }
  await bindAs(tx, tx.actor)
  return entries.map(entry => byLink(entry, tx.actor))
}

/** The records at the other end of a link: the one that a field of this holds, or all whose field holds this. */
const otherEnds = async (tx: Tx, { through, performs }: ActingLink, { row }: Step): Promise<readonly string[]> => {
  if (typeof through === 'string') return row[through] === null ? [] : [String(row[through])]
  const found = await tx.query<{ id: string }>(
    `select id from canopy.${performs.register.record.key} where ${columnOf(through.back)} = $1 order by reference`,
    [row.id],
  )
  return found.map(({ id }) => id)
}

/** Runs every check of a deed without doing it: the check-answers page shows all problems before the button. */
export const rehearse = (engine: Engine, actor: Actor, wanted: Wanted): Promise<readonly Problem[]> =>
  within(engine, actor, async tx => {
    const { register, action, reference } = wanted
    const given: Given = { actor, now: now(), today: today(), calendars: engine.calendars }
    const held = reference === undefined ? null : await findHeld(tx, register, reference)
    if (reference !== undefined && held === null) throw notFound()
    guard(register, action, held, given, wanted.version)
    const answers = await answersOf(engine, tx, wanted, held)
    const problems = [...answers.problems, ...(await secondOne(tx, register, held, answers))]
    if (problems.length > 0) return problems
    try {
      const found = await lookFor(tx, register, action, held, answers)
      step(register, held, '', { action, values: answers.own.values, line: answers.line.values, found }, given)
      return []
    } catch (error) {
      if (error instanceof Outcome && error.kind === 'invalid') return error.problems
      throw error
    }
  })

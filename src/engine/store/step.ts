import type { Fields, Value } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'
import type { Action, Found, Start } from '../../declare/pathway.ts'
import { isQuiet } from '../../declare/quiet.ts'
import type { AnyRow, Context } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { type Day, type Instant, londonDay } from '../../kit/dates.ts'
import { newId, newIdInOrder } from '../../kit/ids.ts'
import type { Actor } from '../actor.ts'
import type { Calendars } from '../clocks/due.ts'
import { type AnyLines, type ClockChange, nextDue, recomputeClocks, type StoredClock } from '../clocks/recompute.ts'
import { conflict, forbidden, invalid, type Possible } from '../outcome.ts'
import { reaches } from '../people/scopes.ts'
import { recordColumns } from './columns.ts'

/** A record with all that belongs to it, as one person holds it in a transaction. */
export interface Held {
  readonly row: AnyRow
  readonly lines: AnyLines
  readonly clocks: readonly StoredClock[]
}

/** What a deed changes. Pure: the same for one person's deed, an import, and the demonstration. */
export interface Step {
  readonly action: string
  /** The moment of the deed: of a quiet one the row tells only the moment of the deed before it. */
  readonly at: Instant
  readonly row: AnyRow
  readonly line: { readonly group: string; readonly row: Readonly<Record<string, unknown>> } | null
  /** Lines taken out of force, by group. */
  readonly superseded: readonly { readonly group: string; readonly id: string }[]
  readonly clocks: ClockChange
  readonly held: Held
}

export interface Given {
  readonly actor: Actor
  readonly now: Instant
  readonly today: Day
  readonly calendars: Calendars
}

export const contextOf = ({ actor, now, today, calendars }: Given, eventDay: Day): Context => ({
  now,
  today,
  actor,
  setting: key => calendars.setting(key, eventDay),
})

/** The day whose rules and codes apply to the record. */
export const eventDayOf = (register: Register, values: Readonly<Record<string, unknown>>, today: Day): Day => {
  const value = values[register.record.eventOn]
  return typeof value !== 'string' ? today : value.length === 10 ? value : londonDay(value)
}

/** An action by a name from an address or a body: own names only. */
export const findAction = (register: Register, action: string): Action | undefined =>
  Object.hasOwn(register.pathway.actions, action) ? register.pathway.actions[action] : undefined

export const actionOf = (register: Register, action: string): Start | Action =>
  action === 'start' ? register.pathway.start : (findAction(register, action) as Action)

/** Fields a deed asks, in page order. */
export const askedFields = (deed: Pick<Start, 'asks'>): readonly string[] =>
  (deed.asks ?? []).flatMap(page => page.fields)

const outOfReach = (label: string): string => `The token does not reach this: ${label}`

/** Why this person cannot do this now; nothing when they can. */
const refusal = (
  register: Register,
  key: string,
  action: Action,
  held: Held,
  given: Given,
): { forbidden: string } | { conflict: string } | null => {
  if (!(action.by as readonly string[]).includes(given.actor.role) && given.actor.role !== 'system')
    return { forbidden: `Your role may not do this: ${action.label}` }
  if (!reaches(given.actor, register, key)) return { forbidden: outOfReach(action.label) }
  if (!action.from.includes(held.row.state)) {
    const state = register.pathway.states[held.row.state]?.label ?? held.row.state
    return { conflict: `This is now “${state}”, so “${action.label}” is no longer possible` }
  }
  if (action.notOwnWork && held.row[action.notOwnWork] === given.actor.accountId)
    return { forbidden: 'You wrote this; someone else must agree it' }
  const because = action.unless?.(
    held.row as never,
    held.lines as never,
    contextOf(given, eventDayOf(register, held.row, given.today)),
  )
  return because ? { conflict: because } : null
}

/** The actions of a record for this person: those possible now, and those of their role that something stops. */
export const actionsFor = (register: Register, held: Held, given: Given) => {
  const all = Object.entries(register.pathway.actions).map(([key, action]) => ({
    action: key,
    label: action.label,
    hint: action.hint,
    exceptional: action.exceptional === true,
    refused: refusal(register, key, action, held, given),
  }))
  return {
    possible: all.filter(one => one.refused === null),
    stopped: all.flatMap(({ action, label, refused }) => {
      const declared = register.pathway.actions[action] as Action
      const mine =
        (declared.by as readonly string[]).includes(given.actor.role) && reaches(given.actor, register, action)
      const here = declared.from.includes(held.row.state)
      return refused && mine && here
        ? [{ action, label, why: 'conflict' in refused ? refused.conflict : refused.forbidden }]
        : []
    }),
  }
}

/** Throws the outcome when the deed is not to be done. */
export const guard = (register: Register, key: string, held: Held | null, given: Given, version?: number): void => {
  if (held === null) {
    const { by, label } = register.pathway.start
    if (!(by as readonly string[]).includes(given.actor.role) && given.actor.role !== 'system')
      throw forbidden(`Your role may not do this: ${label}`)
    if (!reaches(given.actor, register, 'start')) throw forbidden(outOfReach(label))
    return
  }
  const possible = (): readonly Possible[] =>
    actionsFor(register, held, given).possible.map(({ action, label }) => ({ action, label }))
  const action = findAction(register, key)
  if (!action) throw conflict('There is no such action', possible())
  const refused = refusal(register, key, action, held, given)
  if (refused) throw 'conflict' in refused ? conflict(refused.conflict, possible()) : forbidden(refused.forbidden)
  if (version !== undefined && version !== held.row.version)
    throw conflict('Somebody else changed this record while you were working on it', possible())
}

const noAnswers = (fields: Fields = {}): Readonly<Record<string, null>> =>
  Object.fromEntries(Object.keys(fields).map(field => [field, null]))

const blanks = new WeakMap<Register, Readonly<Record<string, null>>>()

/**
 * Every column of a record without a value. Read from JSON and with all of them: an object of eighty
 * keys that is built key by key is many times slower to copy, and each deed copies one.
 */
const blankOf = (register: Register): Readonly<Record<string, null>> => {
  const held = blanks.get(register)
  if (held) return held
  const columns = recordColumns(register).map(({ property }) => [property, null])
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(columns))) as Record<string, null>
  blanks.set(register, blank)
  return blank
}

const started = (register: Register, reference: string, { actor, now }: Given, id: string): AnyRow => {
  const begun = {
    id,
    reference,
    state: register.pathway.starts,
    version: 0,
    teamId: actor.teamId,
    agencyId: actor.agencyId,
    createdAt: now,
    createdBy: actor.accountId,
    updatedAt: now,
    updatedBy: actor.accountId,
  }
  return { ...blankOf(register), ...begun } as AnyRow
}

/** The state of a record that is started: the first of its pathway, or a later one for what has happened already. */
const begunIn = ({ pathway }: Register, row: AnyRow): string => {
  const later = pathway.start.later
  const state = later?.of(row as never) ?? null
  if (state !== null && later?.states.includes(state) !== true)
    throw new Error(`“${state}” is not among the states in which a record may begin`)
  return state ?? pathway.starts
}

export interface Doing {
  readonly action: string
  /** Parsed answers to the deed's questions. */
  readonly values: Readonly<Record<string, Value | null>>
  /** Parsed answers for the line the deed adds. */
  readonly line?: Readonly<Record<string, Value | null>>
  /** Identifier of the record that is started, where it was chosen before; else a new one. */
  readonly id?: string
  /** What the deed's look found in other records; nothing where none was made, as in a story. */
  readonly found?: Found
}

interface Answered {
  readonly row: AnyRow
  readonly context: Context
  readonly inLine: Readonly<Record<string, Value | null>>
  readonly problems: readonly Problem[]
}

/** The record with the answers in it, and what is wrong with them taken together. */
const answerIn = (register: Register, before: AnyRow, lines: AnyLines, doing: Doing, given: Given): Answered => {
  const deed = actionOf(register, doing.action)
  const row = { ...before, ...doing.values } as AnyRow
  const context = contextOf(given, eventDayOf(register, row, given.today))
  const inLine = { ...noAnswers(deed.adds ? register.record.lines[deed.adds]?.fields : {}), ...doing.line }
  const asked = deed.adds ? { ...row, ...inLine } : row
  return {
    row,
    context,
    inLine,
    problems: deed.checks?.(asked as never, context, lines as never, doing.found ?? []) ?? [],
  }
}

/** What is wrong with the answers a record is to be started with, taken together; nothing is started. */
export const startProblems = (register: Register, values: Doing['values'], given: Given): readonly Problem[] =>
  answerIn(
    register,
    started(register, '', given, newId()),
    emptyLines(register.record.lines),
    { action: 'start', values },
    given,
  ).problems

/** Carries the deed out in memory. Guards and parsing come before; the answers together are checked here. */
export const step = (register: Register, held: Held | null, reference: string, doing: Doing, given: Given): Step => {
  const deed = actionOf(register, doing.action)
  const before = held?.row ?? started(register, reference, given, doing.id ?? newId())
  const linesBefore = held?.lines ?? emptyLines(register.record.lines)
  const { row: answeredRow, context, inLine, problems } = answerIn(register, before, linesBefore, doing, given)
  if (problems.length > 0) throw invalid(problems)
  const state = held === null ? begunIn(register, answeredRow) : ('to' in deed && deed.to) || before.state
  const closed = register.pathway.states[state]?.closed === true
  const line = deed.adds
    ? {
        group: deed.adds,
        row: {
          id: newIdInOrder(),
          recordId: before.id,
          recordedAt: given.now,
          recordedBy: given.actor.accountId,
          supersededAt: null,
          ...inLine,
        },
      }
    : null
  const taken = ('supersedes' in deed && deed.supersedes?.(answeredRow as never, linesBefore as never)) || []
  const { lines, superseded } = linesAfter(linesBefore, [...taken, ...ofSameKey(register, linesBefore, line)], line)
  const set = deed.sets?.(answeredRow as never, context, lines as never, doing.found ?? []) ?? {}
  const changed = isQuiet(register, doing.action)
    ? { ...before }
    : ({
        ...answeredRow,
        ...set,
        state,
        version: before.version + 1,
        updatedAt: given.now,
        updatedBy: given.actor.accountId,
        closedAt: closed ? (before.closedAt ?? given.now) : null,
      } as AnyRow)
  const stored = held?.clocks ?? []
  const clocks = recomputeClocks(register, {
    row: changed,
    was: held?.row ?? null,
    lines,
    stored,
    now: given.now,
    calendars: given.calendars,
  })
  const row = Object.assign(changed, { nextDueAt: closed ? null : nextDue(clocks.running) })
  const kept = stored.filter(one => !clocks.supersede.includes(one))
  const inserted = clocks.insert.map(one => ({ ...one, id: newId(), recordedAt: given.now }))
  return {
    action: doing.action,
    at: given.now,
    row,
    line,
    superseded,
    clocks: { ...clocks, insert: inserted },
    held: { row, lines, clocks: [...kept, ...inserted] },
  }
}

/** The line that an added one replaces, in a group whose lines a field identifies. */
const ofSameKey = (register: Register, before: AnyLines, added: Step['line']): readonly string[] => {
  const key = added ? register.record.lines[added.group]?.key : undefined
  if (!added || key === undefined) return []
  return (before[added.group] ?? []).filter(line => line[key] === added.row[key]).map(({ id }) => String(id))
}

/** The lines in force after a deed: without those it takes out, with the one it adds. */
const linesAfter = (before: AnyLines, taken: readonly string[], added: Step['line']) => {
  const superseded = Object.entries(before).flatMap(([group, lines]) =>
    lines.flatMap(({ id }) => (taken.includes(String(id)) ? [{ group, id: String(id) }] : [])),
  )
  const left =
    superseded.length === 0
      ? before
      : Object.fromEntries(
          Object.entries(before).map(([group, lines]) => [
            group,
            lines.filter(({ id }) => !taken.includes(String(id))),
          ]),
        )
  return { superseded, lines: added ? { ...left, [added.group]: [...(left[added.group] ?? []), added.row] } : left }
}

export const emptyLines = (groups: Readonly<Record<string, { fields: Fields }>>): AnyLines =>
  Object.fromEntries(Object.keys(groups).map(group => [group, []]))

import type { Value } from '../../declare/field.ts'
import type { Link } from '../../declare/link.ts'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import { londonDay } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { answersFrom, idOf, splitCarried } from './perform.ts'
import { contextOf, type Given, guard, type Held, type Step, step } from './step.ts'

type Answers = Readonly<Record<string, Value | null>>

/** One deed of a story, its answers already parsed. */
export interface StoryDeed {
  /** Name, within the story, of the record it is done on; the story's first record where absent. */
  readonly on?: string
  readonly action: string
  readonly at: Instant
  readonly actor: Actor
  readonly values: Answers
  readonly line?: Answers
  /** Where it starts a record of another register than the story's: that one. */
  readonly starts?: Register
  /** Identifier of the record it starts, chosen before, so that other stories can point at it. */
  readonly id?: string
  /** The start of a record that is brought in from a file: those who may import may start records that way. */
  readonly fromFile?: true
  /** Names, for later deeds, of the records that this deed's links open, in their order; one that is an identifier becomes theirs. */
  readonly opens?: readonly string[]
}

/** A record's life, and that of the records its links open: the deeds with their moments. */
export interface LinkedStory {
  /** The register of the records it starts; that of the whole batch where absent. */
  readonly register?: Register
  readonly deeds: readonly StoryDeed[]
  /** Records that are stored already, by their name in the story. */
  readonly held?: Readonly<Record<string, { readonly register: Register; readonly held: Held }>>
}

/** A step of a story with what the store and the ledger need to know of it. */
export interface PlayedStep {
  readonly register: Register
  readonly step: Step
  /** The person who did it, or whose deed it followed. */
  readonly actor: Actor
  readonly linked: boolean
}

/** Whether this role may bring rows of this register in from a file. */
export const mayImport = (register: Register, role: string): boolean =>
  role === 'system' || ((register.access.imports as readonly string[] | undefined)?.includes(role) ?? false)

const first = 'first'

interface Stage {
  readonly engine: Pick<Engine, 'calendars' | 'links'>
  readonly records: Map<string, { register: Register; held: Held }>
  readonly played: PlayedStep[]
}

interface Cue {
  readonly register: Register
  /** Name of the record; a record that is started gets it. */
  readonly on: string
  readonly deed: Pick<StoryDeed, 'action' | 'at' | 'values' | 'line' | 'id' | 'opens' | 'fromFile'>
  readonly actor: Actor
  readonly linked: boolean
}

const carryOut = (stage: Stage, { register, on, deed, actor, linked }: Cue): void => {
  const { action, at, values, line, id, opens = [], fromFile } = deed
  const doer = linked ? system(actor) : actor
  const given: Given = { actor: doer, now: at, today: londonDay(at), calendars: stage.engine.calendars }
  const held = action === 'start' ? null : (stage.records.get(on)?.held ?? null)
  if (held === null && action !== 'start')
    throw new Error(`“${action}” is done on “${on}”, which the story does not have`)
  if (!(fromFile && held === null && mayImport(register, doer.role))) guard(register, action, held, given)
  const doing = { action, values, ...(line === undefined ? {} : { line }), ...(id === undefined ? {} : { id }) }
  const done = step(register, held, held?.row.reference ?? '', doing, given)
  stage.records.set(on, { register, held: done.held })
  stage.played.push({ register, step: done, actor, linked })
  for (const link of stage.engine.links)
    if (link.from.record.key === register.record.key && link.on === action)
      follow(stage, link, done, { ...given, actor }, opens)
}

/** Opens and moves linked records, as one person's deed does. */
const follow = (stage: Stage, link: Link, done: Step, given: Given, opens: readonly string[]): void => {
  const context = contextOf(given, given.today)
  const line = done.line?.row ?? {}
  const cue = (register: Register, on: string, action: string, carried: Readonly<Record<string, unknown>>): Cue => {
    const { own, line: added } = splitCarried(register, action, answersFrom(carried))
    const deed = { action, at: given.now, values: own.values, line: added.values, ...idOf(answersFrom(carried)) }
    return { register, on, deed: isId(on) ? { ...deed, id: on } : deed, actor: given.actor, linked: true }
  }
  if ('opens' in link) {
    for (const [n, carried] of link.carries(done.row, context, line, done.held.lines).entries())
      carryOut(stage, cue(link.opens, opens[n] ?? `${done.row.id} ${link.opens.record.key} ${n}`, 'start', carried))
    return
  }
  const { through } = link
  if (typeof through === 'string' && done.row[through] === null) return
  const { key } = link.performs.register.record
  const found = [...stage.records].filter(
    ([, { register, held }]) =>
      register.record.key === key &&
      (typeof through === 'string' ? held.row.id === done.row[through] : held.row[through.back] === done.row.id),
  )
  if (typeof through === 'string' && found.length === 0)
    throw new Error(`“${link.on}” moves a record that is not in the story: give it in “held”`)
  for (const [on, { held: other }] of found) {
    if (link.when && !link.when(done.row, other.row)) continue
    carryOut(
      stage,
      cue(
        link.performs.register,
        on,
        link.performs.action,
        link.carries?.(done.row, context, line, done.held.lines) ?? {},
      ),
    )
  }
}

/**
 * Plays a story in memory, in order of time: the same guards, checks, clocks and links as one deed at a time. Records
 * that begin have no reference yet.
 * @throws Outcome forbidden, conflict or invalid, as one deed at a time does
 */
export const playStory = (
  engine: Pick<Engine, 'calendars' | 'links'>,
  register: Register,
  story: LinkedStory,
): readonly PlayedStep[] => {
  const stage: Stage = { engine, records: new Map(Object.entries(story.held ?? {})), played: [] }
  // A stable sort: deeds of one moment keep the order in which they are told.
  const deeds = [...story.deeds].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const deed of deeds) {
    const on = deed.on ?? first
    const own = deed.starts ?? stage.records.get(on)?.register ?? story.register ?? register
    carryOut(stage, { register: own, on, deed, actor: deed.actor, linked: false })
  }
  return stage.played
}

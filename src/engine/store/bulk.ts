import type { Value } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import { londonDay } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { performed } from './perform.ts'
import { takeReferences, writeSteps } from './rows.ts'
import { type Given, guard, type Held, type Step, step } from './step.ts'
import type { Tx } from './transaction.ts'

/** A record's life to be written at once: the deeds with their moments, answers already parsed. */
export interface Story {
  readonly deeds: readonly {
    readonly action: string
    readonly at: Instant
    readonly actor: Actor
    readonly values: Readonly<Record<string, Value | null>>
    readonly line?: Readonly<Record<string, Value | null>>
  }[]
}

/** Plays a story in memory: the same guards, checks, clocks and links of rows as one deed at a time. */
export const play = (engine: Engine, register: Register, reference: string, story: Story): readonly Step[] => {
  const steps: Step[] = []
  let held: Held | null = null
  for (const { action, at, actor, values, line } of story.deeds) {
    const given: Given = { actor, now: at, today: londonDay(at), calendars: engine.calendars }
    // Who may bring rows in from a file may start records that way, and only that way.
    const fromFile =
      action === 'start' && (register.access.imports as readonly string[] | undefined)?.includes(actor.role)
    if (!fromFile) guard(register, action, held, given)
    const done: Step = step(
      register,
      held,
      reference,
      { action, values, ...(line === undefined ? {} : { line }) },
      given,
    )
    steps.push(done)
    held = done.held
  }
  return steps
}

/** References for stories in their order, by the year in which each begins. */
export const referencesFor = async (
  tx: Tx,
  register: Register,
  stories: readonly Story[],
): Promise<readonly string[]> => {
  const years = stories.map(story => Number((story.deeds[0]?.at ?? '').slice(0, 4)))
  const byYear = new Map<number, string[]>()
  for (const year of new Set(years)) {
    const count = years.filter(one => one === year).length
    byYear.set(year, [...(await takeReferences(tx, register.record.reference, year, count))])
  }
  return years.map(year => byYear.get(year)?.shift() ?? '')
}

/**
 * Writes the records of stories with few statements and hands what each batch became to `written`, which sees to the
 * ledger. While the database writes one batch the next is played.
 */
export const writeRecords = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  stories: readonly Story[],
  written: (steps: readonly (readonly Step[])[], from: number) => void | Promise<void>,
): Promise<void> => {
  const references = await referencesFor(tx, register, stories)
  const wording = engine.wordings.get(register.record.key) ?? ''
  const size = 500
  let before: Promise<void> = Promise.resolve()
  for (let from = 0; from < stories.length; from += size) {
    const played = stories
      .slice(from, from + size)
      .map((story, at) => play(engine, register, references[from + at] ?? '', story))
    await before
    before = writeSteps(tx, register, wording, played.flat(), 'insert').then(() => written(played, from))
    // Awaited in the next turn; a fault must not count as unheard until then.
    before.catch(() => {})
    await breath()
  }
  await before
}

/** Lets the statement go out, and other people's requests through, before the next batch is played. */
const breath = (): Promise<void> => new Promise(done => setImmediate(done))

/** Appends many entries, in the order of their moments; the last thing a transaction does. */
export const appendInOrder = async (tx: Tx, entries: readonly LedgerEntry[]): Promise<void> => {
  const sorted = [...entries].sort((a, b) => a.at.localeCompare(b.at))
  for (let from = 0; from < sorted.length; from += 2000) await appendLedger(tx, sorted.slice(from, from + 2000))
}

/**
 * Writes many records with few statements, in one transaction with their ledger entries: the demonstration. Ledger
 * entries carry the moments of the deeds and the people who did them.
 */
export const writeStories = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  stories: readonly Story[],
): Promise<readonly { reference: string; id: string }[]> => {
  const entries: LedgerEntry[] = []
  const made: { reference: string; id: string }[] = []
  await writeRecords(engine, tx, register, stories, (played, from) => {
    for (const [at, steps] of played.entries()) {
      const { deeds } = stories[from + at] ?? { deeds: [] }
      for (const [n, done] of steps.entries())
        entries.push(performed(register, done, deeds[n]?.actor as Actor, done.row.updatedAt))
      made.push({ reference: steps[0]?.row.reference ?? '', id: steps[0]?.row.id ?? '' })
    }
  })
  await appendInOrder(tx, entries)
  return made
}

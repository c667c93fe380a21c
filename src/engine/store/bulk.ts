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
    guard(register, action, held, given)
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
 * Writes many records with few statements, in one transaction with their ledger entries: imports and the
 * demonstration. Ledger entries carry the moments of the deeds and the people who did them.
 */
export const writeStories = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  stories: readonly Story[],
): Promise<readonly { reference: string; id: string }[]> => {
  const references = await referencesFor(tx, register, stories)
  const wording = engine.wordings.get(register.record.key) ?? ''
  const played = stories.map((story, at) => play(engine, register, references[at] ?? '', story))
  const size = 500
  for (let from = 0; from < played.length; from += size)
    await writeSteps(tx, register, wording, played.slice(from, from + size).flat(), 'insert')
  const entries: LedgerEntry[] = played.flatMap((steps, at) =>
    steps.map((done, n) => performed(register, done, stories[at]?.deeds[n]?.actor as Actor, done.row.updatedAt)),
  )
  entries.sort((a, b) => a.at.localeCompare(b.at))
  for (let from = 0; from < entries.length; from += 2000) await appendLedger(tx, entries.slice(from, from + 2000))
  return played.map(steps => ({ reference: steps[0]?.row.reference ?? '', id: steps[0]?.row.id ?? '' }))
}

import { setImmediate } from 'node:timers/promises'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { byLink, performed } from './perform.ts'
import { takeReferences, writeSteps } from './rows.ts'
import type { Step } from './step.ts'
import { type LinkedStory, type PlayedStep, playStory } from './story.ts'
import type { Tx } from './transaction.ts'

/** Where a story's first record is, once it is written. */
export interface Written {
  readonly reference: string
  readonly id: string
}

/** Writes stories batch by batch in one transaction; the ledger follows in the order of time. */
export interface StoryWriter {
  /** Stories of a batch begin no earlier than those of the batch before it. */
  readonly write: (register: Register, stories: readonly LinkedStory[]) => Promise<readonly Written[]>
  /** Waits for what is being written, also where it fails: before the transaction is taken back. */
  readonly settle: () => Promise<void>
  /** Writes what is left for the ledger. Without it the transaction must not be committed. */
  readonly finish: () => Promise<void>
}

/** Gives each record that begins its reference, in order of time, by the year in which it begins. */
const withReferences = async (tx: Tx, played: readonly PlayedStep[]): Promise<ReadonlyMap<string, string>> => {
  const references = new Map<string, string>()
  const starting = new Map<string, { prefix: string; year: number; ids: string[] }>()
  for (const { register, step } of played) {
    if (step.row.reference !== '' || references.has(step.row.id)) continue
    references.set(step.row.id, '')
    const { reference: prefix } = register.record
    const year = Number(step.row.createdAt.slice(0, 4))
    const group = starting.get(`${prefix} ${year}`) ?? { prefix, year, ids: [] }
    group.ids.push(step.row.id)
    starting.set(`${prefix} ${year}`, group)
  }
  for (const { prefix, year, ids } of starting.values()) {
    const taken = await takeReferences(tx, prefix, year, ids.length)
    for (const [at, id] of ids.entries()) references.set(id, taken[at] ?? '')
  }
  return references
}

const byMoment = (a: PlayedStep, b: PlayedStep): number => {
  const [one, other] = [a.step.row.updatedAt, b.step.row.updatedAt]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Plays in small portions and lets go in between, so that the database is fed while the next portion is played. */
const playAll = async (engine: Engine, register: Register, stories: readonly LinkedStory[]) => {
  const lives: (readonly PlayedStep[])[] = []
  for (const [at, story] of stories.entries()) {
    lives.push(playStory(engine, register, story))
    if (at % 10 === 9) await setImmediate()
  }
  return lives
}

const size = 500

const writeRecords = async (engine: Engine, tx: Tx, played: readonly PlayedStep[]): Promise<void> => {
  const born = new Set(played.filter(({ step }) => step.row.version === 1).map(({ step }) => step.row.id))
  for (const register of new Set(played.map(one => one.register))) {
    const steps = played.filter(one => one.register === register).map(one => one.step)
    const wording = engine.wordings.get(register.record.key) ?? ''
    const byRecord = new Map<string, Step[]>()
    for (const step of steps) byRecord.set(step.row.id, [...(byRecord.get(step.row.id) ?? []), step])
    const fresh = [...byRecord].filter(([id]) => born.has(id)).map(([, of]) => of)
    const held = [...byRecord].filter(([id]) => !born.has(id)).map(([, of]) => of)
    for (let from = 0; from < fresh.length; from += size)
      await writeSteps(tx, register, wording, fresh.slice(from, from + size).flat(), 'insert')
    for (let from = 0; from < held.length; from += size)
      await writeSteps(tx, register, wording, held.slice(from, from + size).flat(), 'update')
  }
}

const entryOf = ({ register, step, actor, linked }: PlayedStep): LedgerEntry => {
  const entry = performed(register, step, actor, step.row.updatedAt)
  return linked ? byLink(entry, actor) : entry
}

/**
 * Writes many records with few statements: imports and the demonstration. Ledger entries carry the moments of the deeds
 * and the people who did them, and are held back until no later batch can come before them.
 */
export const createStoryWriter = (engine: Engine, tx: Tx): StoryWriter => {
  let waiting: LedgerEntry[] = []
  const append = async (until: Instant | null) => {
    const ready = until === null ? waiting : waiting.filter(entry => entry.at < until)
    waiting = until === null ? [] : waiting.filter(entry => entry.at >= until)
    ready.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    for (let from = 0; from < ready.length; from += 2000) await appendLedger(tx, ready.slice(from, from + 2000))
  }
  let before: Promise<unknown> = Promise.resolve()
  const store = async (lives: readonly (readonly PlayedStep[])[]): Promise<readonly Written[]> => {
    const played = lives.flat().sort(byMoment)
    const references = await withReferences(tx, played)
    // Rows that nobody else has seen yet: filling in the reference is cheaper than copying each of them.
    for (const { step } of played) {
      const reference = references.get(step.row.id)
      if (reference !== undefined) Object.assign(step.row, { reference })
    }
    if (played[0]) await append(played[0].step.row.updatedAt)
    await writeRecords(engine, tx, played)
    waiting.push(...played.map(entryOf))
    return lives.map(life => {
      const row = life[0]?.step.row
      return { reference: references.get(row?.id ?? '') ?? row?.reference ?? '', id: row?.id ?? '' }
    })
  }
  return {
    write: async (register, stories) => {
      const lives = await playAll(engine, register, stories)
      const stored = before.then(() => store(lives))
      // After a failure nothing more is written: what follows fails with it.
      before = stored
      before.catch(() => {})
      return await stored
    },
    settle: async () => {
      await before.catch(() => {})
    },
    finish: async () => {
      await before
      await append(null)
    },
  }
}

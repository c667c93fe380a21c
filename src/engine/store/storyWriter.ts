import { setImmediate } from 'node:timers/promises'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import { system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { byLink, performed } from './perform.ts'
import { takeReferences, writeSteps } from './rows.ts'
import type { Step } from './step.ts'
import { type LinkedStory, type PlayedStep, playStory } from './story.ts'
import { bindAs, type Tx } from './transaction.ts'

/** Where a story's first record is, once it is written. */
export interface Written {
  readonly reference: string
  readonly id: string
}

/**
 * Writes stories in one transaction; the ledger follows in the order of time. Nobody is told of them: what a demonstration
 * invents, a file brings or the engine suggests is of the past or comes by the hundred, and waits in lists.
 */
export interface StoryWriter {
  /**
   * Stories in the order in which they begin, also from one call to the next. Each batch of them is played while the
   * database writes the one before; `progress` is told how many are written.
   */
  readonly write: (
    register: Register,
    stories: Iterable<LinkedStory>,
    progress?: (written: number) => void,
  ) => Promise<readonly Written[]>
  /** Writes what is left for the ledger. Without it the transaction must not be committed. */
  readonly finish: () => Promise<void>
}

/** A record among those of all registers: a record that a link opens may have the identifier of the one it came from. */
const identityOf = ({ record }: Register, { row }: Step): string => `${record.key} ${row.id}`

/** Gives the records that begin their references, in order of time, by the year in which each begins. */
const giveReferences = async (tx: Tx, played: readonly PlayedStep[]): Promise<void> => {
  const given = new Map<string, string>()
  const starting = new Map<string, { prefix: string; year: number; ids: string[] }>()
  const starts = played.filter(({ step }) => step.action === 'start' && step.row.reference === '')
  for (const { register, step } of starts.sort(byMoment)) {
    const { reference: prefix } = register.record
    const year = Number(step.row.createdAt.slice(0, 4))
    const group = starting.get(`${prefix} ${year}`) ?? { prefix, year, ids: [] }
    group.ids.push(identityOf(register, step))
    starting.set(`${prefix} ${year}`, group)
  }
  // All asked for at once, so that none has to wait for what is written after it.
  await Promise.all(
    [...starting.values()].map(async ({ prefix, year, ids }) => {
      const taken = await takeReferences(tx, prefix, year, ids.length)
      for (const [at, id] of ids.entries()) given.set(id, taken[at] ?? '')
    }),
  )
  // Rows that nobody else has seen yet: filling in the reference is cheaper than copying each of them.
  for (const { register, step } of played) {
    const reference = given.get(identityOf(register, step))
    if (reference !== undefined) Object.assign(step.row, { reference })
  }
}

const byMoment = (a: PlayedStep, b: PlayedStep): number => {
  const [one, other] = [a.step.at, b.step.at]
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

/** The steps of one record, one after another. */
interface Life {
  readonly register: Register
  readonly born: boolean
  /** Some of its deeds followed from deeds on other records. */
  readonly linked: boolean
  readonly steps: readonly Step[]
}

const livesOf = (played: readonly PlayedStep[]): readonly Life[] => {
  const byRecord = new Map<string, PlayedStep[]>()
  for (const one of played) {
    const identity = identityOf(one.register, one.step)
    const own = byRecord.get(identity)
    if (own) own.push(one)
    else byRecord.set(identity, [one])
  }
  return [...byRecord.values()].map(own => {
    const [begun] = own as [PlayedStep]
    return {
      register: begun.register,
      born: begun.step.action === 'start',
      linked: own.some(({ linked }) => linked),
      steps: own.map(({ step }) => step),
    }
  })
}

/** Sends everything before it returns, so that nothing of another batch comes in between. */
const writeRecords = (engine: Engine, tx: Tx, played: readonly PlayedStep[]): Promise<unknown> => {
  const lives = livesOf(played)
  const sent: Promise<unknown>[] = []
  const send = (linked: boolean) => {
    const own = lives.filter(life => life.linked === linked)
    for (const register of new Set(own.map(life => life.register)))
      for (const born of [true, false]) {
        const steps = own.flatMap(life => (life.register === register && life.born === born ? life.steps : []))
        const wording = engine.wordings.get(register.record.key) ?? ''
        if (steps.length > 0) sent.push(writeSteps(tx, register, wording, steps, born ? 'insert' : 'update'))
      }
  }
  send(false)
  if (lives.some(life => life.linked)) {
    // What follows from a deed that is allowed is written whether or not the person may see it.
    sent.push(bindAs(tx, system(tx.actor)))
    send(true)
    sent.push(bindAs(tx, tx.actor))
  }
  return Promise.all(sent)
}

const entryOf = ({ register, step, actor, linked }: PlayedStep): LedgerEntry => {
  const entry = performed(register, step, actor, step.at)
  return linked ? byLink(entry, actor) : entry
}

/**
 * Writes many records with few statements: imports and the demonstration. Ledger entries carry the moments of the deeds
 * and the people who did them, and are held back until no later batch can come before them.
 */
export const createStoryWriter = (engine: Engine, tx: Tx): StoryWriter => {
  let waiting: LedgerEntry[] = []
  let appended: Promise<void> = Promise.resolve()
  const append = (until: Instant | null): Promise<void> => {
    const ready = until === null ? waiting : waiting.filter(entry => entry.at < until)
    waiting = until === null ? [] : waiting.filter(entry => entry.at >= until)
    ready.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    // One after the other: where many are ready, those of a later batch do not come between two portions of them.
    const turn = appended.then(async () => {
      for (let from = 0; from < ready.length; from += 2000) await appendLedger(tx, ready.slice(from, from + 2000))
    })
    appended = turn.catch(() => undefined)
    return turn
  }
  const store = async (played: readonly PlayedStep[]): Promise<void> => {
    // What begins later comes later in the ledger than everything before the first moment of this batch.
    const begins = played.reduce((first, one) => (byMoment(one, first) < 0 ? one : first))
    const sent = [append(begins.step.at), writeRecords(engine, tx, played)]
    // Worked out while the database writes.
    for (const one of played) waiting.push(entryOf(one))
    await Promise.all(sent)
  }
  return {
    write: async (register, stories, progress) => {
      const done: Written[] = []
      const storing: { lives: readonly (readonly PlayedStep[])[]; stored: Promise<void> }[] = []
      const settle = async () => {
        const oldest = storing.shift()
        await oldest?.stored
        for (const [begun] of oldest?.lives ?? [])
          done.push({ reference: begun?.step.row.reference ?? '', id: begun?.step.row.id ?? '' })
        progress?.(done.length)
      }
      const send = async ({ lives, referred }: Ready) => {
        await referred
        // One batch that is being written and one that waits: the database never waits for us, and memory is bounded.
        if (storing.length > 1) await settle()
        storing.push({ lives, stored: heard(store(lives.flat())) })
      }
      try {
        // References of a batch are asked for before the one ahead of it is sent, else they would wait for its rows.
        let ready: Ready | null = null
        for (const batch of batchesOf(stories)) {
          const lives = await playAll(engine, register, batch)
          const next: Ready = { lives, referred: heard(giveReferences(tx, lives.flat())) }
          if (ready) await send(ready)
          ready = next
        }
        if (ready) await send(ready)
        while (storing.length > 0) await settle()
        return done
      } finally {
        // Also where it fails: nothing may still be writing when the transaction is taken back.
        await Promise.allSettled(storing.map(({ stored }) => stored))
      }
    },
    finish: () => append(null),
  }
}

/** A batch that is played, with its references on the way. */
interface Ready {
  readonly lives: readonly (readonly PlayedStep[])[]
  readonly referred: Promise<void>
}

/** A failure is met at the next await, not while nobody looks. */
const heard = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => {})
  return promise
}

/** Small enough to be forgotten again soon, large enough that the statements of a batch do not matter. */
const size = 100

const batchesOf = function* (stories: Iterable<LinkedStory>): Iterable<readonly LinkedStory[]> {
  let batch: LinkedStory[] = []
  for (const story of stories) {
    batch.push(story)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

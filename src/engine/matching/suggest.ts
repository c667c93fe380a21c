import type { FoundPair } from '../../declare/matching.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import { midSentence, plural } from '../../kit/names.ts'
import { type Actor, system } from '../actor.ts'
import { type Engine, registerByKey } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { forbidden } from '../outcome.ts'
import { amountsOnRecord } from '../store/about.ts'
import type { StoryDeed } from '../store/story.ts'
import { createStoryWriter } from '../store/storyWriter.ts'
import { type Tx, within } from '../store/transaction.ts'
import { enoughToLearn } from './candidates.ts'
import { pairsOfSome, pairsOfWhole, type WeighedPair } from './peoplePairs.ts'
import { type Decided, decidedPairs } from './recorded.ts'

/** Two records that may be one, with what speaks for and against it. */
export interface Suggestion {
  /** Reference of the record that would stay: of which more is on record, else the older one. */
  readonly stays: string
  readonly other: string
  /** That both are one: 0 to 1. */
  readonly chance: number
  readonly strength: FoundPair['strength']
  readonly bits: number
  readonly why: readonly string[]
  /** Reference of the record in which people decide it; nothing where it is not on record. */
  readonly recorded: string | null
}

export interface Suggested {
  /** The likeliest first. */
  readonly pairs: readonly Suggestion[]
  /** Identifiers of the suggestions that were saved. */
  readonly saved: readonly string[]
}

/** A register of pairs with the register they are of. */
export interface Compared {
  /** Whose records are compared. */
  readonly of: Register
  /** Where the pairs are decided. */
  readonly decided: Register
  /** Address of the pairs that wait for a decision. */
  readonly address: string
}

/** The registers whose records are compared with each other. */
export const comparedRegisters = (engine: Pick<Engine, 'registers'>): readonly Compared[] =>
  engine.registers.flatMap(decided => {
    const field = decided.matching && decided.record.fields[decided.matching.pair[0]]
    if (field?.kind !== 'related') return []
    const address = `/${pathOf(decided)}?state=${decided.pathway.starts}`
    return [{ of: registerByKey(engine, field.register), decided, address }]
  })

/**
 * Whoever compares is shown names and days of birth: those may who may say that two records are one.
 * @throws Outcome forbidden
 */
export const mustCompare = async (engine: Engine, actor: Actor, { of, decided }: Compared): Promise<void> => {
  const { by } = decided.pathway.start
  if (actor.role === 'system' || (by as readonly string[]).includes(actor.role)) return
  const { key, plural: many } = of.record
  await engine.ledger.write({ at: now(), actor, event: 'refused', register: key, action: 'match', detail: 'forbidden' })
  throw forbidden(`Your role may not compare ${midSentence(many)}`)
}

/** An older reference has the lower year and number, however many digits it has. */
const isOlder = (one: string, other: string): boolean => one.localeCompare(other, 'en', { numeric: true }) < 0

/** The pairs in the order in which they would be merged: first what stays. */
const inOrder = async (engine: Engine, tx: Tx, { of, decided }: Compared, pairs: readonly WeighedPair[]) => {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one.id, other.id]))]
  const amounts = await amountsOnRecord(engine, tx, of, ids, [decided])
  return pairs.map(pair => {
    const { one, other } = pair
    const more = (amounts.get(one.id) ?? 0) - (amounts.get(other.id) ?? 0)
    const keeps = more === 0 ? isOlder(one.reference, other.reference) : more > 0
    return keeps ? pair : { ...pair, one: other, other: one }
  })
}

const save = async (engine: Engine, tx: Tx, decided: Register, by: FoundPair['by'], pairs: readonly WeighedPair[]) => {
  const { matching } = decided
  if (!matching || pairs.length === 0) return []
  const at = now()
  const writer = createStoryWriter(engine, tx)
  const written = await writer.write(
    decided,
    pairs.map(({ one, other, strength, bits, why }) => {
      const found: FoundPair = { stays: one.id, other: other.id, by, at, strength, bits, evidence: why }
      return {
        deeds: [{ action: 'start', at, actor: tx.actor, values: matching.suggests(found) as StoryDeed['values'] }],
      }
    }),
  )
  await writer.finish()
  return written
}

const told = ({ one, other, chance, strength, bits, why }: WeighedPair, recorded: Decided['reference'] | null) => ({
  stays: one.reference,
  other: other.reference,
  chance,
  strength,
  bits,
  why,
  recorded,
})

export interface Wanted {
  /** The records that are new, where not all are to be compared with all: each of them with everybody. */
  readonly ids?: readonly string[]
  /** Whether the pairs that are not yet on record become suggestions. */
  readonly save: boolean
}

/**
 * Compares the records of a register with each other, as the one who asks may know them, and suggests pairs that may be one. A
 * pair that is on record, in either order and in whatever state, is not suggested again. Nothing is merged: people decide.
 * @throws Outcome forbidden for a role that may not say that two records are one
 */
export const suggestPairs = async (
  engine: Engine,
  actor: Actor,
  compared: Compared,
  wanted: Wanted,
): Promise<Suggested> => {
  await mustCompare(engine, actor, compared)
  return within(engine, actor, async tx => {
    const { of, decided } = compared
    const { ids } = wanted
    const found = ids && ids.length < enoughToLearn ? await pairsOfSome(tx, ids) : await pairsOfWhole(tx, ids)
    // Whoever compares at the same moment waits here, and finds what the first has saved.
    if (wanted.save)
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`suggest ${decided.record.key}`])
    const known = await decidedPairs(tx, decided, found)
    const pairs = await inOrder(engine, tx, compared, found)
    const fresh = wanted.save ? pairs.filter(pair => known.of(pair) === null) : []
    const written = await save(engine, tx, decided, ids ? 'file' : 'register', fresh)
    const references = new Map(fresh.map((pair, at) => [pair, written[at]?.reference ?? null]))
    const detail = `compared: ${pairs.length} pairs, ${written.length} new`
    await appendLedger(tx, [{ at: now(), actor: tx.actor, event: 'listed', register: of.record.key, detail }])
    return {
      pairs: pairs.map(pair => told(pair, known.of(pair) ?? references.get(pair) ?? null)),
      saved: written.map(({ id }) => id),
    }
  })
}

/** How many suggestions wait for a decision, as the one who asks may know of them, and where. */
export interface Waiting {
  readonly count: number
  readonly address: string
}

/** In a sentence, for whoever brought the file. */
export const waitingWords = ({ count, address }: Waiting): string =>
  count === 0
    ? 'None of them seems to be on record under another reference.'
    : `${plural(count, 'pair')} may be one person and ${count === 1 ? 'waits' : 'wait'} for a decision: ${address}`

/**
 * Compares records that a file has brought in with everybody on record. All are compared, also with those whom the one who
 * brought the file may not know of, as what follows from a deed is: only of what they may see are they told.
 */
export const suggestForFile = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  ids: readonly string[],
): Promise<Waiting | null> => {
  const compared = comparedRegisters(engine).find(({ of }) => of === register)
  if (!compared || ids.length === 0) return null
  const { saved } = await suggestPairs(engine, system(actor), compared, { ids, save: true })
  const [seen] = await within(engine, actor, tx =>
    tx.query<{ n: number }>(
      `select count(*)::integer as n from canopy.${compared.decided.record.key} where id = any($1)`,
      [saved],
    ),
  )
  return { count: seen?.n ?? 0, address: compared.address }
}

import { type RawBuilder, sql } from 'kysely'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { now, today } from '../../kit/clock.ts'
import type { Day, Instant } from '../../kit/dates.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { tablesAt } from '../measures/tablesAt.ts'
import { countedFor } from '../measures/tally.ts'
import { conflict, invalid, notFound } from '../outcome.ts'
import { answersFrom, byLink, carryOut, findToChange, noted } from '../store/perform.ts'
import { startMany } from '../store/startMany.ts'
import { guard } from '../store/step.ts'
import { bindAs, type Tx } from '../store/transaction.ts'
import { countsOf, draw, type Member } from './draw.ts'

/** Records from which samples are drawn: those of one register that a condition finds, as they stood at a moment. */
export interface Population {
  readonly register: Register
  /** True for the records of the cohort, in the columns of the register's table; both days are included. */
  readonly where: (days: { readonly from: Day; readonly to: Day }) => RawBuilder<boolean>
  /** Columns by which it divides into groups, by the name under which they are asked for. */
  readonly strata: Readonly<Record<string, string>>
}

/** What a record says of the sample it wants. */
export interface SampleAsked {
  readonly population: string
  readonly from: Day | null
  readonly to: Day | null
  /** Absent: all. */
  readonly size: number | null
  readonly stratifiedBy: string | null
}

/** Which register keeps samples, by which deed one is drawn, and what is opened for each case. */
export interface Sampling {
  readonly of: Register
  readonly on: string
  readonly opens: Register
  readonly populations: Readonly<Record<string, Population>>
  readonly asks: (row: AnyRow) => SampleAsked
  /** What the record keeps of the draw. */
  readonly keeps: (drawn: Kept) => Readonly<Record<string, unknown>>
  readonly carries: (row: AnyRow, member: Found, position: number, at: Day) => Readonly<Record<string, unknown>>
}

export interface Kept {
  readonly seed: string
  readonly at: Instant
  readonly population: number
  readonly size: number
}

export interface Found extends Member {
  readonly reference: string
}

/** More cases than anybody audits: a mistake in the days or in the size. */
const most = 5000

const populationOf = ({ populations }: Sampling, asked: SampleAsked) => {
  const found = Object.hasOwn(populations, asked.population) ? populations[asked.population] : undefined
  if (!found || asked.from === null || asked.to === null)
    throw conflict('Its cases are not found here: they are added one by one', [])
  const { stratifiedBy } = asked
  const column = stratifiedBy === null ? null : found.strata[stratifiedBy]
  if (column === undefined)
    throw invalid([{ field: 'stratifiedBy', message: 'These records do not divide into such groups. Choose others' }])
  return { found, days: { from: asked.from, to: asked.to }, column }
}

/**
 * The cohort as it stood at a moment, as this person's figures are counted: what is withheld from them is in no sample of theirs. The
 * same moment gives the same cohort later, whatever has happened to its records since.
 */
const membersAt = (
  engine: Engine,
  actor: Actor,
  sampling: Sampling,
  asked: SampleAsked,
  at: Instant,
): Promise<readonly Member[]> => {
  const { found, days, column } = populationOf(sampling, asked)
  const { key } = found.register.record
  return countedFor(engine, actor, async ({ pools }) => {
    const { rows } = await sql<Member>`${tablesAt(found.register, at, key)}
      select id, ${column === null ? sql`null` : sql`${sql.ref(`${key}.${column}`)}::text`} as stratum
        from ${sql.ref(key)} where ${found.where(days)}`.execute(pools.measures)
    return rows
  })
}

/** The records drawn with their references, in the order in which they were drawn: of a whole cohort nobody needs them. */
const withReferences = async (
  engine: Engine,
  actor: Actor,
  sampling: Sampling,
  asked: SampleAsked,
  drawn: readonly Member[],
): Promise<readonly Found[]> => {
  const { key } = populationOf(sampling, asked).found.register.record
  const ids = drawn.map(({ id }) => id)
  const { rows } = await countedFor(engine, actor, ({ pools }) =>
    sql<{
      id: string
      reference: string
    }>`select id, reference from ${sql.ref(key)} where id = any(${ids}::uuid[])`.execute(pools.measures),
  )
  const references = new Map(rows.map(({ id, reference }) => [id, reference]))
  return drawn.map(member => ({ ...member, reference: references.get(member.id) ?? '' }))
}

const drawFrom = (members: readonly Member[], asked: SampleAsked, seed: string): readonly Member[] => {
  const size = asked.size ?? members.length
  if (size > most)
    throw invalid([{ field: 'sampleSize', message: `At most ${most} cases are drawn at once. The cohort has ${size}` }])
  if (members.length === 0)
    throw invalid([{ field: 'sampleSize', message: 'No record belongs to this cohort. Check its days' }])
  return draw(members, { seed, size, stratified: asked.stratifiedBy !== null })
}

/** How many the cohort has now, and in which groups. */
export const cohortNow = async (engine: Engine, actor: Actor, sampling: Sampling, row: AnyRow) => {
  const asked = sampling.asks(row)
  const members = await membersAt(engine, actor, sampling, asked, now())
  return { count: members.length, groups: asked.stratifiedBy === null ? null : countsOf(members) }
}

/** The references that the same seed gives from the cohort as it stood then, in their order. */
export const drawnAgain = async (
  engine: Engine,
  actor: Actor,
  sampling: Sampling,
  row: AnyRow,
  { seed, at }: Pick<Kept, 'seed' | 'at'>,
): Promise<readonly string[]> => {
  const asked = sampling.asks(row)
  const members = await membersAt(engine, actor, sampling, asked, at)
  const drawn = await withReferences(engine, actor, sampling, asked, drawFrom(members, asked, seed))
  return drawn.map(({ reference }) => reference)
}

/** Opens a case for each, as Canopy itself, and answers with what the ledger says of it. */
const openCases = async (
  engine: Engine,
  tx: Tx,
  { opens, carries }: Sampling,
  row: AnyRow,
  sample: readonly Found[],
) => {
  await bindAs(tx, system(tx.actor))
  const asSystem: Tx = { ...tx, actor: system(tx.actor) }
  const values = sample.map((member, n) => ({
    ...{ teamId: tx.actor.teamId, agencyId: tx.actor.agencyId },
    ...carries(row, member, n + 1, today()),
  }))
  const { entries } = await startMany(engine, asSystem, opens, values)
  await bindAs(tx, tx.actor)
  return entries
}

/**
 * Draws the sample of a record and opens a case for each, or does nothing.
 * @returns how many cases were opened
 * @throws Outcome notFound, forbidden, conflict where it has been drawn, or invalid where the cohort is too small
 */
export const drawSample = (
  engine: Engine,
  actor: Actor,
  sampling: Sampling,
  { reference, seed, version }: { readonly reference: string; readonly seed: string; readonly version?: number },
): Promise<number> => {
  const { of, on, asks, keeps } = sampling
  const wanted = { register: of, action: on, reference, typed: {}, ...(version === undefined ? {} : { version }) }
  return noted(engine, actor, wanted, async tx => {
    const at = now()
    const held = await findToChange(tx, of, reference)
    if (!held) throw notFound()
    guard(of, on, held, { actor, now: at, today: today(), calendars: engine.calendars }, version)
    if (seed.trim() === '')
      throw invalid([{ field: 'seed', message: 'Enter any words from which the sample is drawn' }])
    if (seed.length > 80) throw invalid([{ field: 'seed', message: 'The words must be 80 characters or fewer' }])
    const asked = asks(held.row)
    const members = await membersAt(engine, actor, sampling, asked, at)
    const sample = await withReferences(engine, actor, sampling, asked, drawFrom(members, asked, seed.trim()))
    const entries = await openCases(engine, tx, sampling, held.row, sample)
    const kept = keeps({ seed: seed.trim(), at, population: members.length, size: sample.length })
    const drawn = await carryOut(engine, tx, wanted, answersFrom(kept))
    await appendLedger(tx, [...drawn.entries, ...entries.map(entry => byLink(entry, actor))])
    return sample.length
  })
}

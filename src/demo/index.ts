import type { OpenEngine } from '../engine/createEngine.ts'
import { findHeld } from '../engine/store/rows.ts'
import { createStoryWriter } from '../engine/store/storyWriter.ts'
import { type Tx, within } from '../engine/store/transaction.ts'
import { now } from '../kit/clock.ts'
import { addDays, daysBetween, type Instant, instantOf, londonDay } from '../kit/dates.ts'
import { plural } from '../kit/names.ts'
import type { ProgressAt } from '../kit/progress.ts'
import { createRandom } from '../kit/random.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { chooseSegment } from './contacts.ts'
import { type DemoContext, type OpenRecord, openContext, type Segment } from './context.ts'
import { founder, readPartnershipAnew, writePartnership } from './partnership.ts'
import { inOrder, storyCount, storyMakers } from './stories.ts'

export { demoPassword } from './staff.ts'

export interface DemoOptions {
  readonly progress?: (at: ProgressAt) => void
  /** 1 for the full demonstration; smaller for tests, in proportion. */
  readonly scale?: number
  readonly seed?: string
}

export interface DemoReport {
  /** `present`: it was there already. `refused`: the database holds a partnership of its own, which stays untouched. */
  readonly result: 'loaded' | 'present' | 'refused'
  readonly records: number
  readonly seconds: number
}

/** What was loaded, kept beside the digest of the access rules: seed and size, so that a refresh continues the same lives. */
interface Mark {
  readonly seed: string
  readonly scale: number
  readonly segments: readonly Segment[]
  /** Organisations and people are committed before the stories, which need the schools' calendars. */
  readonly stage: 'partnership' | 'stories'
  /** Up to when stories are told. */
  readonly at: Instant
}

const findMark = async (tx: Tx): Promise<Mark | null> => {
  const rows = await tx.query<{ digest: string; at: Instant }>(
    "select digest, at from canopy.compiled where what = 'demonstration'",
  )
  return rows[0] ? { ...(JSON.parse(rows[0].digest) as Omit<Mark, 'at'>), at: rows[0].at } : null
}

const writeMark = (tx: Tx, { at, ...mark }: Mark) =>
  tx.query(
    `insert into canopy.compiled (what, digest, at) values ('demonstration', $1, $2)
     on conflict (what) do update set digest = excluded.digest, at = excluded.at`,
    [JSON.stringify(mark), at],
  )

/** Whether the database holds the whole demonstration. */
export const hasDemo = (engine: OpenEngine): Promise<boolean> =>
  asOwner(engine, async tx => (await findMark(tx))?.stage === 'stories')

/** Whether somebody works here already: then nothing invented is poured in. */
const isInUse = async (tx: Tx): Promise<boolean> => {
  const rows = await tx.query('select 1 from canopy.account union all select 1 from canopy.agency limit 1')
  return rows.length > 0
}

/** As the owner, in one transaction: a start that is killed half-way leaves nothing behind and begins again cleanly. */
const asOwner = <T>(engine: OpenEngine, work: (tx: Tx) => Promise<T>): Promise<T> =>
  within({ pools: { app: engine.owner } }, founder, async tx => {
    await tx.query('select pg_advisory_xact_lock(7236003)')
    return await work(tx)
  })

const writeAll = async (
  engine: OpenEngine,
  tx: Tx,
  demo: DemoContext,
  expected: number,
  progress: (stage: string, fraction: number) => void,
): Promise<number> => {
  const writer = createStoryWriter(engine, tx)
  const stories = inOrder(storyMakers.map(maker => maker(demo)))
  const written = await writer.write(contactRegister, stories, records =>
    progress('Writing invented contacts', Math.min(0.97, 0.03 + (0.94 * records) / expected)),
  )
  progress('Closing the ledger', 0.97)
  await writer.finish()
  return written.length
}

const foundPartnership = (
  engine: OpenEngine,
  { seed, scale }: Pick<Mark, 'seed' | 'scale'>,
  progress: (stage: string, fraction: number) => void,
): Promise<'founded' | 'present' | 'refused'> =>
  asOwner(engine, async tx => {
    const mark = await findMark(tx)
    if (mark) return mark.stage === 'stories' ? 'present' : 'founded'
    if (await isInUse(tx)) return 'refused'
    progress('Inventing the partnership', 0)
    await writePartnership(tx, createRandom(seed))
    await writeMark(tx, { seed, scale, segments: [], stage: 'partnership', at: now() })
    return 'founded'
  })

/** Counts rows for the planner, two tables at a time, the largest first. */
const analyse = async ({ owner }: OpenEngine): Promise<void> => {
  const { rows } = await owner.query<{ table: string }>(
    `select format('%I.%I', schemaname, relname) as table from pg_stat_user_tables order by pg_table_size(relid) desc`,
  )
  const tables = rows.values()
  const work = async () => {
    for (const { table } of tables) await owner.query(`analyze ${table}`)
  }
  await Promise.all([work(), work()])
}

/**
 * Creates the demonstration partnership: invented people, the two calibrated years, and the last six weeks up to today.
 * Safe to call at every start; a database with a partnership of its own is left alone.
 */
export const loadDemo = async (engine: OpenEngine, options: DemoOptions = {}): Promise<DemoReport> => {
  const { scale = 1, seed = 'canopy' } = options
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const progress = (stage: string, fraction: number) => options.progress?.({ stage, fraction, seconds: seconds() })
  const founded = await foundPartnership(engine, { seed, scale }, progress)
  if (founded === 'refused' || founded === 'present') return { result: founded, records: 0, seconds: seconds() }
  await readPartnershipAnew(engine)
  const report = await asOwner(engine, async (tx): Promise<DemoReport> => {
    const mark = await findMark(tx)
    if (mark?.stage !== 'partnership') return { result: 'present', records: 0, seconds: seconds() }
    const at = now()
    const context = {
      engine,
      random: createRandom(mark.seed),
      scale: mark.scale,
      now: at,
      since: null,
      segments: [],
      open: [],
    }
    const empty = await openContext(tx, context)
    const segments = [chooseSegment(empty, instantOf(addDays(londonDay(at), -42), '00:00'), [])]
    const records = await writeAll(engine, tx, { ...empty, segments }, storyCount(mark.scale), progress)
    const told: Mark = { ...mark, stage: 'stories', segments, at }
    await writeMark(tx, told)
    return { result: 'loaded', records, seconds: seconds() }
  })
  if (report.result === 'loaded') {
    progress('Counting rows for the database', 0.98)
    await analyse(engine)
    progress('Done', 1)
  }
  return { ...report, seconds: seconds() }
}

/** Records of all registers that are not closed, locked until the end of the transaction. */
const openRecords = async (engine: OpenEngine, tx: Tx): Promise<readonly OpenRecord[]> => {
  const found: OpenRecord[] = []
  for (const register of engine.registers) {
    const rows = await tx.query<{ id: string }>(
      `select id from canopy.${register.record.key} where closed_at is null order by id`,
    )
    for (const { id } of rows) {
      const held = await findHeld(tx, register, id, true)
      if (held) found.push({ register, held })
    }
  }
  return found
}

/**
 * Moves the demonstration on to today: what was open goes its way, and contacts of the days since are added. What
 * somebody has worked on in the meantime stays as they left it. `refused` where there is no demonstration.
 */
export const refreshDemo = async (
  engine: OpenEngine,
  options: Pick<DemoOptions, 'progress'> = {},
): Promise<DemoReport> => {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const progress = (stage: string, fraction: number) => options.progress?.({ stage, fraction, seconds: seconds() })
  return await asOwner(engine, async (tx): Promise<DemoReport> => {
    const mark = await findMark(tx)
    if (mark?.stage !== 'stories') return { result: 'refused', records: 0, seconds: seconds() }
    const at = now()
    if (at <= mark.at) return { result: 'present', records: 0, seconds: seconds() }
    progress('Reading what is open', 0)
    const open = await openRecords(engine, tx)
    const context = {
      engine,
      random: createRandom(mark.seed),
      scale: mark.scale,
      now: at,
      since: mark.at,
      segments: mark.segments,
      open,
    }
    const before = await openContext(tx, context)
    const segments = [...mark.segments, chooseSegment(before, mark.at, mark.segments)]
    const expected = open.length + daysBetween(londonDay(mark.at), londonDay(at)) * 36
    const records = await writeAll(engine, tx, { ...before, segments }, expected, progress)
    await writeMark(tx, { ...mark, segments, at })
    progress('Done', 1)
    return { result: 'loaded', records, seconds: seconds() }
  })
}

const sentences = {
  load: {
    loaded: (n: number) => `The demonstration is ready: ${plural(n, 'invented story', 'invented stories')}.`,
    present: () => 'The demonstration is there already. canopy demo refresh moves it on to today.',
    refused: () => 'This database holds a partnership of its own. Nothing invented is added to it.',
  },
  refresh: {
    loaded: (n: number) =>
      `The demonstration is moved on to today: ${plural(n, 'story', 'stories')} added or continued.`,
    present: () => 'The demonstration is up to date.',
    refused: () => 'This database holds no demonstration. canopy demo load creates one in an empty database.',
  },
} as const

/** For the command line: does it and says in a sentence what came of it. */
export const answerDemo = async (
  engine: OpenEngine,
  what: 'load' | 'refresh',
  progress: (at: ProgressAt) => void,
): Promise<{ readonly done: boolean; readonly sentence: string }> => {
  const { result, records } = await (what === 'load' ? loadDemo : refreshDemo)(engine, { progress })
  return { done: result !== 'refused', sentence: sentences[what][result](records) }
}

import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import { auditSampling } from '../src/app/samples.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import type { AnyRow } from '../src/declare/record.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { drawnAgain } from '../src/engine/sampling/sample.ts'
import { setNow } from '../src/kit/clock.ts'
import { fill } from './figuresData.ts'
import { ratio, spread, withFolder } from './measure.ts'

// How long a sample takes from ten years of contacts, beside the SQL that somebody would write who needs no order of its own.

const size = 120_000
const rounds = 9
const now = '2026-11-26T09:00:00.000Z'

const asked = (stratified: boolean): AnyRow =>
  ({
    ...{ population: 'contactsDecided', fromDay: '2016-01-01', toDay: '2026-12-31', sampleSize: 100 },
    ...(stratified ? { sampleMethod: 'stratified', stratifiedBy: 'source' } : { sampleMethod: 'random' }),
  }) as unknown as AnyRow

const byHand = `select reference from canopy.contact where (agreed_at at time zone 'Europe/London')::date between '2016-01-01' and '2026-12-31'
  and state not in ('recordedInError', 'joined') order by sha256(convert_to('bench' || id::text, 'UTF8')) limit 100`

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const timesOf = async (work: () => Promise<unknown>): Promise<readonly number[]> => {
  const times: number[] = []
  // The first fills the caches.
  await work()
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work))
  return times
}

const measure = async (engine: OpenEngine, out: (line: string) => void): Promise<BenchResult> => {
  setNow(now)
  const drawing = (stratified: boolean) => () =>
    drawnAgain(engine, system(), auditSampling, asked(stratified), { seed: 'bench', at: now })
  const drawn = await drawing(false)()
  const simple = spread('100 of 120,000', 'ms', await timesOf(drawing(false)), 1000)
  const groups = spread('100 of 120,000, from each group', 'ms', await timesOf(drawing(true)), 1000)
  const hand = spread('by hand', 'ms', await timesOf(() => engine.owner.query(byHand)))
  setNow(null)
  for (const one of [simple, groups, hand]) out(`${one.name}: ${one.median} ms (${one.min} to ${one.max})`)
  return {
    bench: 'audits',
    measured: [simple, groups, hand],
    ratios: [
      { name: 'a sample, beside the same by hand', value: ratio(simple.median, hand.median), atMost: 10 },
      { name: 'from each group, beside a simple one', value: ratio(groups.median, simple.median), atMost: 2 },
    ],
    faults: new Set(drawn).size === 100 ? [] : ['the sample has not a hundred different cases'],
  }
}

/** Fills a temporary database with contacts over ten years and draws samples from it. */
export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      try {
        out(`Writing ${size.toLocaleString('en-GB')} contacts of ten years …`)
        await fill(engine, size)
        return await measure(engine, out)
      } finally {
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })

import { CompiledQuery } from 'kysely'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { breakdownOf } from '../src/engine/measures/breakdown.ts'
import { figureOf } from '../src/engine/measures/figure.ts'
import { setNow } from '../src/kit/clock.ts'
import { fill } from './figuresData.ts'
import { withFolder } from './measure.ts'

// How long a figure takes over ten years of contacts, beside the SQL somebody would write by hand for the same number.

const size = 120_000
const rounds = 21

const period = 'financial_year:2021-22'
const then = '2022-04-05T09:00:00.000Z'
const [from, to] = ['2021-03-31T23:00:00Z', '2022-03-31T23:00:00Z']
const counts = "c.received_at >= $1 and c.received_at < $2 and c.state not in ('recordedInError', 'joined')"

/** The contacts as they stood, as one would write it: the last version of each that was written by then. */
const stood = `(select distinct on (id) id, received_at, state, source, person from canopy.contact_history where updated_at <= $3 order by id, version desc)`
const standingClock = `canopy.contact_clock k on k.record_id = c.id and k.clock = 'decision'`

interface Case {
  readonly name: string
  readonly engine: (engine: OpenEngine) => Promise<unknown>
  readonly sql: string
  readonly values: readonly string[]
}

const figure = (key: string, asAt?: string) => async (engine: OpenEngine) =>
  (await figureOf(engine, system(), key, { period, asAt })).value

const cases: readonly Case[] = [
  {
    name: 'contacts, now',
    engine: figure('contacts'),
    sql: `select count(*)::int as value from canopy.contact c where ${counts}`,
    values: [from, to],
  },
  {
    name: 'contacts, as at a past instant',
    engine: figure('contacts', then),
    sql: `select count(*)::int as value from ${stood} c where ${counts}`,
    values: [from, to, then],
  },
  {
    name: 'decided in one working day, now',
    engine: figure('contacts_decided_on_time'),
    sql: `select 100.0 * count(*) filter (where k.met_at <= k.due_at) / count(*) as value from canopy.contact c
      left join ${standingClock} and k.superseded_at is null where ${counts}`,
    values: [from, to],
  },
  {
    name: 'decided in one working day, as at a past instant',
    engine: figure('contacts_decided_on_time', then),
    sql: `select 100.0 * count(*) filter (where k.met_at <= k.due_at) / count(*) as value from ${stood} c
      left join ${standingClock} and k.recorded_at <= $3 and (k.superseded_at is null or k.superseded_at > $3) where ${counts}`,
    values: [from, to, then],
  },
  {
    name: 'contacts again within 12 months, now',
    engine: figure('contacts_again'),
    sql: `select 100.0 * count(*) filter (where exists (select 1 from canopy.contact p where p.state not in ('recordedInError', 'joined')
        and p.person = c.person
        and (p.received_at at time zone 'Europe/London')::date < (c.received_at at time zone 'Europe/London')::date
        and (p.received_at at time zone 'Europe/London')::date > (c.received_at at time zone 'Europe/London')::date - interval '12 months'))
      / count(*) as value from canopy.contact c where ${counts}`,
    values: [from, to],
  },
  {
    name: 'contacts again within 12 months, as at a past instant',
    engine: figure('contacts_again', then),
    sql: `with contact as materialized ${stood} select 100.0 * count(*) filter (where id in (select l.id from contact l join contact p
        on p.person = l.person where p.state not in ('recordedInError', 'joined') and p.received_at < l.received_at
        and p.received_at > l.received_at - interval '12 months')) / count(*) as value from contact c where ${counts}`,
    values: [from, to, then],
  },
  {
    name: 'contacts by source, now',
    engine: async engine =>
      (await breakdownOf(engine, system(), 'contacts', { period, by: 'source' })).rows.find(row => row.code === '6')
        ?.value,
    sql: `select sum(n) filter (where source = '6')::int as value from (select source, count(*) as n from canopy.contact c where ${counts} group by source) s`,
    values: [from, to],
  },
]

export interface Spread {
  readonly min: number
  readonly median: number
  readonly max: number
}
export interface FigureTiming {
  readonly name: string
  readonly value: number
  /** Milliseconds. */
  readonly engine: Spread
  readonly sql: Spread
  readonly ratio: number
  readonly agree: boolean
}

const spread = (times: readonly number[]): Spread => {
  const sorted = times.toSorted((a, b) => a - b).map(one => Math.round(one * 10) / 10)
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 }
}

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}

const measure = async (engine: OpenEngine, one: Case, rounds: number): Promise<FigureTiming> => {
  const times = { engine: [] as number[], sql: [] as number[] }
  let values: readonly unknown[] = []
  for (let round = 0; round < rounds + 2; round += 1) {
    const byEngine = await timed(() => one.engine(engine))
    const byHand = await timed(() =>
      engine.pools.measures.executeQuery<{ value: number }>(CompiledQuery.raw(one.sql, [...one.values])),
    )
    values = [byEngine.result, byHand.result.rows[0]?.value]
    // The first rounds fill the caches of both.
    if (round < 2) continue
    times.engine.push(byEngine.ms)
    times.sql.push(byHand.ms)
  }
  const [engineTimes, sqlTimes] = [spread(times.engine), spread(times.sql)]
  const [a, b] = values.map(Number) as [number, number]
  return {
    name: one.name,
    value: a,
    engine: engineTimes,
    sql: sqlTimes,
    ratio: Math.round((engineTimes.median / sqlTimes.median) * 100) / 100,
    agree: Math.abs(a - b) < 1e-9,
  }
}

/** Times every case in a database that is filled already. */
export const timeAll = async (
  engine: OpenEngine,
  out: (line: string) => void,
  rounds: number,
): Promise<readonly FigureTiming[]> => {
  setNow('2026-11-26T09:00:00.000Z')
  const results: FigureTiming[] = []
  for (const one of cases) {
    const result = await measure(engine, one, rounds)
    out(lineOf(result))
    results.push(result)
  }
  setNow(null)
  return results
}

/** Fills a temporary database with contacts over ten years and times figures in it. */
export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      try {
        out(`Writing ${size.toLocaleString('en-GB')} contacts of ten years …`)
        await fill(engine, size)
        return resultOf(await timeAll(engine, out, rounds))
      } finally {
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })

const resultOf = (timings: readonly FigureTiming[]): BenchResult => ({
  bench: 'figures',
  measured: timings.flatMap(({ name, engine, sql }) => [
    { name, unit: 'ms', ...engine, atMost: 150 },
    { name: `${name}, by hand`, unit: 'ms', ...sql },
  ]),
  ratios: timings.map(({ name, ratio }) => ({ name, value: ratio, atMost: 3 })),
  faults: timings.filter(({ agree }) => !agree).map(({ name }) => `${name}: the values differ`),
})

const ms = ({ min, median, max }: Spread): string => `${median} ms (${min} to ${max})`
const lineOf = ({ name, value, engine, sql, ratio, agree }: FigureTiming): string =>
  `${name}: ${Math.round(value * 10) / 10}; engine ${ms(engine)}, by hand ${ms(sql)}, ratio ${ratio}${agree ? '' : '; THE VALUES DIFFER'}`

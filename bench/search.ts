import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { formsOf } from '../src/engine/matching/nameForms.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { within } from '../src/engine/store/transaction.ts'
import { today } from '../src/kit/clock.ts'
import { createRandom } from '../src/kit/random.ts'
import { findPeople } from '../src/registers/people/person/search.ts'
import type { PeopleQuery } from '../src/registers/people/person/searchParts.ts'
import { ratio, spread, withFolder } from './measure.ts'
import { fillPeople, writingCost } from './searchData.ts'
import { type Asking, askings, heavy } from './searchQueries.ts'

// Search over a million invented people, as a screener asks: how long an answer takes, from the words typed to the people with
// the reasons why they were found, and whether the person who is meant is the first of them or among the first ten. Beside it, on the
// same data, what a list does: both names anywhere in the row, without an index (ilike).

const size = Number(process.env.CANOPY_BENCH_PEOPLE ?? 1_000_000)
const queries = Number(process.env.CANOPY_BENCH_QUERIES ?? 1000)
const plainQueries = 12
const batches = 5

const screenerOf = (engine: OpenEngine): Promise<Actor> =>
  within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    await addAccount(
      tx,
      { username: 'screener', name: 'Screener', posts: [{ role: 'screener', agency: 'council' }] },
      'none',
      '2015-01-01',
    )
    const actor = await actorByUsername(tx, 'screener', undefined, today())
    if (!actor) throw new Error('The bench has nobody to search as')
    return actor
  })

interface Answered {
  readonly ms: number
  /** Place of the person who is meant, from 1; 0 where they are not listed. */
  readonly place: number
  readonly failed: boolean
}

const timed = async (engine: OpenEngine, actor: Actor, query: PeopleQuery, reference = ''): Promise<Answered> => {
  const from = performance.now()
  const found = await within(engine, actor, tx => findPeople(tx, query, { today: today(), kin: formsOf }))
  const ms = performance.now() - from
  return { ms, place: found.people.findIndex(one => one.reference === reference) + 1, failed: found.failed.length > 0 }
}

/** The plain way: every word of the query anywhere in the names. */
const plain = async (engine: OpenEngine, actor: Actor, { target, query }: Asking): Promise<Answered> => {
  const from = performance.now()
  const words = (query.all ?? '').split(/[ ,]+/).filter(word => /^[A-Za-z-]+$/.test(word))
  const text = `select reference from canopy.person where ${words.map((_, at) => `(given_name ilike $${at + 1} or family_name ilike $${at + 1})`).join(' and ')}
    order by reference limit 50`
  const rows = await within(engine, actor, tx =>
    tx.query<{ reference: string }>(
      text,
      words.map(word => `%${word}%`),
    ),
  )
  return {
    ms: performance.now() - from,
    place: rows.findIndex(one => one.reference === target.reference) + 1,
    failed: false,
  }
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
const sortedMs = (answers: readonly Answered[]): readonly number[] =>
  answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
const share = (answers: readonly Answered[], within: number): number =>
  answers.filter(({ place }) => place > 0 && place <= within).length / answers.length

/** p95 of each fifth of the answers: how much it moves on this machine at this time. */
const p95s = (answers: readonly Answered[]): readonly number[] =>
  Array.from({ length: batches }, (_, n) => at(sortedMs(answers.filter((_one, index) => index % batches === n)), 0.95))

const tell = (out: (line: string) => void, asked: readonly Asking[], answers: readonly Answered[]): void => {
  for (const kind of new Set(asked.map(one => one.kind))) {
    const these = answers.filter((_, index) => asked[index]?.kind === kind)
    const ms = sortedMs(these)
    out(
      `${kind}: first ${(share(these, 1) * 100).toFixed(0)}%, among ten ${(share(these, 10) * 100).toFixed(0)}%, listed ${(share(these, 50) * 100).toFixed(0)}% of ${these.length}; median ${at(ms, 0.5).toFixed(0)} ms, p95 ${at(ms, 0.95).toFixed(0)} ms`,
    )
  }
}

const measure = async (engine: OpenEngine, actor: Actor, out: (line: string) => void): Promise<BenchResult> => {
  const seconds = await fillPeople(engine.owner, size, out)
  const cost = await writingCost(engine.owner)
  out(
    `1,000 people more in one statement: ${cost.many.toFixed(0)} ms, without the index of search ${cost.bare.toFixed(0)} ms; one alone ${cost.one.toFixed(1)} ms, without ${cost.oneBare.toFixed(1)} ms`,
  )
  const asked = await askings(engine.owner, size, queries, createRandom('search').next)
  for (const one of asked.slice(0, 100)) await timed(engine, actor, one.query)
  const answers: Answered[] = []
  for (const one of asked) answers.push(await timed(engine, actor, one.query, one.target.reference))
  tell(out, asked, answers)
  const hard: Answered[] = []
  for (const query of heavy) hard.push(await timed(engine, actor, query))
  const compared = asked.filter(one => one.kind === 'given and family name').slice(0, plainQueries)
  const plainly: Answered[] = []
  for (const one of compared) plainly.push(await plain(engine, actor, one))
  const failed = [...answers, ...hard].filter(one => one.failed).length
  const p95 = spread('p95 of a search', 'ms', p95s(answers), 40)
  return {
    bench: 'search',
    measured: [
      spread('making the people and their index', 's', [seconds]),
      spread('index of search for 1,000 people in one statement', 'ms', [cost.many - cost.bare]),
      spread('median of a search', 'ms', [at(sortedMs(answers), 0.5)]),
      p95,
      spread('slowest search', 'ms', [at(sortedMs(answers), 1)]),
      spread('p95 of the heaviest: common names alone, together and with a slip', 'ms', [at(sortedMs(hard), 0.95)]),
      spread('the plain way (ilike), median', 'ms', [at(sortedMs(plainly), 0.5)]),
    ],
    ratios: [
      { name: 'share found first', value: ratio(share(answers, 1), 1), atLeast: 0.7 },
      { name: 'share found among ten', value: ratio(share(answers, 10), 1), atLeast: 0.9 },
      {
        name: 'the plain way to a search, median',
        value: ratio(at(sortedMs(plainly), 0.5), at(sortedMs(answers), 0.5)),
      },
    ],
    faults: failed === 0 ? [] : [`${failed} searches could not search everything`],
  }
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      try {
        return await measure(engine, await screenerOf(engine), out)
      } finally {
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })

import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import pg from 'pg'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { importFile } from '../src/engine/import/importFile.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { openSession } from '../src/engine/people/sessions.ts'
import { within } from '../src/engine/store/transaction.ts'
import { today } from '../src/kit/clock.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { contactsFile } from './importData.ts'
import { databaseWork, ratio, spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// The worklist of the contact team with 500 open contacts, asked for by 50 signed-in people at once: each again a second
// after the last answer, which is how long they wait for it; and without a pause, which is how much the server can do.
// Beside it, from the same process for the same people without a pause, a page without records and the style sheet.

const people = 50
const contacts = 500
const rounds = 3
const seconds = Number(process.env.CANOPY_BENCH_SECONDS ?? 6)

const fill = async (engine: OpenEngine): Promise<readonly string[]> => {
  const actors = await within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    const posts = [{ role: 'screening_manager', agency: 'council' }]
    const made: Actor[] = []
    for (let n = 0; n < people; n += 1) {
      await addAccount(tx, { username: `manager${n}`, name: `Manager ${n}`, posts }, 'none', '2015-01-01')
      const actor = await actorByUsername(tx, `manager${n}`, undefined, today())
      if (actor) made.push(actor)
    }
    return made
  })
  const [first] = actors
  if (!first) throw new Error('The bench has nobody to work as')
  const file = { name: 'contacts.csv', bytes: contactsFile(contacts) }
  const report = await importFile(engine, first, contactRegister, file)
  if (!report.good) throw new Error(`The contacts of the bench have ${report.problemCount} faults`)
  return await Promise.all(actors.map(actor => openSession(engine, actor)))
}

interface Load {
  readonly perSecond: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
  readonly bad: number
}

const share = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0

const loadOf = (times: readonly number[], seconds: number, bad: number): Load => {
  const sorted = [...times].sort((a, b) => a - b)
  return { perSecond: sorted.length / seconds, seconds, p50: share(sorted, 0.5), p95: share(sorted, 0.95), bad }
}

const headersOf = (token: string | undefined) => ({ 'accept-encoding': 'gzip', cookie: `canopy_session=${token}` })

/** Asks for one address as everybody at once for some seconds, each without a pause. */
const load = async (url: string, tokens: readonly string[], duration: number): Promise<Load> => {
  const times: number[] = []
  let [next, bad] = [0, 0]
  const run = autocannon({
    url,
    connections: people,
    duration,
    setupClient: client => client.setHeaders(headersOf(tokens[next++ % tokens.length])),
  })
  run.on('response', (_client, status, _bytes, ms) => {
    times.push(ms)
    if (status !== 200) bad += 1
  })
  const result = await run
  return loadOf(times, result.duration, bad + result.errors)
}

/** The same at the pace of people: each looks again a second after the last answer, and they begin one after another. */
const look = async (url: string, tokens: readonly string[], duration: number): Promise<Load> => {
  const from = performance.now()
  const times: number[] = []
  let bad = 0
  const person = async (n: number) => {
    await pause((n * 1000) / people)
    while (performance.now() - from < duration * 1000) {
      const asked = performance.now()
      const answer = await fetch(url, { headers: headersOf(tokens[n % tokens.length]) })
      await answer.arrayBuffer()
      times.push(performance.now() - asked)
      if (answer.status !== 200) bad += 1
      await pause(1000)
    }
  }
  await Promise.all(Array.from({ length: people }, (_, n) => person(n)))
  return loadOf(times, duration, bad)
}

/** Milliseconds of work for one answer, by the server and by the database: what a busy machine cannot change much. */
interface Work {
  readonly server: number
  readonly database: number
}

const measure = async (out: (line: string) => void, folder: string, client: pg.Client, tokens: readonly string[]) => {
  const words = process.env.CANOPY_BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.CANOPY_BENCH_PROFILE}`]
    : []
  const server = await startCanopy(folder, ['--empty'], words)
  try {
    const style = /href="(\/[^"]+\.css[^"]*)"/.exec(await (await fetch(`${server.address}/sign-in`)).text())?.[1]
    const addresses = { looked: '/contact', worklist: '/contact', page: '/accessibility', style: style ?? '' }
    const all: Record<keyof typeof addresses, Load[]> = { looked: [], worklist: [], page: [], style: [] }
    const work: Record<keyof typeof addresses, Work[]> = { looked: [], worklist: [], page: [], style: [] }
    const kinds = Object.keys(addresses) as (keyof typeof addresses)[]
    for (const kind of kinds) await load(`${server.address}${addresses[kind]}`, tokens, 3)
    for (let round = 0; round < rounds; round += 1)
      for (const kind of kinds) {
        const before = { server: server.work(), database: (await databaseWork(client)) ?? Number.NaN }
        const one = await (kind === 'looked' ? look : load)(`${server.address}${addresses[kind]}`, tokens, seconds)
        const answers = one.perSecond * one.seconds
        const each = (now: number, then: number) => ((now - then) * 1000) / answers
        work[kind].push({
          server: each(server.work(), before.server),
          database: each((await databaseWork(client)) ?? Number.NaN, before.database),
        })
        out(
          `round ${round + 1}, ${kind}: ${one.perSecond.toFixed(0)} a second, median ${one.p50.toFixed(0)} ms, p95 ${one.p95.toFixed(0)} ms`,
        )
        all[kind].push(one)
      }
    return { all, work, memory: server.memory() }
  } finally {
    await server.stop()
  }
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    const client = new pg.Client({ connectionString: database.url })
    try {
      await client.connect()
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      out(`${contacts} open contacts, ${people} people …`)
      const tokens = await fill(engine).finally(() => engine.close())
      const { all, work, memory } = await measure(out, folder, client, tokens)
      const perSecond = (loads: readonly Load[]) => loads.map(one => one.perSecond)
      const worklist = spread('worklist, throughput', 'pages/s', perSecond(all.worklist))
      const page = spread('page without records, throughput', 'pages/s', perSecond(all.page))
      const style = spread('style sheet, throughput', 'files/s', perSecond(all.style))
      const bad = Object.values(all)
        .flat()
        .reduce((sum, one) => sum + one.bad, 0)
      return {
        bench: 'worklist',
        measured: [
          spread(
            `worklist, p95 for ${people} people who look again after a second`,
            'ms',
            all.looked.map(one => one.p95),
            100,
          ),
          spread(
            `worklist, p95 for ${people} people without a pause`,
            'ms',
            all.worklist.map(one => one.p95),
          ),
          spread(
            'page without records, p95',
            'ms',
            all.page.map(one => one.p95),
          ),
          worklist,
          page,
          style,
          ...Object.entries(work).flatMap(([kind, list]) => [
            spread(
              `${kind}, work of the server for one`,
              'ms',
              list.map(one => one.server),
            ),
            spread(
              `${kind}, work of the database for one`,
              'ms',
              list.map(one => one.database),
            ),
          ]),
          ...(memory === null ? [] : [spread('memory of the server afterwards', 'MB', [memory], 400)]),
        ],
        ratios: [
          { name: 'worklist to page without records', value: ratio(worklist.median, page.median), atLeast: 0.33 },
          { name: 'worklist to style sheet', value: ratio(worklist.median, style.median) },
        ],
        faults: bad === 0 ? [] : [`${bad} answers were not what was asked for`],
      }
    } finally {
      await client.end()
      await database.close()
    }
  })

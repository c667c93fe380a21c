import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { newSharedDraft, saveShared } from '../src/engine/drafts/shared.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { openSession } from '../src/engine/people/sessions.ts'
import { within } from '../src/engine/store/transaction.ts'
import { today } from '../src/kit/clock.ts'
import { ratio, spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// A hundred people of 25 schools write reports at once: each types, so that the form saves itself every three seconds, and
// opens a page of it every six. Beside it, from the same process for the same people at the same pace, a page without records.

const reporters = 100
const schools = 25
const rounds = 3
const seconds = Number(process.env.CANOPY_BENCH_SECONDS ?? 15)
const everyMs = 3000

interface Reporter {
  readonly token: string
  readonly draft: string
}

const paragraph = 'On Monday the child told a teacher what had happened at home. '

const fill = async (engine: OpenEngine): Promise<readonly Reporter[]> => {
  const codes = Array.from({ length: schools }, (_, n) => String(100_000 + n))
  await within(engine, system(), tx =>
    addAgencies(
      tx,
      codes.map(code => ({ code, name: `School ${code}`, kind: 'school' })),
      '2015-01-01',
    ),
  )
  const made: Reporter[] = []
  for (let n = 0; n < reporters; n += 1) {
    const posts = [{ role: 'setting_lead', agency: codes[n % schools] ?? '' }]
    const actor = await within(engine, system(), async tx => {
      await addAccount(tx, { username: `lead${n}`, name: `Lead ${n}`, posts }, 'none', '2015-01-01')
      return actorByUsername(tx, `lead${n}`, undefined, today())
    })
    if (!actor) throw new Error('The bench has nobody to work as')
    const draft = await within(engine, actor, async tx => {
      const id = await newSharedDraft(tx, 'worry_report')
      await saveShared(tx, id, { whatHappened: paragraph.repeat(20), worry: 'neglect' }, 1)
      return id
    })
    made.push({ token: await openSession(engine, actor), draft })
  }
  return made
}

interface Times {
  readonly page: number[]
  readonly save: number[]
  readonly plain: number[]
  bad: number
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

const timed = async (into: number[], times: Times, work: () => Promise<Response>): Promise<string> => {
  const from = performance.now()
  const answer = await work()
  const text = await answer.text()
  into.push(performance.now() - from)
  if (!answer.ok) times.bad += 1
  return text
}

/** One person for some seconds: a page, then two saves, and again; in their own rhythm. */
const write = async (address: string, { token, draft }: Reporter, n: number, until: number, times: Times) => {
  const headers = { cookie: `canopy_session=${token}`, 'accept-encoding': 'gzip' }
  const url = `${address}/worry-report/start/${draft}/3`
  await pause((n * everyMs) / reporters)
  for (let turn = 0; performance.now() < until; turn += 1) {
    const html = await timed(times.page, times, () => fetch(url, { headers }))
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const version = /name="_version" value="(\d+)"/.exec(html)?.[1] ?? ''
    for (let saves = 0; saves < 2 && performance.now() < until; saves += 1) {
      await pause(everyMs)
      const body = JSON.stringify({
        version,
        fields: { whatHappened: `${paragraph.repeat(20)} ${n} ${turn} ${saves}` },
      })
      const json = { ...headers, 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': csrf }
      await timed(times.save, times, () => fetch(`${address}/drafts/${draft}`, { method: 'POST', headers: json, body }))
    }
    await timed(times.plain, times, () => fetch(`${address}/accessibility`, { headers }))
  }
}

/** Everything a browser loads for a page the first time, compressed. */
const firstLoad = async (address: string, { token, draft }: Reporter): Promise<number> => {
  const headers = { cookie: `canopy_session=${token}` }
  const html = await (await fetch(`${address}/worry-report/start/${draft}/3`, { headers })).text()
  const files = [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg)[^"]*)"/g)].map(([, path = '']) => path)
  const bodies = await Promise.all(
    [...new Set(files)].map(async path => Buffer.from(await (await fetch(`${address}${path}`)).arrayBuffer())),
  )
  return [Buffer.from(html), ...bodies].reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      const people = await fill(engine).finally(() => engine.close())
      const server = await startCanopy(folder, ['--empty'])
      try {
        const all: Times[] = []
        const [first] = people
        const weight = first ? await firstLoad(server.address, first) : Number.NaN
        for (let round = 0; round <= rounds; round += 1) {
          const times: Times = { page: [], save: [], plain: [], bad: 0 }
          const until = performance.now() + seconds * 1000
          await Promise.all(people.map((one, n) => write(server.address, one, n, until, times)))
          // The first round warms the server up.
          if (round > 0) all.push(times)
          out(
            `round ${round}: ${times.page.length} pages, ${times.save.length} saves, p95 ${p95(times.page).toFixed(0)} and ${p95(times.save).toFixed(0)} ms`,
          )
        }
        const page = spread(
          'page of a report, p95 for 100 people who type',
          'ms',
          all.map(one => p95(one.page)),
          150,
        )
        const plain = spread(
          'page without records, p95 in between',
          'ms',
          all.map(one => p95(one.plain)),
        )
        const bad = all.reduce((sum, one) => sum + one.bad, 0)
        return {
          bench: 'reports',
          measured: [
            page,
            spread(
              'saving what is typed, p95',
              'ms',
              all.map(one => p95(one.save)),
              150,
            ),
            plain,
            spread('first load of a page, compressed', 'kB', [weight], 150),
          ],
          ratios: [{ name: 'page of a report to page without records', value: ratio(page.median, plain.median) }],
          faults: bad === 0 ? [] : [`${bad} answers were not what was asked for`],
        }
      } finally {
        await server.stop()
      }
    } finally {
      await database.close()
    }
  })

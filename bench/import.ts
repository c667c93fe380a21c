import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { importFile } from '../src/engine/import/importFile.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { within } from '../src/engine/store/transaction.ts'
import { today } from '../src/kit/clock.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'
import { contactsFile, header } from './importData.ts'
import { databaseWork, ratio, spread, withFolder } from './measure.ts'

// Import of a year of contacts from CSV, checks, history, clocks and ledger included, on an embedded database of its own;
// beside it COPY of the same file into a bare table of text, which checks and keeps nothing. The aim is 15 seconds.

const rows = 12_000

const manager = (engine: OpenEngine) =>
  within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    const posts = [{ role: 'screening_manager', agency: 'council' }]
    await addAccount(tx, { username: 'manager', name: 'Manager', posts }, 'none', '2015-01-01')
    const actor = await actorByUsername(tx, 'manager', undefined, today())
    if (!actor) throw new Error('The bench has nobody to import as')
    return actor
  })

/** Times each piece of work; says beside the time how much of it was work of this process and of the database. */
const stopwatch =
  (client: pg.Client, out: (line: string) => void) => async (what: string, work: () => Promise<unknown>) => {
    const before = await databaseWork(client)
    const [from, used] = [performance.now(), process.cpuUsage()]
    await work()
    const seconds = (performance.now() - from) / 1000
    const { user, system: kernel } = process.cpuUsage(used)
    const after = await databaseWork(client)
    const theirs = before === null || after === null ? 'unknown' : `${(after - before).toFixed(1)} s`
    out(
      `${what}: ${seconds.toFixed(1)} s (work: this process ${((user + kernel) / 1e6).toFixed(1)} s, database ${theirs})`,
    )
    return seconds
  }

const measure = async (
  engine: OpenEngine,
  client: pg.Client,
  folder: string,
  out: (line: string) => void,
): Promise<BenchResult> => {
  const actor = await manager(engine)
  const bytes = contactsFile(rows)
  const file = { name: 'contacts.csv', bytes }
  out(`${rows.toLocaleString('en-GB')} contacts, ${(bytes.length / 1e6).toFixed(1)} MB`)
  const time = stopwatch(client, out)
  const faults: string[] = []
  const expect = (what: string, found: number, wanted: number) => {
    if (found !== wanted) faults.push(`${what}: ${found} contacts imported, and ${wanted} were expected`)
  }
  const dry = await time('dry run', () => importFile(engine, actor, contactRegister, file, { dryRun: true }))
  const first = await time('import', async () =>
    expect('import', (await importFile(engine, actor, contactRegister, file)).imported, rows),
  )
  const again = await time('the same file again', async () =>
    expect('the same file again', (await importFile(engine, actor, contactRegister, file)).imported, 0),
  )
  const path = join(folder, 'contacts.csv')
  writeFileSync(path, bytes, { mode: 0o644 })
  await client.query(`create table public.bare (${header.map(name => `"${name}" text`).join(', ')})`)
  const copy = await time('COPY of the same file into a bare table', () =>
    client.query(`copy public.bare from '${path}' with (format csv, header)`),
  )
  return {
    bench: 'import',
    measured: [
      spread('dry run', 's', [dry]),
      spread('import', 's', [first], 15),
      spread('the same file again', 's', [again]),
      spread('COPY into a bare table', 's', [copy]),
      spread('memory at most', 'MB', [process.resourceUsage().maxRSS / 1024]),
    ],
    ratios: [{ name: 'import to COPY', value: ratio(first, copy) }],
    faults,
  }
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: join(folder, 'data'), note: () => {} })
    const client = new pg.Client({ connectionString: database.url })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles })
      await client.connect()
      try {
        return await measure(engine, client, folder, out)
      } finally {
        await client.end()
        await engine.close()
      }
    } finally {
      await database.close()
    }
  })

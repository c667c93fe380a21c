import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { links } from '../src/app/links.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { system } from '../src/engine/actor.ts'
import { createEngine } from '../src/engine/createEngine.ts'
import { importFile } from '../src/engine/import/importFile.ts'
import { reportWords } from '../src/engine/import/report.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { within } from '../src/engine/store/transaction.ts'
import { today } from '../src/kit/clock.ts'
import { stringifyCsv } from '../src/kit/csv.ts'
import { addDays } from '../src/kit/dates.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'

/**
 * Import of a year of contacts from CSV, checks, history, clocks and ledger included, on an embedded database of its own;
 * beside it COPY of the same file into a bare table of text, which checks and keeps nothing. The aim is 15 seconds.
 */
const rows = Number(process.argv[2] ?? 12_000)

const sources = ['1A', '2A', '3A', '3E', '6', '8', '9']
const worries = ['physicalHarm', 'emotionalHarm', 'neglect', 'domesticAbuse', 'missing', 'housingMoney']
const header = Object.keys(contactRegister.examples[0]?.start ?? {})

const invented = (n: number): readonly string[] => {
  const answers: Record<string, string> = {
    ...(contactRegister.examples[0]?.start as Record<string, string>),
    receivedAt: `${addDays('2025-04-01', n % 365)} ${String(8 + (n % 10)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
    source: sources[n % sources.length] ?? '',
    worry: worries[n % worries.length] ?? '',
    givenName: `Child${n}`,
    familyName: `Example-${n % 977}`,
    bornOn: addDays('2010-01-01', (n * 37) % 5000),
    whatHappened: `Invented account number ${n}. ${'What was seen, heard and said, in the words of the referrer. '.repeat(6)}`,
  }
  return header.map(name => answers[name] ?? '')
}

/** Seconds of work by the processes of the database, where the machine tells (Linux): wall time says little on a busy one. */
const databaseWork = async (url: string): Promise<number | null> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: found } = await client.query<{ pid: number }>('select pid from pg_stat_activity where pid is not null')
  await client.end()
  try {
    const ticks = found.map(({ pid }) => {
      const parts = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return Number(parts[11]) + Number(parts[12])
    })
    return ticks.reduce((sum, one) => sum + one, 0) / 100
  } catch {
    return null
  }
}

const folder = mkdtempSync(join(tmpdir(), 'canopy-bench-'))
const database = await openDatabase({ dataFolder: join(folder, 'data'), note: () => {} })
try {
  await migrate(database.url)
  const engine = await createEngine(database.url, { registers, links, roles })
  const actor = await within(engine, system(), async tx => {
    const agency = { code: 'council', name: 'Council', kind: 'council' }
    await addAgencies(tx, [agency], '2015-01-01')
    const post = { role: 'screening_manager', agency: 'council' }
    await addAccount(tx, { username: 'manager', name: 'Manager', posts: [post] }, 'none', '2015-01-01')
    return await actorByUsername(tx, 'manager', undefined, today())
  })
  if (!actor) throw new Error('The bench has nobody to import as')
  const csv = stringifyCsv(
    header,
    Array.from({ length: rows }, (_, n) => invented(n)),
  )
  const bytes = Buffer.from(csv)
  const file = { name: 'contacts.csv', bytes }
  process.stdout.write(`${rows.toLocaleString('en-GB')} contacts, ${(bytes.length / 1e6).toFixed(1)} MB\n`)
  const said: string[] = []
  const show = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const before = await databaseWork(database.url)
    const [from, used] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system: kernel } = process.cpuUsage(used)
    const [wall, own] = [(performance.now() - from) / 1000, (user + kernel) / 1e6]
    const after = await databaseWork(database.url)
    const theirs = before === null || after === null ? 'unknown' : `${(after - before).toFixed(1)} s`
    const parts = `work: this process ${own.toFixed(1)} s, database ${theirs}`
    process.stdout.write(`${what.padEnd(46)}${wall.toFixed(1)} s (${parts})\n`)
  }
  await show('dry run', async () =>
    said.push(
      ...reportWords(await importFile(engine, actor, contactRegister, file, { dryRun: true }), contactRegister),
    ),
  )
  await show('import', async () =>
    said.push(...reportWords(await importFile(engine, actor, contactRegister, file), contactRegister)),
  )
  await show('the same file again', async () =>
    said.push(...reportWords(await importFile(engine, actor, contactRegister, file), contactRegister).slice(0, 2)),
  )
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  chmodSync(folder, 0o755)
  const path = join(folder, 'contacts.csv')
  writeFileSync(path, csv, { mode: 0o644 })
  await owner.query(`create table public.bare (${header.map(name => `"${name}" text`).join(', ')})`)
  await show('COPY of the same file into a bare table', () =>
    owner.query(`copy public.bare from '${path}' with (format csv, header)`),
  )
  await owner.end()
  process.stdout.write(`${said.join('\n')}\nMemory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`)
  await engine.close()
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

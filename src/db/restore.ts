import { cpSync, createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { type BackupEnd, type BackupHead, rowsOf, type TableEnd, tablesInOrder } from './backup.ts'
import { DatabaseError } from './folder.ts'
import { MIGRATIONS, migrate } from './migrate.ts'

/** Lines of a backup file; a file that is damaged or no backup is said in a sentence. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const unzipped = createGunzip()
  file.on('error', error => unzipped.destroy(error))
  try {
    file.pipe(unzipped).setEncoding('utf8')
    // Joined only at the end of a line: one that holds a file comes in hundreds of parts.
    let rest: string[] = []
    for await (const part of unzipped) {
      const [head = '', ...lines] = (part as string).split('\n')
      rest.push(head)
      if (lines.length === 0) continue
      yield rest.join('')
      rest = [lines.pop() ?? '']
      yield* lines
    }
    const last = rest.join('')
    if (last !== '') yield last
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new DatabaseError(`${path} cannot be read: there is no such file`)
    if (code?.startsWith('Z')) throw new DatabaseError(`${path} is damaged or is no backup of Canopy`)
    throw error
  } finally {
    file.destroy()
  }
}

const read = <T>(line: string | undefined, path: string): T => {
  try {
    if (line?.startsWith('#')) return JSON.parse(line.slice(1)) as T
  } catch {
    // Said below.
  }
  throw new DatabaseError(`${path} is damaged or is no backup of Canopy`)
}

const headOf = async (path: string): Promise<BackupHead> => {
  for await (const line of linesOf(path)) {
    const head = read<BackupHead>(line, path)
    if (head.canopy === 'backup' && head.format === 1) return head
    break
  }
  throw new DatabaseError(`${path} is damaged or is no backup of Canopy`)
}

// Written by every start, before anybody has recorded anything.
const ofEveryStart = ['wording']

/** Only into a database in which nobody has recorded anything and nobody works. */
const mustBeEmpty = async (client: pg.Client): Promise<void> => {
  const schema = await client.query("select 1 from pg_namespace where nspname = 'canopy'")
  if (schema.rowCount === 0) return
  const busy = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and application_name = 'canopy_app' limit 1",
  )
  if (busy.rowCount) throw new DatabaseError('Canopy is running on this database. Stop it first')
  for (const table of await tablesInOrder(client)) {
    if (ofEveryStart.includes(table)) continue
    const found = await client.query(`select 1 from canopy."${table}" limit 1`)
    if (found.rowCount)
      throw new DatabaseError(
        'This database is not empty. A backup is restored only into an empty one: name another data folder with CANOPY_DATA, or another database with DATABASE_URL',
      )
  }
}

/** Migrates to where the backup stood, so that its rows meet the tables they came from. */
const migrateTo = async (url: string, { migrations }: BackupHead): Promise<void> => {
  const files = readdirSync(MIGRATIONS)
    .filter(name => name.endsWith('.sql'))
    .sort()
  if (migrations.length > files.length)
    throw new DatabaseError('The backup was made by a newer version of Canopy. Restore it with that version')
  const folder = mkdtempSync(join(tmpdir(), 'canopy-restore-'))
  try {
    for (const name of files.slice(0, migrations.length)) cpSync(join(MIGRATIONS, name), join(folder, name))
    await migrate(url, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mustMatch = async (client: pg.Client, { migrations }: BackupHead): Promise<void> => {
  const { rows } = await client.query('select number, name, sha256 from canopy.migration order by number')
  if (JSON.stringify(rows) !== JSON.stringify(migrations))
    throw new DatabaseError('The backup was made with other migrations than those of this version of Canopy')
}

const columnsOf = async (client: pg.Client, table: string): Promise<string> => {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = ('canopy.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

const writeRows = async (client: pg.Client, table: string, columns: string, lines: readonly string[]) => {
  if (lines.length === 0) return
  await client.query(
    `insert into canopy."${table}" (${columns}) overriding system value
     select ${columns} from json_populate_recordset(null::canopy."${table}", $1::json)`,
    [`[${lines.join(',')}]`],
  )
}

/** Counters of generated numbers go on after the highest that came back. */
const setCounters = async (client: pg.Client, table: string): Promise<void> => {
  const { rows } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
      where attrelid = ('canopy.' || quote_ident($1))::regclass and attidentity <> ''`,
    [table],
  )
  for (const { column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence('canopy."${table}"', '${column}'), max(${column})) from canopy."${table}" having max(${column}) is not null`,
    )
}

/** What the database now holds of a table, against what the file says it held. */
const mustEqual = async (client: pg.Client, end: TableEnd): Promise<void> => {
  const lines = rowsOf(client, end.end)
  let next = await lines.next()
  while (!next.done) next = await lines.next()
  if (next.value.rows !== end.rows || next.value.sha256 !== end.sha256)
    throw new DatabaseError(
      `The backup is damaged: the table ${end.end} should have ${end.rows} rows of one digest and has ${next.value.rows} of another`,
    )
}

/** A line with the bytes of a file in it goes in alone, so that no statement grows beyond what memory and database bear. */
const longLine = 100_000

const fill = async (client: pg.Client, path: string, head: BackupHead): Promise<number> => {
  const known = await tablesInOrder(client)
  const waiting = [...head.tables]
  let columns = ''
  const batch: string[] = []
  let end: BackupEnd | undefined
  for await (const line of linesOf(path)) {
    const table = waiting[0]
    if (line.startsWith('{') && table !== undefined) {
      if (!known.includes(table)) throw new DatabaseError(`The backup has a table that Canopy has not: ${table}`)
      if (batch.length === 0 && columns === '') columns = await columnsOf(client, table)
      batch.push(line)
      if (batch.length === 500 || line.length > longLine) await writeRows(client, table, columns, batch.splice(0))
      continue
    }
    const said = read<BackupHead | TableEnd | BackupEnd>(line, path)
    if ('complete' in said) end = said
    if (!('end' in said)) continue
    if (said.end !== table) throw new DatabaseError(`${path} is damaged: the tables are not in their order`)
    await writeRows(client, table, columns, batch.splice(0))
    await setCounters(client, table)
    await mustEqual(client, said)
    columns = ''
    waiting.shift()
  }
  if (!end || waiting.length > 0) throw new DatabaseError(`${path} was cut off: its end is missing`)
  return end.rows
}

/** What is worked out from the tables, such as an index of search, is in no backup: it is worked out again. */
const refill = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(proname) as name from pg_proc where pronamespace = 'canopy'::regnamespace and proname like 'refill\\_%' order by 1",
  )
  for (const { name } of rows) await client.query(`select canopy.${name}()`)
}

/**
 * Puts a backup into an empty database, in one transaction: all of it, equal to what was backed up by number and digest of
 * every table's rows, or nothing. Then brings the tables up to this version.
 */
export const restoreBackup = async (url: string, path: string): Promise<{ rows: number; madeAt: string }> => {
  const head = await headOf(path)
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC -c DateStyle=ISO' })
  client.on('error', () => {})
  await client.connect()
  try {
    await mustBeEmpty(client)
    await client.query('drop schema if exists canopy cascade')
    await migrateTo(url, head)
    await mustMatch(client, head)
    await client.query('begin')
    // The ledger numbers and chains what is appended; here its rows come back as they were, faults included.
    for (const table of await tablesInOrder(client))
      await client.query(`alter table canopy."${table}" disable trigger user`)
    const rows = await fill(client, path, head)
    for (const table of await tablesInOrder(client))
      await client.query(`alter table canopy."${table}" enable trigger user`)
    await refill(client)
    await client.query('commit')
    await migrate(url)
    return { rows, madeAt: head.madeAt }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

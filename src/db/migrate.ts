import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { DatabaseError } from './folder.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

export const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url))

// Any number will do, as long as nobody else takes it: two starts at once queue here.
const QUEUE = 1667330673

/**
 * Brings a database up to date: applies the files of the folder that it has not had yet, in order, each in one
 * transaction. Forward only: a mistake is put right by the next file. Returns the names of the files applied.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const files = readMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'canopy migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [QUEUE])
    await prepare(client)
    const rows = await client.query<Applied>('select number, name, sha256 from canopy.migration order by number')
    const waiting = waitingFiles(files, rows.rows)
    for (const file of waiting) await apply(client, file)
    return waiting.map(file => file.name)
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query('set client_min_messages = warning; set timezone = UTC')
  await client.query(`
    create schema if not exists canopy;
    create table if not exists canopy.migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    comment on table canopy.migration is
      'Which files of db/migrations this database has had. A file that has been applied is never changed.'`)
}

async function apply(client: pg.Client, file: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query('set local search_path = canopy, public')
    await client.query(file.sql)
    await client.query('insert into canopy.migration (number, name, sha256) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new DatabaseError(`Migration ${file.name} failed, and nothing of it was kept: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(number)) {
      throw new DatabaseError(
        `Migration ${name} is not named like 0001_what_it_does.sql (small letters and underscores).`,
      )
    }
    if (number < index + 1)
      throw new DatabaseError(`Two migrations have the number of ${name}. Give one the next number.`)
    if (number > index + 1) {
      throw new DatabaseError(`Migration ${String(index + 1).padStart(4, '0')} is missing: the next file is ${name}.`)
    }
    // A checkout on Windows may have other line ends; the migration is the same.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Checks that what was applied is what the files say, and returns the files still to come. */
function waitingFiles(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  applied.forEach((row, index) => {
    const file = files[index]
    if (row.number !== index + 1) {
      throw new DatabaseError(
        `The database has had migration ${row.name}, but none with number ${index + 1} before it.`,
      )
    }
    if (!file) {
      throw new DatabaseError(
        `The database is newer than this version of Canopy: it has had migration ${row.name}, which is not here.`,
      )
    }
    if (file.name !== row.name || file.sha256 !== row.sha256) {
      throw new DatabaseError(
        `Migration ${file.name} was changed after it was applied (as ${row.name}). Put the file back as it was, ` +
          'and write the change as a new migration.',
      )
    }
  })
  return files.slice(applied.length)
}

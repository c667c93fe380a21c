import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { connect } from './connect.ts'
import { MIGRATIONS, migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canopy-migrations-'))
  database = await createEmptyDatabase()
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrate', () => {
  it('applies the files in order, each once', async () => {
    write('0001_first.sql', 'create table t (step text); insert into t values ($$one$$);')
    write('0002_second.sql', 'insert into t values ($$two$$);')
    expect(await migrate(database.url, folder)).toEqual(['0001_first.sql', '0002_second.sql'])
    write('0003_third.sql', 'insert into t values ($$three$$);')
    expect(await migrate(database.url, folder)).toEqual(['0003_third.sql'])
    expect(await migrate(database.url, folder)).toEqual([])
    expect(await ask('select step from canopy.t')).toEqual([{ step: 'one' }, { step: 'two' }, { step: 'three' }])
  })

  it('keeps nothing of a file that fails, and all of those before it', async () => {
    write('0001_first.sql', 'create table t (step text);')
    write('0002_second.sql', 'create table u (step text); select 1/0;')
    await expect(migrate(database.url, folder)).rejects.toThrow('Migration 0002_second.sql failed')
    expect(await ask('select name from canopy.migration')).toEqual([{ name: '0001_first.sql' }])
    expect(await ask("select to_regclass('canopy.u') as u")).toEqual([{ u: null }])
  })

  it('refuses a file that changed after it was applied', async () => {
    write('0001_first.sql', 'select 1;')
    await migrate(database.url, folder)
    write('0001_first.sql', 'select 2;')
    await expect(migrate(database.url, folder)).rejects.toThrow('0001_first.sql was changed after it was applied')
  })

  it('does not mind the line ends of another system', async () => {
    write('0001_first.sql', 'select 1;\n')
    await migrate(database.url, folder)
    write('0001_first.sql', 'select 1;\r\n')
    expect(await migrate(database.url, folder)).toEqual([])
  })

  it('refuses a gap, a double number and a name it does not know before it touches the database', async () => {
    write('0001_first.sql', 'select 1;')
    write('0003_third.sql', 'select 3;')
    await expect(migrate(database.url, folder)).rejects.toThrow('Migration 0002 is missing')
    write('0001_other.sql', 'select 1;')
    await expect(migrate(database.url, folder)).rejects.toThrow('Two migrations have the number of 0001_other.sql')
    write('0000.sql', '')
    await expect(migrate(database.url, folder)).rejects.toThrow('0000.sql is not named like')
    expect(await ask("select to_regclass('canopy.migration') as t")).toEqual([{ t: null }])
  })

  it('refuses a database that is newer than the files', async () => {
    write('0001_first.sql', 'select 1;')
    write('0002_second.sql', 'select 2;')
    await migrate(database.url, folder)
    rmSync(join(folder, '0002_second.sql'))
    await expect(migrate(database.url, folder)).rejects.toThrow('The database is newer than this version of Canopy')
  })

  it('lets two starts at once do the work once', async () => {
    write('0001_first.sql', 'create table t (step text); select pg_sleep(0.2);')
    const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)])
    expect(both.flat()).toEqual(['0001_first.sql'])
  })

  it('applies the real files to several databases of one server at once', async () => {
    const others = await Promise.all([createEmptyDatabase(), createEmptyDatabase(), createEmptyDatabase()])
    const applied = await Promise.all(others.map(other => migrate(other.url, MIGRATIONS)))
    await Promise.all(others.map(other => other.drop()))
    for (const names of applied) expect(names[0]).toBe('0001_roles.sql')
  })
})

describe('the roles', () => {
  it('hold their connection to one role, one schema and one clock', async () => {
    const ready = await createTestDatabase()
    const pool = connect(ready.url, 'canopy_app', 2)
    try {
      await pool.query('reset role')
      const { rows } = await pool.query(`
        select current_user as role, current_schema() as schema, date '2026-02-03' as day, 12::int8 as whole,
               timestamptz '2026-02-03 04:05:06.7+01' as moment, 1.50::numeric as part, '\\x0102'::bytea as bytes,
               array[date '2026-01-01', null] as days, array[[1::int8, 2], [3, 4]] as wholes`)
      expect(rows[0]).toEqual({
        role: 'canopy_app',
        schema: 'canopy',
        day: '2026-02-03',
        whole: 12,
        moment: '2026-02-03T03:05:06.700Z',
        part: 1.5,
        bytes: Buffer.from([1, 2]),
        days: ['2026-01-01', null],
        wholes: [
          [1, 2],
          [3, 4],
        ],
      })
      await expect(pool.query('create table canopy.own (id int)')).rejects.toThrow('permission denied')
      await expect(pool.query("select '9007199254740993'::int8")).rejects.toThrow('too large')
    } finally {
      await pool.end()
      await ready.drop()
    }
  })
})

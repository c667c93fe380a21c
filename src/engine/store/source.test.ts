import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { connect } from '../../db/connect.ts'
import { canonical, digest } from '../../kit/digest.ts'
import { contactRegister } from '../../registers/front-door/contact/index.ts'
import { type ColumnMap, recordColumns } from './columns.ts'
import { deedDigest } from './rows.ts'
import { cellsOf, insertOf } from './source.ts'

const columns: readonly ColumnMap[] = [
  { property: 'id', column: 'id', type: 'integer' },
  { property: 'words', column: 'words', type: 'text' },
  { property: 'many', column: 'many', type: 'text[]' },
  { property: 'keys', column: 'keys', type: 'uuid[]' },
  { property: 'when', column: 'at', type: 'timestamptz' },
  { property: 'day', column: 'day', type: 'date' },
  { property: 'yes', column: 'yes', type: 'boolean' },
]

const key = '6f1c1f57-9a51-4c0e-8d57-3d9a4e1f2b10'
const awkward = [
  { id: 1, words: 'a "quote", a \\ and {braces}', many: ['one', 'two "2"', 'a\\b', 'c,d'], keys: [key, key] },
  { id: 2, words: 'NULL', many: [], keys: null, when: '2026-03-29T00:59:59.999Z', day: '2026-11-26', yes: false },
  { id: 3, words: '', many: ['NULL', ''], yes: true },
  { id: 4, words: 'Zoë’s line\nand\tanother', many: null, day: '0999-01-01' },
  { id: 5, words: null },
  { id: 6, words: null },
  { id: 7, words: "it's; drop table probe --", many: ['one'] },
]
const filled = awkward.map(row => ({ many: null, keys: null, when: null, day: null, yes: null, ...row }))

let database: TestDatabase
let pool: ReturnType<typeof connect>

beforeAll(async () => {
  database = await createTestDatabase()
  pool = connect(database.url, 'canopy_owner', 1)
  const declared = columns.map(({ column, type }) => `${column} ${type}`).join(', ')
  await pool.query(`create table canopy.probe (${declared})`)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const readBack = async (rows: readonly Readonly<Record<string, unknown>>[]) => {
  await pool.query('delete from canopy.probe')
  const { text, parameters } = insertOf('probe', cellsOf(columns, rows))
  await pool.query(text, [...parameters])
  const list = columns.map(({ property, column }) => `${column} as "${property}"`).join(', ')
  return { text, rows: (await pool.query(`select ${list} from canopy.probe order by id`)).rows }
}

describe('rows as a table in a statement', () => {
  it('come back as they were, many at once', async () => {
    const { text, rows } = await readBack(awkward)
    expect(text).toContain('unnest')
    expect(rows).toEqual(filled)
  })

  it('come back as they were, one by one and a few at once', async () => {
    for (const [n, row] of awkward.entries()) expect((await readBack([row])).rows).toEqual([filled[n]])
    const { text, rows } = await readBack(awkward.slice(0, 4))
    expect(text).not.toContain('unnest')
    expect(rows).toEqual(filled.slice(0, 4))
  })

  it('leave out columns in which no row has a value', () => {
    const named = cellsOf(columns, [{ id: 1, words: null }, { id: 2 }, { id: 3, yes: false }])
    expect(named.map(({ column }) => column)).toEqual(['id', 'yes'])
  })
})

describe('the digest of a deed', () => {
  const given = {
    id: key,
    reference: 'CON-26-00001',
    version: 1,
    state: 'received',
    whatHappened: 'She said "no".\nÉ and é, \u2028 and \\',
    agenciesAsked: [key],
    lateAnswers: 0,
    expectedOn: null,
  }
  const answered = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))

  it('is that of the canonical text of what was answered, whatever was written before it', () => {
    const wanted = digest(canonical({ row: answered }))
    expect(deedDigest(contactRegister, given)).toBe(wanted)
    deedDigest(contactRegister, { ...given, whatHappened: 'Another.', reference: 'CON-26-00002' })
    expect(deedDigest(contactRegister, given)).toBe(wanted)
    expect(deedDigest(contactRegister, { ...given, whatHappened: '' })).toBe(
      digest(canonical({ row: { ...answered, whatHappened: '' } })),
    )
  })

  it('covers every column, and the line', () => {
    const plain = deedDigest(contactRegister, given)
    for (const { property } of recordColumns(contactRegister))
      expect(deedDigest(contactRegister, { ...given, [property]: 'changed' })).not.toBe(plain)
    const row = { id: key, name: 'A', supersededAt: '2026-01-01T00:00:00.000Z' }
    expect(deedDigest(contactRegister, given, { group: 'adults', row })).toBe(
      digest(canonical({ line: { adults: { id: key, name: 'A' } }, row: answered })),
    )
  })
})

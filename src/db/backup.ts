import { createHash } from 'node:crypto'
import type pg from 'pg'

/** The first line of a backup: what it is and which migrations the tables in it have had. */
export interface BackupHead {
  readonly canopy: 'backup'
  readonly format: 1
  readonly madeAt: string
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[]
  readonly tables: readonly string[]
}

/** The line after the rows of a table. */
export interface TableEnd {
  readonly end: string
  readonly rows: number
  /** SHA-256 of the rows as they stand in the file, a line feed after each. */
  readonly sha256: string
}

/** The last line: a file without it was cut off. */
export interface BackupEnd {
  readonly complete: true
  readonly rows: number
}

// The migrations are in the head; which access rules are in force is compiled anew by the next start.
const derived = ['migration', 'compiled']

/** Tables of the schema with those before that others point at, so that rows can go back in this order. */
export const tablesInOrder = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'canopy' and tablename <> all ($1) order by 1",
    [derived],
  )
  const links = await client.query<{ from: string; to: string }>(
    `select distinct c.relname as "from", f.relname as "to" from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'canopy'::regnamespace and c.oid <> f.oid`,
  )
  const waiting = new Set(tables.rows.map(row => row.name))
  const order: string[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(name => !links.rows.some(one => one.from === name && waiting.has(one.to)))
    if (free.length === 0) throw new Error(`These tables point at one another in a circle: ${[...waiting].join(', ')}`)
    for (const name of free) waiting.delete(name)
    order.push(...free)
  }
  return order
}

const orderOf = async (client: pg.ClientBase, table: string): Promise<string> => {
  const { rows } = await client.query<{ columns: string | null }>(
    `select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum)) as columns
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = ('canopy.' || quote_ident($1))::regclass and i.indisprimary`,
    [table],
  )
  return rows[0]?.columns ?? 't::text'
}

// Rows with bytes may be of 50 MB as text: one at a time. All others are small.
const perFetch = async (client: pg.ClientBase, table: string): Promise<number> => {
  const { rowCount } = await client.query(
    `select 1 from pg_attribute where attrelid = ('canopy.' || quote_ident($1))::regclass and atttypid = 'bytea'::regtype and not attisdropped`,
    [table],
  )
  return rowCount ? 1 : 1000
}

/** Every row of a table as one line of JSON, in the order of its key, with their number and digest at the end. */
export async function* rowsOf(client: pg.ClientBase, table: string): AsyncGenerator<string, TableEnd> {
  const hash = createHash('sha256')
  let count = 0
  const most = await perFetch(client, table)
  await client.query(
    `declare dump no scroll cursor for select to_json(t)::text as line from canopy."${table}" t order by ${await orderOf(client, table)}`,
  )
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${most} from dump`)
    for (const { line } of rows) {
      hash.update(`${line}\n`)
      yield line
    }
    count += rows.length
    if (rows.length < most) break
  }
  await client.query('close dump')
  return { end: table, rows: count, sha256: hash.digest('hex') }
}

/** The whole of Canopy's schema as lines, of one moment, while others go on working. */
export async function* backupLines(client: pg.ClientBase, madeAt: string): AsyncGenerator<string, number> {
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    const migrations = await client.query('select number, name, sha256 from canopy.migration order by number')
    const tables = await tablesInOrder(client)
    const head: BackupHead = { canopy: 'backup', format: 1, madeAt, migrations: migrations.rows, tables }
    yield `#${JSON.stringify(head)}\n`
    let total = 0
    for (const table of tables) {
      const lines = rowsOf(client, table)
      let next = await lines.next()
      for (; !next.done; next = await lines.next()) yield `${next.value}\n`
      total += next.value.rows
      yield `#${JSON.stringify(next.value)}\n`
    }
    const end: BackupEnd = { complete: true, rows: total }
    yield `#${JSON.stringify(end)}\n`
    return total
  } finally {
    await client.query('rollback')
  }
}

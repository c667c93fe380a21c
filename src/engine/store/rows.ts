import { lineTableName } from '../../db/tables.ts'
import { isQuiet } from '../../declare/quiet.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { canonical, digest } from '../../kit/digest.ts'
import type { StoredClock } from '../clocks/recompute.ts'
import { type ColumnMap, clockColumns, groupColumns, recordColumns, selectList } from './columns.ts'
import { type Cells, cellsOf, insertOf, sourceOf } from './source.ts'
import type { Held, Step } from './step.ts'
import type { Tx } from './transaction.ts'

/** SQL of the record tables. This folder is the only place that writes them. */

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isReference = /^[A-Z][A-Z0-9]{1,9}-\d{2}-\d{5,9}$/

/** A reference or an identifier as somebody gave it; nothing when it has the shape of neither, and so can name no record. */
export const wellFormed = (reference: string): string | undefined =>
  isUuid.test(reference) || isReference.test(reference) ? reference : undefined

/** A record with its lines and clocks, through the person's own scope; nothing when they may not see it. */
export const findHeld = async (tx: Tx, register: Register, reference: string, lock = false): Promise<Held | null> => {
  if (wellFormed(reference) === undefined) return null
  const key = register.record.key
  const by = isUuid.test(reference) ? 'id' : 'reference'
  const rows = await tx.query<{ id: string }>(
    `select ${selectList(recordColumns(register))} from canopy.${key} where ${by} = $1${lock ? ' for update' : ''}`,
    [reference],
  )
  const row = rows[0] as unknown as AnyRow | undefined
  if (!row) return null
  const clocks = (await tx.query(
    `select ${selectList(clockColumns)} from canopy.${key}_clock where record_id = $1 and superseded_at is null order by due_at`,
    [row.id],
  )) as unknown as StoredClock[]
  const lines: Record<string, Record<string, unknown>[]> = {}
  for (const group of Object.keys(register.record.lines)) lines[group] = await findLines(tx, register, group, row.id)
  return { row, lines, clocks }
}

const findLines = (tx: Tx, register: Register, group: string, recordId: string) =>
  tx.query(
    `select ${selectList(groupColumns(register, group))} from canopy.${lineTable(register, group)} where record_id = $1 and superseded_at is null order by recorded_at, id`,
    [recordId],
  )

export const lineTable = lineTableName

/** A line of a group, as a deed adds it. */
export interface AddedLine {
  readonly group: string
  readonly row: Readonly<Record<string, unknown>>
}

/** A column with its entry in the text of a digest, as it was last written: from one version to the next most stay. */
interface Entry {
  readonly property: string
  readonly head: string
  value: string
  text: string
}

const sortedColumns = new WeakMap<readonly ColumnMap[], readonly Entry[]>()

/** The columns by property as `canonical` orders them; a line may be taken out of force later, so when is not part of it. */
const inOrder = (columns: readonly ColumnMap[]): readonly Entry[] => {
  const known = sortedColumns.get(columns)
  if (known) return known
  const sorted = columns
    .filter(({ property }) => property !== 'supersededAt')
    .map(({ property }) => ({
      property,
      head: `${JSON.stringify(property)}:`,
      value: '',
      text: `${JSON.stringify(property)}:""`,
    }))
    .sort((a, b) => (a.property < b.property ? -1 : 1))
  sortedColumns.set(columns, sorted)
  return sorted
}

const entryText = (entry: Entry, value: unknown): string => {
  if (typeof value !== 'string') return entry.head + canonical(value)
  if (value !== entry.value) {
    entry.value = value
    entry.text = entry.head + JSON.stringify(value)
  }
  return entry.text
}

/**
 * What `canonical` makes of the answers there are, written without the object in between. Absent answers are left out, so
 * that a field added by a later release leaves old digests as they are.
 */
const answersText = (columns: readonly ColumnMap[], row: Readonly<Record<string, unknown>>): string => {
  let text = ''
  for (const entry of inOrder(columns)) {
    const value = row[entry.property]
    if (value === null || value === undefined) continue
    text += text === '' ? entryText(entry, value) : `,${entryText(entry, value)}`
  }
  return `{${text}}`
}

/**
 * Digest of what a deed wrote, the version of the row and the line it added, kept in the ledger: changed history or a
 * changed line no longer fits. The same for a row in memory and for the row read back.
 */
export const deedDigest = (
  register: Register,
  row: Readonly<Record<string, unknown>>,
  line: AddedLine | null = null,
): string =>
  digest(
    line
      ? `{"line":{${JSON.stringify(line.group)}:${answersText(groupColumns(register, line.group), line.row)}},"row":${answersText(recordColumns(register), row)}}`
      : `{"row":${answersText(recordColumns(register), row)}}`,
  )

const insert = (tx: Tx, table: string, cells: readonly Cells[]) => {
  const { text, parameters } = insertOf(table, cells)
  return tx.query(text, parameters)
}

/** Writes many steps with a handful of statements; one person's deed is a list of one. */
export const writeSteps = async (
  tx: Tx,
  register: Register,
  wording: string,
  steps: readonly Step[],
  latest: 'insert' | 'update',
): Promise<void> => {
  const key = register.record.key
  const last = [...new Map(steps.map(one => [one.row.id, one.row])).values()]
  // Sent one after another without waiting in between; the first to fail is the one whose error is thrown.
  const [written] = await Promise.all([
    latest === 'insert' ? insertRecords(tx, register, last) : updateRecords(tx, register, last),
    writeHistory(
      tx,
      register,
      wording,
      steps.filter(({ action }) => !isQuiet(register, action)),
    ),
    writeClocks(tx, register, steps),
    ...Object.keys(register.record.lines).map(group => writeLines(tx, register, group, steps)),
  ])
  if (written.length !== last.length) throw new Error(`${key}: a row that was locked could not be written`)
}

const insertRecords = (tx: Tx, register: Register, rows: readonly AnyRow[]) => {
  const { text, parameters } = insertOf(register.record.key, cellsOf(recordColumns(register), rows))
  // RETURNING makes PostgreSQL apply the reading policy to what was written: nobody writes what they may not see.
  return tx.query(`${text} returning id`, parameters)
}

const updateRecords = (tx: Tx, register: Register, rows: readonly AnyRow[]) => {
  const columns = recordColumns(register)
  const cells = cellsOf(columns, rows)
  const { from, parameters } = sourceOf(cells)
  const given = new Set(cells.map(({ column }) => column))
  const set = columns.flatMap(({ column }) =>
    column === 'id' ? [] : [`${column} = ${given.has(column) ? `n.${column}` : 'null'}`],
  )
  return tx.query(
    `update canopy.${register.record.key} o set ${set.join(', ')} from ${from} where o.id = n.id returning o.id`,
    parameters,
  )
}

const writeLines = (tx: Tx, register: Register, group: string, steps: readonly Step[]): Promise<unknown> => {
  const table = lineTable(register, group)
  const ended = new Map(
    steps.flatMap(({ superseded, at }) =>
      superseded.flatMap(one => (one.group === group ? [[one.id, at] as const] : [])),
    ),
  )
  const added = steps.flatMap(({ line }) =>
    line?.group === group ? [{ ...line.row, supersededAt: ended.get(String(line.row.id)) ?? null }] : [],
  )
  // First the old ones: of a key at most one line is in force, and the database refuses a second.
  return Promise.all([
    supersede(tx, table, ended, new Set(added.map(row => String((row as { id?: unknown }).id)))),
    added.length > 0 && insert(tx, table, cellsOf(groupColumns(register, group), added)),
  ])
}

/** Takes stored rows out of force, but for those that the same write has just inserted so. */
const supersede = async (
  tx: Tx,
  table: string,
  ended: ReadonlyMap<string, string>,
  inserted: ReadonlySet<string>,
): Promise<void> => {
  const stored = [...ended].filter(([id]) => !inserted.has(id))
  if (stored.length > 0)
    await tx.query(
      `update canopy.${table} c set superseded_at = n.at from unnest($1::uuid[], $2::timestamptz[]) n(id, at) where c.id = n.id`,
      [stored.map(([id]) => id), stored.map(([, at]) => at)],
    )
}

const writeHistory = async (tx: Tx, register: Register, wording: string, steps: readonly Step[]) =>
  steps.length > 0 &&
  insert(tx, `${register.record.key}_history`, [
    { column: 'action', type: 'text', values: steps.map(({ action }) => action) },
    { column: 'wording', type: 'text', values: steps.map(() => wording) },
    ...cellsOf(
      recordColumns(register),
      steps.map(({ row }) => row),
    ),
  ])

const writeClocks = (tx: Tx, register: Register, steps: readonly Step[]): Promise<unknown> => {
  const table = `${register.record.key}_clock`
  const ended = new Map(steps.flatMap(({ clocks, at }) => clocks.supersede.map(one => [one.id, at] as const)))
  const inserted = steps.flatMap(({ clocks, row }) =>
    clocks.insert.map(one => ({
      ...(one as StoredClock),
      recordId: row.id,
      // A clock that one step of a bulk write inserts and a later step of the same write supersedes.
      supersededAt: ended.get((one as StoredClock).id) ?? null,
    })),
  )
  return Promise.all([
    supersede(tx, table, ended, new Set(inserted.map(({ id }) => id))),
    inserted.length > 0 && insert(tx, table, cellsOf(clockColumns, inserted)),
  ])
}

/** The next references of a prefix and year, without gaps: the counter is locked until the deed is committed. */
export const takeReferences = async (
  tx: Tx,
  prefix: string,
  year: number,
  count: number,
): Promise<readonly string[]> => {
  const rows = await tx.query<{ last: number }>(
    `insert into canopy.reference_counter as c (prefix, year, last) values ($1, $2, $3)
     on conflict (prefix, year) do update set last = c.last + excluded.last returning last`,
    [prefix, year, count],
  )
  const last = rows[0]?.last ?? count
  return Array.from({ length: count }, (_, at) => referenceOf(prefix, year, last - count + at + 1))
}

const referenceOf = (prefix: string, year: number, n: number) =>
  `${prefix}-${String(year % 100).padStart(2, '0')}-${String(n).padStart(5, '0')}`

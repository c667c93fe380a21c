import { createHash } from 'node:crypto'
import type { Register } from '../../declare/register.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { now, today } from '../../kit/clock.ts'
import { stringifyCsv } from '../../kit/csv.ts'
import { midSentence, plural } from '../../kit/names.ts'
import { type SheetCell, writeWorkbook } from '../../kit/xlsx.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { forbidden, notFound } from '../outcome.ts'
import { directoryFor, fieldContext } from '../people/directory.ts'
import { type ListQuery, scanRecords } from '../store/list.ts'
import { mayRead } from '../store/read.ts'
import { within } from '../store/transaction.ts'
import { type ExportColumn, fullColumns, listColumns } from './columns.ts'
import { queryWords } from './queryWords.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** A file as it leaves: its name says nothing about a person. */
export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly body: Buffer
  readonly rows: number
  /** SHA-256 of the body, as the ledger keeps it. */
  readonly digest: string
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Whether this role may take the rows it sees out as a file. */
export const mayExport = (register: Register, role: string): boolean =>
  role === 'system' ||
  (mayRead(register, role) && ((register.access.exports as readonly string[] | undefined)?.includes(role) ?? false))

/**
 * The list as this person sees it, over all its pages: the same filters, order and columns, in words. CSV with the mark
 * Excel needs and no cell that a spreadsheet would run; a workbook with a sheet that says what it is.
 * @throws Outcome notFound where the role sees no row of the register, forbidden where it may not export
 */
export const exportList = (
  engine: Engine,
  actor: Actor,
  register: Register,
  query: ListQuery,
  format: ExportFormat,
): Promise<ExportedFile> => exportTable(engine, actor, register, query, format, listColumns(register, actor.role), '')

/**
 * Everything this person may read of the records, in codes and ISO dates under the names of the fields: what `importFile`
 * takes back.
 * @throws Outcome notFound, forbidden
 */
export const exportAll = (
  engine: Engine,
  actor: Actor,
  register: Register,
  query: ListQuery,
  format: ExportFormat,
): Promise<ExportedFile> =>
  exportTable(engine, actor, register, query, format, fullColumns(register, actor.role, format), ' in full')

const exportTable = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  query: ListQuery,
  format: ExportFormat,
  columns: readonly ExportColumn[],
  how: string,
): Promise<ExportedFile> => {
  await mustExport(engine, actor, register)
  const { rows, filters } = await readRows(engine, actor, register, query, columns)
  const body = await bodyOf(register, actor, format, columns, rows, filters)
  const digest = createHash('sha256').update(body).digest('hex')
  const detail = `${rows.length} rows as ${format}${how}`
  await engine.ledger.write({ at: now(), actor, event: 'exported', register: register.record.key, detail, digest })
  const name = `${register.record.plural.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${today()}.${format}`
  return { name, type: types[format], body, rows: rows.length, digest }
}

const mustExport = async (engine: Engine, actor: Actor, register: Register): Promise<void> => {
  if (mayExport(register, actor.role)) return
  const entry = { at: now(), actor, event: 'refused', register: register.record.key, action: 'export' } as const
  const reads = mayRead(register, actor.role)
  await engine.ledger.write({ ...entry, detail: reads ? 'forbidden' : 'notFound' })
  throw reads ? forbidden(`Your role may not export ${midSentence(register.record.plural)}`) : notFound()
}

const readRows = (
  engine: Engine,
  actor: Actor,
  register: Register,
  query: ListQuery,
  columns: readonly ExportColumn[],
) =>
  within(engine, actor, async tx => {
    const { fields } = register.record
    const wanted = new Set(columns.flatMap(one => one.from))
    const used = Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.has(name)))
    const rows: (readonly SheetCell[])[] = []
    await scanRecords(tx, register, query, wanted, async part => {
      const context = fieldContext(await directoryFor(tx, engine, used, part))
      for (const row of part) rows.push(columns.map(one => one.fill(row, context)))
    })
    const context: FieldContext = fieldContext(await directoryFor(tx, engine, {}, []))
    return { rows, filters: queryWords(register, query, context) }
  })

const bodyOf = async (
  register: Register,
  actor: Actor,
  format: ExportFormat,
  columns: readonly ExportColumn[],
  rows: readonly (readonly SheetCell[])[],
  filters: readonly (readonly [string, string])[],
): Promise<Buffer> => {
  const header = columns.map(one => one.header)
  if (format === 'csv') return Buffer.from(stringifyCsv(header, rows, { forExcel: true }))
  return writeWorkbook({
    title: `${register.record.plural}: ${plural(rows.length, midSentence(register.record.title), midSentence(register.record.plural))}`,
    filters,
    madeAt: now(),
    madeBy: actor.agencyName === '' ? actor.name : `${actor.name}, ${actor.agencyName}`,
    definitions: columns.map(({ header: name, meaning }) => [name, meaning] as const),
    columns: columns.map(({ header: name, kind }) => ({ header: name, kind })),
    rows,
  })
}

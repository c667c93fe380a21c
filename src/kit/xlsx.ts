import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs'
import { dayNumber } from './calendar.ts'
import { dateOf } from './clock.ts'
import { CsvFault, type CsvTable, type RawRow, tableOf } from './csv.ts'
import { formatInstant, type Instant, isDay, isInstant, londonDay, londonTime } from './dates.ts'

// exceljs takes about 0.2 s and 40 MB to load, so only those who read or write a workbook load it.
const newWorkbook = async (): Promise<Workbook> => new (await import('exceljs')).default.Workbook()

export type ColumnKind = 'text' | 'number' | 'day' | 'instant'

export interface SheetColumn {
  readonly header: string
  readonly kind: ColumnKind
}

/** A Day in a 'day' column, an Instant in an 'instant' column; other text, such as "[c]", stays text in any column. */
export type SheetCell = string | number | boolean | null | undefined

/** What goes into a workbook: a cover that says what it is, and one table. */
export interface SheetFile {
  readonly title: string
  /** The filters that were set, in words: [["Team", "North"], ["Received", "April 2021 to March 2022"]]. */
  readonly filters: readonly (readonly [string, string])[]
  readonly madeAt: Instant
  readonly madeBy: string
  /** Words and figures of the table and what they mean, legend of symbols included. */
  readonly definitions: readonly (readonly [string, string])[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Further sheets after the table, such as the codes a column may hold. */
  readonly more?: readonly SheetTable[]
}

export interface SheetTable {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** The sheet of a workbook of ours that holds the rows. */
const tableSheet = 'Table'

/** The longest text a cell of Excel holds, in UTF-16 units. */
const longestText = 32_767

const formats: Readonly<Record<ColumnKind, string>> = {
  // Text format, so that text stays text also after somebody edits the cell.
  text: '@',
  number: 'General',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
}

/** Days from Excel's 0 to 1 January 1970. Excel believes in 29 February 1900, so days before March 1900 stay text. */
const excelEpoch = 25_569
const firstExcelDay = '1900-03-01'

const serialOf = (day: string, time = '00:00'): number =>
  dayNumber(day) + excelEpoch + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / 1440

/** Stands at the end of a text that was longer than a cell of Excel can hold. */
export const cutRemark = ' [longer than a cell of Excel can hold: see the record]'

/** Text as a cell can hold it: without control characters XML forbids, and with a remark where it is too long for Excel. */
const cellText = (text: string): string => {
  const clean = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
  return clean.length <= longestText ? clean : clean.slice(0, longestText - cutRemark.length) + cutRemark
}

/** A value and, where it is not text, a number format for it. Always a text, number or truth value: never a formula. */
const cellOf = (cell: SheetCell, kind: ColumnKind): { value: CellValue; format: string } => {
  if (cell === null || cell === undefined || cell === '') return { value: null, format: formats[kind] }
  if (typeof cell === 'boolean') return { value: cell ? 'Yes' : 'No', format: formats.text }
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new Error(`${cell} is no number to export`)
    return { value: cell, format: formats.number }
  }
  if (kind === 'day' && isDay(cell) && cell >= firstExcelDay) return { value: serialOf(cell), format: formats.day }
  if (kind === 'instant' && isInstant(cell) && londonDay(cell) >= firstExcelDay) {
    return { value: serialOf(londonDay(cell), londonTime(cell)), format: formats.instant }
  }
  return { value: cellText(cell), format: formats.text }
}

/** A workbook of two sheets, "About" and "Table": real dates and numbers, a header row, text never a formula. */
export const writeWorkbook = async (file: SheetFile): Promise<Buffer> => {
  const workbook = await newWorkbook()
  workbook.creator = 'Canopy'
  workbook.title = cellText(file.title)
  workbook.created = dateOf(file.madeAt)
  workbook.modified = dateOf(file.madeAt)
  writeCover(workbook.addWorksheet('About'), file)
  for (const table of [{ ...file, name: tableSheet }, ...(file.more ?? [])])
    writeTable(workbook.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1 }] }), table)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const writeCover = (sheet: Worksheet, file: SheetFile): void => {
  sheet.columns = [{ width: 28 }, { width: 90 }]
  const lines: (readonly [string, string?])[] = [
    [file.title],
    ['Made on', formatInstant(file.madeAt)],
    ['Made by', file.madeBy],
    ['Rows', String(file.rows.length)],
    ...(file.filters.length > 0 ? [['Filters'] as const] : [['Filters', 'None'] as const]),
    ...file.filters,
    ...(file.definitions.length > 0 ? [['Definitions'] as const] : []),
    ...file.definitions,
  ]
  for (const line of lines) {
    const row = sheet.addRow(line.map(one => cellText(one ?? '')))
    row.eachCell(cell => {
      cell.numFmt = formats.text
      cell.alignment = { wrapText: true, vertical: 'top' }
    })
    if (line.length === 1) row.font = { bold: true }
  }
}

const writeTable = (sheet: Worksheet, { columns, rows }: Omit<SheetTable, 'name'>): void => {
  sheet.columns = columns.map(({ header, kind }) => ({ width: kind === 'text' ? 30 : Math.max(16, header.length + 2) }))
  const heading = sheet.addRow(columns.map(one => cellText(one.header)))
  heading.font = { bold: true }
  for (const row of rows) {
    const cells = columns.map((column, index) => cellOf(row[index], column.kind))
    const added = sheet.addRow(cells.map(one => one.value))
    for (const [index, { format }] of cells.entries()) added.getCell(index + 1).numFmt = format
  }
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
}

/** Unpacked size beyond which a workbook is refused: a small file can hold more than the memory of the machine. */
const largestUnpacked = 200 * 1024 * 1024

export interface SheetRow extends RawRow {
  /** A cell of the row is merged with another, so that nobody can say which of them its value belongs to. */
  readonly merged: boolean
}

/**
 * The rows of an .xlsx that are not empty, as text: the sheet "Table" of a workbook of ours, else the first visible sheet;
 * days as YYYY-MM-DD, moments as YYYY-MM-DD HH:MM, formulas by their last result. Lines are the sheet's row numbers.
 * Throws `CsvFault` in words for a person when the file is no workbook.
 */
export const readSheetRows = async (file: Uint8Array): Promise<readonly SheetRow[]> => {
  const sheet = await sheetOf(file)
  const rows: SheetRow[] = []
  let width = 0
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: string[] = []
    let merged = false
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = textOf(cell)
      merged ||= cell.isMerged
    })
    const full = Array.from(cells, one => one ?? '')
    if (!full.some(cell => cell.trim() !== '')) return
    // Headings say how wide the table is; Excel leaves empty cells at the end of a row away.
    if (rows.length === 0) width = full.length
    rows.push({ line, merged, cells: [...full, ...Array(Math.max(0, width - full.length)).fill('')] })
  })
  return rows
}

/** The rows of `readSheetRows` as their cells alone. */
export const readSheet = async (file: Uint8Array): Promise<readonly (readonly string[])[]> =>
  (await readSheetRows(file)).map(row => row.cells)

/** The sheet by its headings, as `parseCsv` answers for a CSV file; lines are the sheet's row numbers. */
export const parseSheet = async (file: Uint8Array): Promise<CsvTable> => tableOf(await readSheetRows(file))

const sheetOf = async (file: Uint8Array): Promise<Worksheet> => {
  const fault = new CsvFault('The file is not an Excel workbook (.xlsx)')
  const unpacked = unpackedSize(file)
  if (unpacked === undefined) throw fault
  if (unpacked > largestUnpacked) throw new CsvFault('The workbook is too large to read. Split it into smaller ones')
  const workbook = await newWorkbook()
  try {
    // exceljs asks for an ArrayBuffer in its types and takes any bytes.
    await workbook.xlsx.load(file as unknown as ArrayBuffer)
  } catch {
    throw fault
  }
  const visible = workbook.worksheets.filter(one => one.state === 'visible')
  const sheet = visible.find(one => one.name === tableSheet) ?? visible[0]
  if (!sheet) throw fault
  return sheet
}

/** What the directory at the end of a zip file says its files unpack to, in bytes; undefined when it is no zip file. */
const unpackedSize = (file: Uint8Array): number | undefined => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (bytes.length < 22 || end < 0 || end + 22 > bytes.length) return undefined
  let [at, size] = [bytes.readUInt32LE(end + 16), 0]
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x0201_4b50) return undefined
    size += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return size
}

const textOf = (cell: Cell): string => valueText(cell.value)

const valueText = (value: CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value.toISOString())
  if (typeof value !== 'object') return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)
  if ('richText' in value) return value.richText.map(one => one.text).join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value) return valueText(value.text as CellValue)
  return 'result' in value ? valueText(value.result as CellValue) : ''
}

/** exceljs gives the wall clock of a cell as if it were UTC; a time alone lies on day 0, 30 December 1899. */
const dateText = (iso: string): string => {
  const nearest = iso.slice(0, 16)
  if (nearest.startsWith('1899-12-3')) return nearest.slice(11)
  return nearest.endsWith('T00:00') ? nearest.slice(0, 10) : nearest.replace('T', ' ')
}

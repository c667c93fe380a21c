import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/** A row of a file by heading, and the line of the file it starts on, counted from 1, for messages. */
export interface CsvRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** A file that cannot be read as a table, in words for the person who chose it; `line` where one line is to blame. */
export class CsvFault extends Error {
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(line === undefined ? message : `Line ${line}: ${message}`)
    this.name = 'CsvFault'
  }
}

// Cells that a spreadsheet would run: OWASP "CSV injection", with the full-width signs Excel folds into the plain ones.
const startsFormula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const plainNumber = /^-?\d+(\.\d+)?$/

/** Text that no spreadsheet takes for a formula: an apostrophe goes before a sign that would start one; numbers stay. */
export const neutralise = (text: string): string =>
  startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text

/** Undoes `neutralise`, so that what was exported can be imported again unchanged. */
export const unneutralise = (text: string): string =>
  text.startsWith("'") && startsFormula.test(text) && !plainNumber.test(text) ? text.slice(1) : text

/** Text of a file: UTF-8, or UTF-16 with its mark, or what older Excel writes (Windows-1252) when it is no UTF-8. */
const decode = (bytes: Uint8Array): string => {
  const mark = `${bytes[0]},${bytes[1]}`
  if (mark === '255,254') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === '254,255') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, byte => westEuropean[byte - 0x80] ?? String.fromCharCode(byte)).join('')
  }
}

/** Windows-1252 from 0x80 to 0x9F; TextDecoder of several Node.js releases takes these for control characters. */
const westEuropean = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Reads a comma-separated file with one row of headings. Spaces around headings and cells go; empty lines are passed over.
 * Throws `CsvFault` with the line when a row has too few or too many cells, a quote is not closed, headings are missing or
 * doubled, or the file is no CSV.
 */
export const parseCsv = (file: string | Uint8Array): CsvTable => tableOf(readCsvRows(file))

/**
 * The rows of a comma-separated file that are not empty, as they stand, headings first: for a reader that tells all that
 * is wrong at once. Throws `CsvFault` when the file cannot be split into rows, or is split by semicolons or tabs.
 */
export const readCsvRows = (file: string | Uint8Array): readonly RawRow[] => {
  const text = textOf(file)
  const rows = recordsOf(text, ',')
  checkSeparator(
    (rows[0]?.cells ?? []).map(one => one.trim()),
    rows[0]?.line ?? 1,
  )
  return rows
}

const textOf = (file: string | Uint8Array): string => {
  const text = (typeof file === 'string' ? file : decode(file)).replace(/^\uFEFF/, '')
  const zero = text.indexOf('\0')
  if (zero >= 0) throw new CsvFault('the file is not text. Save it as CSV (comma separated)', lineAt(text, zero))
  return text
}

/** The same for a file whose headings hold no commas: semicolons, as Excel writes them in much of Europe, are taken too. */
export const readCsvOrSemicolonRows = (file: string | Uint8Array): readonly RawRow[] => {
  const text = textOf(file)
  const headings = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  return !headings.includes(',') && headings.includes(';') ? recordsOf(text, ';') : readCsvRows(text)
}

/** Rows whose first holds the headings, as a table; throws `CsvFault` as `parseCsv` does. For other kinds of file. */
export const tableOf = (records: readonly RawRow[]): CsvTable => {
  const [first, ...rest] = records
  if (!first) throw new CsvFault('The file is empty')
  const header = first.cells.map(one => one.trim())
  checkHeader(header, first.line)
  return { header, rows: rest.map(row => rowOf(header, row)) }
}

export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\n|\r/).length

const recordsOf = (text: string, delimiter: ',' | ';'): RawRow[] => {
  const rows: RawRow[] = []
  let before = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      // The parser's own count of lines takes a CRLF inside a cell for two.
      raw: true,
      on_record: given => {
        // With `raw` the parser gives more than its types say.
        const { raw, record: cells } = given as unknown as { raw: string; record: string[] }
        if (cells.some(cell => cell.trim() !== '')) rows.push({ line: before + 1, cells })
        before += raw.match(/\r\n|\n|\r/g)?.length ?? 0
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CsvFault(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened and not closed'
        : 'a quotation mark stands where none can. Write it twice inside a cell in quotation marks',
      before + 1,
    )
  }
  return rows
}

const checkSeparator = (header: readonly string[], line: number): void => {
  if (header.length === 1 && header[0]?.includes(';')) {
    throw new CsvFault('the columns are separated by semicolons. Save the file as CSV (comma separated)', line)
  }
  if (header.length === 1 && header[0]?.includes('\t')) {
    throw new CsvFault('the columns are separated by tabs. Save the file as CSV (comma separated)', line)
  }
}

const checkHeader = (header: readonly string[], line: number): void => {
  const empty = header.indexOf('')
  if (empty >= 0) throw new CsvFault(`column ${empty + 1} has no heading`, line)
  const doubled = header.find((one, index) => header.indexOf(one) !== index)
  if (doubled !== undefined) throw new CsvFault(`two columns have the heading "${doubled}"`, line)
}

const rowOf = (header: readonly string[], { line, cells }: RawRow): CsvRow => {
  const more = cells.slice(header.length).some(cell => cell.trim() !== '')
  if (more || cells.length < header.length) {
    throw new CsvFault(`the row has ${cells.length} cells where the headings are ${header.length}`, line)
  }
  return {
    line,
    cells: Object.fromEntries(header.map((name, index) => [name, unneutralise((cells[index] ?? '').trim())])),
  }
}

/** What a cell may hold; null and undefined are empty. */
export type CsvCell = string | number | boolean | null | undefined

/**
 * A table as CSV (RFC 4180: commas, CRLF). Text is neutralised against formulas, numbers stay numbers. `forExcel` puts the
 * mark before it without which Excel misreads accents.
 */
export const stringifyCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  options: { readonly forExcel?: boolean } = {},
): string =>
  stringify(
    [header, ...rows].map(row => row.map(cellText)),
    // Asked for by name: left alone, a line break that is not the CRLF of the rows would go unquoted and split the row.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/, bom: options.forExcel ?? false },
  )

const cellText = (cell: CsvCell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number' && !Number.isFinite(cell)) throw new Error(`${cell} is no number to export`)
  return typeof cell === 'string' ? neutralise(cell) : String(cell)
}

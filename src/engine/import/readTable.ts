import { CsvFault, readCsvRows } from '../../kit/csv.ts'
import { readSheetRows, type SheetRow } from '../../kit/xlsx.ts'

/** A file as it was given: its name tells only what to call it, never what it is. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface FileTable {
  readonly header: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Rows whose first cell begins with #. */
  readonly notes: number
}

const mostBytes = 64 * 1024 * 1024
const mostRows = 100_000

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((one, at) => bytes[at] === one)

/**
 * The rows of a CSV file or an Excel workbook, whichever the bytes are, as text.
 * @throws CsvFault in words for the person who chose the file
 */
export const readTable = async ({ bytes }: GivenFile): Promise<FileTable> => {
  if (bytes.length > mostBytes) throw new CsvFault('The file is larger than 64 megabytes. Split it into smaller ones')
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new CsvFault('The file is an older Excel workbook (.xls). Save it as .xlsx or as CSV (comma separated)')
  const isWorkbook = begins(bytes, 0x50, 0x4b)
  const read = isWorkbook ? await readSheetRows(bytes) : readCsvRows(bytes).map(row => ({ ...row, merged: false }))
  const [head, ...rest] = read
  if (!head) throw new CsvFault('The file is empty')
  if (rest.length > mostRows)
    throw new CsvFault(`The file has more than ${mostRows.toLocaleString('en-GB')} rows. Split it into smaller ones`)
  if (head.merged) throw new CsvFault('Headings are merged cells. Give each column a heading of its own', head.line)
  const rows = rest.filter(row => !row.cells[0]?.trimStart().startsWith('#'))
  return { header: head.cells.map(one => one.trim()), rows, notes: rest.length - rows.length }
}

import type { ColumnMap } from './columns.ts'

/** One column of what is to be written, row by row. */
export interface Cells {
  readonly column: string
  readonly type: string
  readonly values: readonly unknown[]
}

type Row = Readonly<Record<string, unknown>>

const isAbsent = (value: unknown): boolean => value === null || value === undefined

/** Rows column by column, without the columns in which no row has a value: the database writes null there by itself. */
export const cellsOf = (columns: readonly ColumnMap[], rows: readonly Row[]): readonly Cells[] =>
  columns.flatMap(({ property, column, type }) => {
    const values = rows.map(row => row[property])
    return values.every(isAbsent) ? [] : [{ column, type, values }]
  })

const quoted = (text: string): string => `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`

/** A value as an element of an array in PostgreSQL's notation. */
const elementOf = (value: unknown): string =>
  isAbsent(value) ? 'NULL' : quoted(Array.isArray(value) ? arrayOf(value) : String(value))

/** Versions of one record stand one after another and differ in a few columns: what is the same is encoded once. */
const arrayOf = (values: readonly unknown[]): string => {
  let [last, text]: [unknown, string] = [null, 'NULL']
  const elements = values.map(value => {
    if (value !== last) [last, text] = [value, elementOf(value)]
    return text
  })
  return `{${elements.join(',')}}`
}

const scalarOf = (value: unknown): string | null =>
  isAbsent(value) ? null : Array.isArray(value) ? arrayOf(value) : String(value)

/** Up to so many rows are written out: for PostgreSQL that is the quickest to read, and its size hardly matters. */
const few = 4

/** Cells as a table in the `from` of a statement, called `n`. */
export interface Source {
  readonly from: string
  readonly parameters: readonly (string | null)[]
  /** The same for statements of the same columns whose text is the same. */
  readonly shape: string
}

/** @param cells at least one column and one row, all columns of one length */
export const sourceOf = (cells: readonly Cells[]): Source => {
  const size = cells[0]?.values.length ?? 0
  const names = cells.map(({ column }) => column).join(', ')
  if (size <= few) {
    const row = (at: number) => `(${cells.map(({ type }, n) => `$${at * cells.length + n + 1}::${type}`).join(', ')})`
    const rows = Array.from({ length: size }, (_, at) => row(at)).join(', ')
    const parameters = Array.from({ length: size }, (_, at) => cells.map(({ values }) => scalarOf(values[at]))).flat()
    return { from: `(values ${rows}) n(${names})`, parameters, shape: String(size) }
  }
  // An array of arrays would have to be a rectangle, so arrays travel as text and are read where they are used.
  const lists = cells.map(({ type }, n) => `$${n + 1}::${type.endsWith('[]') ? 'text' : type}[]`).join(', ')
  const read = cells.map(({ column, type }) => (type.endsWith('[]') ? `${column}::${type}` : column)).join(', ')
  return {
    from: `(select ${read} from unnest(${lists}) u(${names})) n`,
    parameters: cells.map(({ values }) => arrayOf(values)),
    shape: 'many',
  }
}

/** An `insert` of the cells into a table of Canopy's schema. */
export const insertOf = (table: string, cells: readonly Cells[]): Omit<Source, 'from'> & { readonly text: string } => {
  const names = cells.map(({ column }) => column).join(', ')
  const { from, ...source } = sourceOf(cells)
  return { ...source, text: `insert into canopy.${table} (${names}) select ${names} from ${from}` }
}

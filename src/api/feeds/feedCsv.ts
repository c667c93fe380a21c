import type { Fields } from '../../declare/field.ts'
import type { Problem, Typed } from '../../declare/input.ts'
import { CsvFault, readCsvOrSemicolonRows, stringifyCsv, unneutralise } from '../../kit/csv.ts'
import { BadRequest } from '../problems.ts'
import {
  type FeedForm,
  type FeedProblem,
  mostReports,
  partOf,
  referenceProblem,
  type Sent,
  typedEntries,
} from './feed.ts'

const inRows = ({ feed, groups }: FeedForm) => groups.filter(({ name, once }) => once || name === feed.each)

/** The columns of the file: the sender's reference, the whole report, and the list of which each row holds one entry. */
export const feedColumns = (feed: FeedForm): readonly string[] => {
  const columns = ['reference', ...Object.keys(feed.start), ...inRows(feed).flatMap(one => Object.keys(one.fields))]
  const doubled = columns.find((one, at) => columns.indexOf(one) !== at)
  if (doubled !== undefined) throw new Error(`Two columns of the feed ${feed.feed.key} would be called ${doubled}`)
  return columns
}

export const feedTemplate = (feed: FeedForm): string => stringifyCsv(feedColumns(feed), [], { forExcel: true })

interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

const wrongHeadings = (header: readonly string[], columns: readonly string[]): readonly string[] => [
  ...header
    .filter(one => !columns.includes(one))
    .map(one =>
      one === ''
        ? 'A column has no heading'
        : `There is no column “${one.slice(0, 60)}”. Take it out, or see the template`,
    ),
  ...columns
    .filter(one => header.filter(same => same === one).length > 1)
    .map(one => `Two columns are called “${one}”`),
  ...(header.includes('reference') ? [] : ['The column “reference” is missing: it holds your own reference']),
]

/** The rows by heading. Headings may be written in capitals or small letters. */
const readRows = (feed: FeedForm, bytes: Uint8Array): readonly Row[] => {
  const columns = feedColumns(feed)
  const [head, ...rest] = readCsvOrSemicolonRows(bytes)
  if (!head) throw new CsvFault('The file is empty')
  const header = head.cells.map(one => {
    const plain = one.trim()
    return columns.find(column => column.toLowerCase() === plain.toLowerCase()) ?? plain
  })
  const faults = wrongHeadings(header, columns)
  if (faults.length > 0)
    throw new BadRequest(
      'invalid',
      'The headings of the file are not those of the template. Nothing was taken',
      faults.map(message => ({ pointer: '/1', message })),
    )
  return rest.map(({ line, cells }) => {
    if (cells.length !== header.length)
      throw new CsvFault(`the row has ${cells.length} cells where the headings are ${header.length}`, line)
    return { line, cells: Object.fromEntries(header.map((name, at) => [name, unneutralise((cells[at] ?? '').trim())])) }
  })
}

const answersIn = (fields: Fields, { cells }: Row): Typed =>
  Object.fromEntries(Object.keys(fields).flatMap(name => (name in cells ? [[name, cells[name] ?? '']] : [])))

const isSaid = (typed: Typed): boolean => Object.values(typed).some(value => value !== '')

/** What is said of the whole report stands in its first row; in further rows it may be left out or said again. */
const contradictions = (fields: Fields, [first, ...more]: readonly Row[]): readonly Contradiction[] =>
  more.flatMap(({ line, cells }) =>
    Object.keys(fields)
      .filter(name => (cells[name] ?? '') !== '' && cells[name] !== first?.cells[name])
      .map(name => ({
        line,
        column: name,
        message: `“${name}” is not the same in every row of this report. Say it in its first row alone`,
      })),
  )
interface Contradiction {
  readonly line: number
  readonly column: string
  readonly message: string
}

const placeOf = (feed: FeedForm, rows: readonly Row[], typed: Typed, { field, message }: Problem): FeedProblem => {
  const [line, column] = field.startsWith('/') ? field.slice(1).split('/') : []
  if (line !== undefined) return { row: Number(line), column: column ?? null, message }
  const { group, at = 0, name } = partOf(feed, typed, field)
  return { row: rows[group === feed.feed.each ? at : 0]?.line ?? 0, column: name ?? null, message }
}

const reportOf = (feed: FeedForm, reference: string, rows: readonly Row[]): Sent => {
  const [first] = rows
  const whole: Fields = Object.assign({}, feed.start, ...feed.groups.filter(({ once }) => once).map(one => one.fields))
  const groups = inRows(feed).map(({ name, once, fields }) => {
    const entries = (once ? rows.slice(0, 1) : rows).map(row => answersIn(fields, row))
    return typedEntries(name, once ? entries.filter(isSaid) : entries)
  })
  const typed: Typed = Object.assign(first ? answersIn(feed.start, first) : {}, ...groups)
  const wrong = referenceProblem(reference)
  return {
    reference: wrong === undefined ? reference : '',
    typed,
    problems: [
      ...(wrong === undefined ? [] : [{ field: `/${first?.line}/reference`, message: wrong }]),
      ...contradictions(whole, rows).map(({ line, column, message }) => ({ field: `/${line}/${column}`, message })),
    ],
    placeOf: problem => placeOf(feed, rows, typed, problem),
  }
}

/**
 * The reports of a CSV file: rows with the same reference are one.
 * @throws BadRequest where the file cannot be read as such rows
 */
export const readFeedCsv = (feed: FeedForm, bytes: Uint8Array): readonly Sent[] => {
  try {
    const byReference = new Map<string, Row[]>()
    for (const row of readRows(feed, bytes)) {
      const reference = row.cells.reference ?? ''
      byReference.set(reference, [...(byReference.get(reference) ?? []), row])
    }
    if (byReference.size === 0) throw new CsvFault('The file has no rows below its headings')
    if (byReference.size > mostReports)
      throw new CsvFault(`The file has more than ${mostReports} reports. Split it into smaller ones`)
    return [...byReference].map(([reference, rows]) => reportOf(feed, reference, rows))
  } catch (error) {
    if (error instanceof CsvFault) throw new BadRequest('badRequest', error.message)
    throw error
  }
}

import type { Register } from '../../declare/register.ts'
import { midSentence, plural } from '../../kit/names.ts'

/** One thing wrong with one row of a file, so that the person finds the cell and knows what would be right. */
export interface RowProblem {
  /** Line of the file (row of the sheet), counted from 1 with the headings. */
  readonly line: number
  /** The heading as it stands in the file; empty where the row as a whole is wrong. */
  readonly column: string
  /** What stands there, shortened. */
  readonly value: string
  /** What is wrong and what would be right, in one sentence without a full stop. */
  readonly message: string
}

/** A row that had been imported before, or stands twice in the file. `reference` only where the person may see it. */
export interface Repeated {
  readonly line: number
  readonly reference: string | null
  /** The earlier line of the same file that says the same. */
  readonly sameAs: number | null
}

/** What an import did, or would do; made for showing. */
export interface ImportReport {
  readonly register: string
  readonly file: string
  readonly dryRun: boolean
  /** Rows of the file with anything in them, without headings and notes. */
  readonly rows: number
  /** Records started, or that would be started by a dry run. */
  readonly imported: number
  readonly firstReference: string | null
  readonly lastReference: string | null
  /** What is wrong with the file as a whole; then nothing is imported. */
  readonly faults: readonly string[]
  readonly wrongRows: number
  readonly problemCount: number
  /** The first of the problems, as many as a person can read. */
  readonly problems: readonly RowProblem[]
  readonly repeatedCount: number
  readonly repeated: readonly Repeated[]
  /** Headings of an export that are answered after the start and therefore not taken. */
  readonly notTaken: readonly string[]
  /** Rows whose first cell begins with # are notes and left out. */
  readonly notes: number
  /** Everything in the file is a record now (or could be), or the person chose to leave wrong rows out. */
  readonly good: boolean
}

/** How many problems and repeated rows a report names; the rest are counted. */
export const mostShown = 100

export const emptyReport = (register: Register, file: string, dryRun: boolean): ImportReport => ({
  register: register.record.key,
  file,
  dryRun,
  rows: 0,
  imported: 0,
  firstReference: null,
  lastReference: null,
  faults: [],
  wrongRows: 0,
  problemCount: 0,
  problems: [],
  repeatedCount: 0,
  repeated: [],
  notTaken: [],
  notes: 0,
  good: false,
})

const where = ({ line, column, value }: RowProblem): string =>
  `Line ${line}${column === '' ? '' : `, ${column}`}${value === '' ? '' : `, “${value}”`}`

const repeatedWords = ({ line, reference, sameAs }: Repeated): string =>
  sameAs !== null
    ? `Line ${line} says the same as line ${sameAs}`
    : `Line ${line} was imported before${reference === null ? '' : `: ${reference}`}`

const listed = <T>(items: readonly T[], inAll: number, words: (one: T) => string): readonly string[] => [
  ...items.map(one => `  ${words(one)}`),
  ...(inAll > items.length ? [`  and ${(inAll - items.length).toLocaleString('en-GB')} more`] : []),
]

const outcomeWords = (report: ImportReport, register: Register): string => {
  const { title, plural: many } = register.record
  const records = (n: number) => plural(n, midSentence(title), midSentence(many))
  if (report.dryRun && report.good)
    return `The file was checked: ${records(report.imported)} would be recorded. Nothing is recorded yet.`
  if (report.imported === 0) return report.good ? 'There was nothing new to import.' : 'Nothing was imported.'
  const span =
    report.firstReference === report.lastReference
      ? report.firstReference
      : `${report.firstReference} to ${report.lastReference}`
  return `${records(report.imported)} recorded: ${span}.`
}

/** The report in sentences, the outcome first. */
export const reportWords = (report: ImportReport, register: Register): readonly string[] => [
  outcomeWords(report, register),
  ...report.faults,
  ...(report.problemCount === 0
    ? []
    : [
        `${plural(report.problemCount, 'problem')} in ${plural(report.wrongRows, 'row')} of ${report.rows.toLocaleString('en-GB')}:`,
        ...listed(report.problems, report.problemCount, one => `${where(one)}: ${one.message}`),
      ]),
  ...(report.repeatedCount === 0
    ? []
    : [
        `${plural(report.repeatedCount, 'row')} left out, because ${report.repeatedCount === 1 ? 'it is' : 'they are'} recorded already:`,
        ...listed(report.repeated, report.repeatedCount, repeatedWords),
      ]),
  ...(report.notTaken.length === 0
    ? []
    : [
        `Not taken from the file, because ${report.notTaken.length === 1 ? 'it is' : 'they are'} answered later in the record: ${report.notTaken.join(', ')}`,
      ]),
  ...(report.notes === 0 ? [] : [`${plural(report.notes, 'row')} left out as notes: the first cell begins with #`]),
]

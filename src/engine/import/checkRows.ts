import type { Problem, Typed } from '../../declare/input.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory } from '../../fields/kind.ts'
import { parseAnswers } from '../../fields/kinds.ts'
import { now, today } from '../../kit/clock.ts'
import { unneutralise } from '../../kit/csv.ts'
import { canonical, digest } from '../../kit/digest.ts'
import { plural } from '../../kit/names.ts'
import { cutRemark, type SheetRow } from '../../kit/xlsx.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { fieldContext } from '../people/directory.ts'
import { eventDayOf, startProblems } from '../store/step.ts'
import type { LinkedStory } from '../store/story.ts'
import { type Headings, startFields } from './headings.ts'
import type { RowProblem } from './report.ts'

/** A row that may become a record, or what is wrong with it. */
export interface CheckedRow {
  readonly line: number
  readonly story: LinkedStory
  readonly digest: string
  readonly problems: readonly RowProblem[]
}

/** The same for the same answers, however the file writes them: order of columns, form of dates, CSV or Excel. */
export const answersDigest = (register: Register, values: Readonly<Record<string, unknown>>): string =>
  digest(
    canonical(
      startFields(register)
        .filter(name => values[name] !== null && values[name] !== undefined)
        .map(name => [name, values[name]]),
    ),
  )

/** The cells of a row by field, as if typed into the form. */
export const typedOfRow = (headings: Headings, cells: readonly string[]): Typed =>
  Object.fromEntries(
    headings.fields.flatMap((field, at) => (field === null ? [] : [[field, unneutralise((cells[at] ?? '').trim())]])),
  )

const shortened = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : letters.join('')
}

/** What is wrong with a row before any cell is read. */
const shapeProblem = (row: SheetRow, headings: Headings): string | null => {
  const width = headings.fields.length
  if (row.merged) return 'The row has merged cells. Undo the merge and give each row its own values'
  const more = row.cells.slice(width).some(cell => cell.trim() !== '')
  return more || row.cells.length < width
    ? `The row has ${plural(row.cells.length, 'cell')} and there are ${plural(width, 'heading')}. A cell with a comma needs quotation marks`
    : null
}

export const located = (row: SheetRow, headings: Headings, typed: Typed, { field, message }: Problem): RowProblem => {
  const name = field.replace(/-(day|month|year|time)$/, '')
  return {
    line: row.line,
    column: headings.headingOf.get(name) ?? name,
    value: shortened(String(typed[name] ?? '')),
    message,
  }
}

const parseRow = (register: Register, typed: Typed, directory: Directory) => {
  const { fields, eventOn } = register.record
  const event = parseAnswers(fields, [eventOn], typed, fieldContext(directory))
  const eventDay = eventDayOf(register, event.values, today())
  return parseAnswers(fields, startFields(register), typed, fieldContext(directory, eventDay))
}

const cutProblems = (typed: Typed): readonly Problem[] =>
  Object.entries(typed)
    .filter(([, text]) => typeof text === 'string' && text.endsWith(cutRemark.trim()))
    .map(([field]) => ({ field, message: 'The text was cut by Excel. Take the whole text from the record' }))

/** Reads and checks one row as the form would: field by field, then the answers together. */
export const checkRow = (
  engine: Engine,
  actor: Actor,
  register: Register,
  headings: Headings,
  row: SheetRow,
  directory: Directory,
): CheckedRow => {
  const typed = typedOfRow(headings, row.cells)
  const shape = shapeProblem(row, headings)
  const { values, problems } = shape === null ? parseRow(register, typed, directory) : { values: {}, problems: [] }
  const given = { actor, now: now(), today: today(), calendars: engine.calendars }
  const story: LinkedStory = { deeds: [{ action: 'start', at: now(), actor, values, fromFile: true }] }
  const found = [...cutProblems(typed), ...problems]
  const wrong =
    shape !== null
      ? [{ line: row.line, column: '', value: '', message: shape }]
      : (found.length > 0 ? found : startProblems(register, values, given)).map(one =>
          located(row, headings, typed, one),
        )
  return { line: row.line, story, digest: wrong.length > 0 ? '' : answersDigest(register, values), problems: wrong }
}

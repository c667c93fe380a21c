import { addDays, type Day, isDay } from '../../../kit/dates.ts'

/** A plan as it comes from a spreadsheet: the layout of the plan of 2020, whatever its headings are called in detail. */

/** The columns of the layout, in its order. */
export const columns = {
  number: 'No',
  words: 'Recommendation',
  outcome: 'Outcome required',
  leads: 'Lead/s',
  timescale: 'Timescale',
  status: 'RAG status',
  update: 'Update',
} as const
export type Column = keyof typeof columns

const names: Readonly<Record<Column, RegExp>> = {
  number: /^(no|nr|number|#|ref)\.?$/i,
  words: /^recommendations?$/i,
  outcome: /^outcomes?( required)?$/i,
  leads: /^(leads?|lead\/s|lead\(s\)|owners?)$/i,
  timescale: /^(time ?scales?|due|deadline|by when)$/i,
  status: /^(rag|rag status|status|rating)$/i,
  update: /^(updates?|progress|comments?)$/i,
}

export interface SheetLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** One row of the plan: a recommendation, or another part of the one above it. */
export interface PlanLine extends Readonly<Record<Column, string>> {
  readonly line: number
}

export interface PlanSheet {
  readonly lines: readonly PlanLine[]
  readonly problems: readonly string[]
}

const clean = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n').trim()

const headingsOf = (cells: readonly string[]): Partial<Record<Column, number>> => {
  const found: Partial<Record<Column, number>> = {}
  for (const [at, cell] of cells.entries())
    for (const [column, pattern] of Object.entries(names) as [Column, RegExp][])
      if (found[column] === undefined && pattern.test(clean(cell).replace(/\s+/g, ' '))) found[column] = at
  return found
}

/**
 * Reads the rows of a sheet. Title lines above the headings are passed over. A row without a number belongs to the recommendation above it,
 * as merged cells mean; a row without anything is none.
 */
export const readPlanSheet = (rows: readonly SheetLine[]): PlanSheet => {
  const at = rows.findIndex(({ cells }) => {
    const found = headingsOf(cells)
    return found.words !== undefined && Object.keys(found).length >= 3
  })
  const head = rows[at]
  if (!head) return { lines: [], problems: [`No row has the headings of a plan: ${Object.values(columns).join(', ')}`] }
  const places = headingsOf(head.cells)
  const lines: PlanLine[] = []
  const problems: string[] = []
  for (const { line, cells } of rows.slice(at + 1)) {
    const of = (column: Column) => clean(places[column] === undefined ? '' : cells[places[column]])
    const row = Object.fromEntries(Object.keys(columns).map(column => [column, of(column as Column)])) as Record<
      Column,
      string
    >
    if (Object.values(row).every(text => text === '')) continue
    const above = lines.at(-1)
    const number = row.number.replace(/\.0*$/, '') || (above?.number ?? '')
    if (number === '') problems.push(`Line ${line} has no number, and nothing stands above it`)
    else if (row.words === '' && above?.number !== number)
      problems.push(
        `Line ${line}: recommendation ${number} says nothing. Enter its words in the column “${columns.words}”`,
      )
    else lines.push({ line, ...row, number, words: row.words || (above?.words ?? '') })
  }
  return { lines, problems: lines.length + problems.length === 0 ? ['The sheet has headings and no rows'] : problems }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The last day that a timescale names: "June 20/Ongoing" is 30 June 2020; "Ongoing" names none. */
export const dayOfTimescale = (text: string): Day | null => {
  const full = /\b(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1]
  if (full !== undefined && isDay(full)) return full
  const named = /\b([a-z]{3})[a-z]*\.?,? ?(\d{4}|\d{2})\b/i.exec(text)
  const month = monthNames.indexOf(named?.[1]?.toLowerCase() ?? '')
  if (named === null || month < 0) return null
  const year = Number(named[2]) + (named[2]?.length === 2 ? 2000 : 0)
  const next = month === 11 ? `${year + 1}-01-01` : `${year}-${String(month + 2).padStart(2, '0')}-01`
  return addDays(next, -1)
}

/** What a cell of the status says, as far as it says it: a lost one is “not rated”, never green. */
export const ratingOfStatus = (text: string): 'green' | 'amber' | 'red' | 'notGiven' => {
  const [first] = /\b(green|amber|red)\b|^[gar]$/i.exec(text.trim()) ?? []
  const letter = first?.[0]?.toLowerCase()
  return letter === 'g' ? 'green' : letter === 'a' ? 'amber' : letter === 'r' ? 'red' : 'notGiven'
}

/** What stands as the owner of an action for which the sheet named nobody. */
export const nobodyNamed = 'Nobody is named'

/** The people a cell names, in its order. */
export const leadsIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n/&]| and /)
    .map(name => name.trim())
    .filter(name => name !== '')

/** A few words for lists: the first sentence or line of the recommendation. */
export const titleOf = (words: string): string => {
  const first = /^[^\n]*?[.!?:](?=\s|$)|^[^\n]+/.exec(words)?.[0] ?? words
  return first.length <= 200 ? first : `${first.slice(0, 197)}…`
}

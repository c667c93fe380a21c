import { createHash } from 'node:crypto'
import type { Register } from '../../declare/register.ts'
import { now } from '../../kit/clock.ts'
import { CsvFault } from '../../kit/csv.ts'
import { midSentence } from '../../kit/names.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger } from '../ledger/writer.ts'
import { forbidden } from '../outcome.ts'
import { directoryFor } from '../people/directory.ts'
import { refusedAsSecond } from '../store/onePer.ts'
import { mayImport } from '../store/story.ts'
import { createStoryWriter, type Written } from '../store/storyWriter.ts'
import { bindAs, type Tx, within } from '../store/transaction.ts'
import { type CheckedRow, checkRow, typedOfRow } from './checkRows.ts'
import { type Headings, readHeadings, startFields } from './headings.ts'
import { type FileTable, type GivenFile, readTable } from './readTable.ts'
import { findRepeated, findSeconds } from './repeated.ts'
import { emptyReport, type ImportReport, mostShown } from './report.ts'

export { mayImport }

export interface ImportOptions {
  /** Does everything and takes it back: no table has another row afterwards. */
  readonly dryRun?: boolean
  /** Imports the rows that are right and leaves the others out, instead of importing nothing. */
  readonly skipWrong?: boolean
  /** Told the identifiers of the records that were started, once they are there to stay. */
  readonly recorded?: (ids: readonly string[]) => void
  /** Told now and then how far it is. */
  readonly progress?: (doing: 'checked' | 'recorded', done: number, of: number) => void
}

/** Thrown at the end of a dry run, so that the transaction takes everything back. */
class TakenBack extends Error {}

/**
 * Starts a record for each row of a CSV file or Excel workbook, through the same questions, checks and clocks as the form,
 * in one transaction: all rows or none. Wrong rows are all named at once and stop the import unless `skipWrong`. A row
 * that was imported before is not imported again.
 * @throws Outcome forbidden for a role that may not import into the register
 */
export const importFile = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  file: GivenFile,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  await mustImport(engine, actor, register)
  const empty = emptyReport(register, file.name, options.dryRun ?? false)
  let table: FileTable
  try {
    table = await readTable(file)
  } catch (error) {
    if (error instanceof CsvFault) return { ...empty, faults: [sentence(error.message)] }
    throw error
  }
  const headings = readHeadings(register, table.header)
  const begun = { ...empty, rows: table.rows.length, notes: table.notes, notTaken: headings.notTaken }
  if (headings.faults.length > 0) return { ...begun, faults: headings.faults }
  if (table.rows.length === 0) return { ...begun, faults: ['The file has headings and no rows'] }
  let done: Imported = { report: begun, ids: [] }
  try {
    await within(engine, actor, async tx => {
      done = await importIn(engine, tx, register, { file, table, headings, begun, options })
      if (options.dryRun) throw new TakenBack()
    })
    options.recorded?.(done.ids)
  } catch (error) {
    if (!(error instanceof TakenBack))
      throw namesNobody(error, actor) ? forbidden(asPerson) : (refusedAsSecond(engine.registers, error) ?? error)
  }
  return done.report
}

interface Imported {
  readonly report: ImportReport
  /** Of the records that were started. */
  readonly ids: readonly string[]
}

const asPerson = 'This register keeps who started a record. Import as a person of the partnership: --as USERNAME'

/** The operator of the machine is no colleague whom a record could name: the database refuses the reference. */
const namesNobody = (error: unknown, actor: Actor): boolean =>
  actor.role === 'system' && (error as { code?: unknown }).code === '23503'

const sentence = (text: string): string =>
  text.replace(
    /^(Line \d+: )?(.)/,
    (_, line: string | undefined, first: string) => `${line ?? ''}${first.toUpperCase()}`,
  )

const mustImport = async (engine: Engine, actor: Actor, register: Register): Promise<void> => {
  if (!mayImport(register, actor.role)) {
    const entry = { at: now(), actor, event: 'refused', register: register.record.key, action: 'import' } as const
    await engine.ledger.write({ ...entry, detail: 'forbidden' })
    throw forbidden(`Your role may not import ${midSentence(register.record.plural)}`)
  }
}

interface Work {
  readonly file: GivenFile
  readonly table: FileTable
  readonly headings: Headings
  readonly begun: ImportReport
  readonly options: ImportOptions
}

const importIn = async (engine: Engine, tx: Tx, register: Register, work: Work): Promise<Imported> => {
  const { begun, options, file } = work
  // Two people who import the same file at the same moment: the second finds what the first has recorded.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${register.record.key}`])
  const checked = await checkAll(engine, tx, register, work)
  const right = checked.filter(row => row.problems.length === 0)
  const repeated = await findRepeated(tx, register, right, work)
  const again = new Set(repeated.map(one => one.line))
  const judged = await findSeconds(
    tx,
    register,
    right.filter(row => !again.has(row.line)),
    work,
  )
  const fresh = judged.filter(row => row.problems.length === 0)
  const wrong = [...checked, ...judged].filter(row => row.problems.length > 0).sort((a, b) => a.line - b.line)
  const problems = wrong.flatMap(row => row.problems)
  const report: ImportReport = {
    ...begun,
    wrongRows: wrong.length,
    problemCount: problems.length,
    problems: problems.slice(0, mostShown),
    repeatedCount: repeated.length,
    repeated: repeated.slice(0, mostShown),
    good: wrong.length === 0 || options.skipWrong === true,
  }
  if (!report.good || fresh.length === 0) return { report, ids: [] }
  const written = await record(engine, tx, register, fresh, file, options)
  const dry = options.dryRun === true
  return {
    report: {
      ...report,
      imported: fresh.length,
      firstReference: dry ? null : (written[0]?.reference ?? null),
      lastReference: dry ? null : (written.at(-1)?.reference ?? null),
    },
    ids: written.map(({ id }) => id),
  }
}

const checkAll = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  { table, headings, options }: Work,
): Promise<readonly CheckedRow[]> => {
  const { fields } = register.record
  const asked = Object.fromEntries(Object.entries(fields).filter(([name]) => startFields(register).includes(name)))
  const pointing = Object.values(asked).some(field => field.kind === 'related')
  // Only records that rows point at have to be looked up, all at once.
  const typed = pointing ? table.rows.map(row => typedOfRow(headings, row.cells)) : []
  const directory = await directoryFor(tx, engine, asked, [], typed)
  const checked: CheckedRow[] = []
  for (const row of table.rows) {
    checked.push(checkRow(engine, tx.actor, register, headings, row, directory))
    if (checked.length % 500 === 0) {
      options.progress?.('checked', checked.length, table.rows.length)
      await breath()
    }
  }
  return checked
}

/** Lets other people's requests through while a long file is read. */
const breath = (): Promise<void> => new Promise(done => setImmediate(done))

const record = async (
  engine: Engine,
  tx: Tx,
  register: Register,
  rows: readonly CheckedRow[],
  file: GivenFile,
  { progress }: ImportOptions,
): Promise<readonly Written[]> => {
  const writer = createStoryWriter(engine, tx)
  const written = await writer.write(
    register,
    rows.map(row => row.story),
    done => progress?.('recorded', done, rows.length),
  )
  await remember(
    tx,
    register,
    rows,
    written.map(({ reference }) => reference),
  )
  await writer.finish()
  const fileDigest = createHash('sha256').update(file.bytes).digest('hex')
  const imported = { at: now(), actor: tx.actor, event: 'imported', register: register.record.key } as const
  await appendLedger(tx, [{ ...imported, detail: `${rows.length} rows`, digest: fileDigest }])
  return written
}

/** Kept by the engine, so that a row counts as imported whoever brings it next. */
const remember = async (
  tx: Tx,
  register: Register,
  rows: readonly CheckedRow[],
  references: readonly string[],
): Promise<void> => {
  await bindAs(tx, system())
  await tx.query(
    `insert into canopy.imported_row (register, digest, reference, at)
     select $1, d, r, $2 from unnest($3::text[], $4::text[]) n(d, r)`,
    [register.record.key, now(), rows.map(row => row.digest), references],
  )
  await bindAs(tx, tx.actor)
}

import type { Register } from '../../declare/register.ts'
import { system } from '../actor.ts'
import { recordColumns, selectList } from '../store/columns.ts'
import { onePerProblems, secondInFile, secondOf } from '../store/onePer.ts'
import { bindAs, type Tx } from '../store/transaction.ts'
import { answersDigest, type CheckedRow, located, typedOfRow } from './checkRows.ts'
import type { Headings } from './headings.ts'
import type { FileTable } from './readTable.ts'
import type { Repeated } from './report.ts'

/** Rows that say what is recorded already: imported before, standing twice in the file, or exported from here. */
export const findRepeated = async (
  tx: Tx,
  register: Register,
  rows: readonly CheckedRow[],
  { table, headings }: { readonly table: FileTable; readonly headings: Headings },
): Promise<readonly Repeated[]> => {
  const before = await importedBefore(tx, register, rows)
  const here = headings.referenceAt < 0 ? new Map<string, string>() : await recordedHere(tx, register, table, headings)
  const first = new Map<string, number>()
  return rows.flatMap(({ line, digest }): readonly Repeated[] => {
    const sameAs = first.get(digest)
    if (sameAs !== undefined) return [{ line, reference: null, sameAs }]
    first.set(digest, line)
    const known = before.get(digest)
    const reference = known === undefined ? here.get(digest) : known
    return reference === undefined ? [] : [{ line, reference, sameAs: null }]
  })
}

/** The rows, those with a problem that would be a second record of what may be recorded only once. */
export const findSeconds = async (
  tx: Tx,
  register: Register,
  rows: readonly CheckedRow[],
  { table, headings }: { readonly table: FileTable; readonly headings: Headings },
): Promise<readonly CheckedRow[]> => {
  const values = rows.map(row => row.story.deeds[0]?.values ?? {})
  const recorded = await onePerProblems(tx, register, values)
  const inFile = secondInFile(register, values)
  const cells = new Map(table.rows.map(row => [row.line, row]))
  return rows.map((row, at) => {
    const earlier = rows[inFile.get(at) ?? -1]
    const problems = [...(recorded[at] ?? []), ...(earlier ? [secondOf(register, `line ${earlier.line}`)] : [])]
    const sheetRow = cells.get(row.line)
    if (problems.length === 0 || !sheetRow) return row
    const typed = typedOfRow(headings, sheetRow.cells)
    return { ...row, problems: problems.map(problem => located(sheetRow, headings, typed, problem)) }
  })
}

/** Digests imported before, with the reference where this person may see the record and null where not. */
const importedBefore = async (
  tx: Tx,
  register: Register,
  rows: readonly CheckedRow[],
): Promise<ReadonlyMap<string, string | null>> => {
  await bindAs(tx, system())
  const found = await tx.query<{ digest: string; reference: string }>(
    'select digest, reference from canopy.imported_row where register = $1 and digest = any($2)',
    [register.record.key, rows.map(row => row.digest)],
  )
  await bindAs(tx, tx.actor)
  if (found.length === 0) return new Map()
  const seen = await tx.query<{ reference: string }>(
    `select reference from canopy.${register.record.key} where reference = any($1)`,
    [found.map(one => one.reference)],
  )
  const visible = new Set(seen.map(one => one.reference))
  return new Map(found.map(({ digest, reference }) => [digest, visible.has(reference) ? reference : null]))
}

/** Records an export of Canopy names, by what they were started with: a file that comes back changes nothing. */
const recordedHere = async (
  tx: Tx,
  register: Register,
  table: FileTable,
  { referenceAt }: Headings,
): Promise<ReadonlyMap<string, string>> => {
  const references = table.rows.map(row => row.cells[referenceAt]?.trim().toUpperCase() ?? '').filter(one => one !== '')
  const found = await tx.query<Record<string, unknown> & { reference: string }>(
    `select ${selectList(recordColumns(register))} from canopy.${register.record.key} where reference = any($1)`,
    [references],
  )
  return new Map(found.map(row => [answersDigest(register, row), row.reference]))
}

import type { Field } from '../../declare/field.ts'
import { quietDeedOf } from '../../declare/quiet.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import type { Directory } from '../../fields/kind.ts'
import { now, today } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import { nextDue } from '../clocks/recompute.ts'
import type { Engine } from '../engine.ts'
import { seesFiles } from '../files/recordFiles.ts'
import { filesOfRecord, type StoredFile } from '../files/stored.ts'
import { forbidden, notFound } from '../outcome.ts'
import { directoryFor } from '../people/directory.ts'
import type { Words } from '../wording.ts'
import { hiddenClocks, hiddenFields, readableColumns, recordColumns, selectFor, selectList } from './columns.ts'
import { lockedIn } from './locked.ts'
import { findHeld, lineTable } from './rows.ts'
import { actionsFor, findAction, type Held } from './step.ts'
import { type Tx, within } from './transaction.ts'

/** Whether this role may see any row of the register at all. */
export const mayRead = (register: Register, role: string): boolean =>
  (register.access.read as Record<string, unknown>)[role] !== undefined

/** Whether this role sees every row, so that a figure's cases are theirs to open. */
export const mayOpenCases = (register: Register, role: string): boolean =>
  (register.access.read as Record<string, { sql: string } | undefined>)[role]?.sql === 'true'

export interface RelatedRecord {
  readonly register: Register
  readonly row: AnyRow
  /** The names its list of columns points at. */
  readonly directory: Directory
}

export interface RecordView {
  readonly held: Held
  readonly directory: Directory
  readonly hidden: ReadonlySet<string>
  readonly possible: readonly {
    readonly action: string
    readonly label: string
    readonly hint?: string | undefined
    readonly exceptional: boolean
  }[]
  readonly stopped: readonly { readonly action: string; readonly label: string; readonly why: string }[]
  /** Records of other registers that point at this one, as far as this person may see them. */
  readonly related: readonly RelatedRecord[]
  /** Files of the record, without those removed; null where it takes none or this role is not shown them. */
  readonly files: readonly StoredFile[] | null
}

/**
 * One record as this person may see it; the reading is in the ledger before the answer leaves.
 * @throws Outcome notFound, the same for unseen and absent
 */
export const readRecord = async (
  engine: Engine,
  actor: Actor,
  register: Register,
  reference: string,
): Promise<RecordView> => {
  if (!mayRead(register, actor.role)) throw notFound()
  const view = await within(engine, actor, async tx => {
    if (!(await findHeld(tx, register, reference))) await orLocked(engine, tx, register, reference)
    return viewIn(engine, tx, register, reference)
  })
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'looked',
    register: register.record.key,
    recordId: view.held.row.id,
    reference: view.held.row.reference,
  })
  return view
}

/** Of a locked record may be said that there is one, and whom to ask; of an invisible one nothing. */
const orLocked = async (engine: Engine, tx: Tx, register: Register, reference: string): Promise<void> => {
  const [locked] = await lockedIn(engine, tx, register, { reference })
  if (!locked) return
  const ask = locked.ask === null ? 'information governance' : locked.ask
  throw forbidden(
    `This record is restricted, under ${locked.restriction}. Ask ${ask}. If it cannot wait, open it by emergency access with that reference`,
  )
}

/** The same inside a transaction that already runs, without a second ledger entry. */
export const viewIn = async (engine: Engine, tx: Tx, register: Register, reference: string): Promise<RecordView> => {
  const found = await findHeld(tx, register, reference)
  if (!found) throw notFound()
  const given = { actor: tx.actor, now: now(), today: today(), calendars: engine.calendars }
  const { possible, stopped } = actionsFor(register, found, given)
  const hidden = hiddenFields(register, tx.actor.role)
  const shown = shownClocks(register, tx.actor.role, found)
  const held = {
    ...shown,
    row: without(shown.row, hidden),
    lines: Object.fromEntries(
      Object.entries(found.lines).map(([group, lines]) => [
        group,
        // A line of which nothing is shown would still tell that there is one, and when it was written.
        nothingShown(register, group, hidden) ? [] : lines.map(line => without(line, hidden, `${group}.`)),
      ]),
    ),
  }
  const fields = {
    ...register.record.fields,
    ...Object.assign({}, ...Object.values(register.record.lines).map(group => group.fields)),
  }
  return {
    held,
    hidden,
    possible,
    stopped,
    directory: await directoryFor(tx, engine, fields, [held.row, ...Object.values(held.lines).flat()]),
    related: await relatedTo(engine, tx, register, held.row.id),
    files: await filesIn(tx, register, held.row.id),
  }
}

const filesIn = async (tx: Tx, register: Register, id: string): Promise<RecordView['files']> =>
  seesFiles(register, tx.actor.role)
    ? (await filesOfRecord(tx, register, id)).filter(({ removedAt }) => removedAt === null)
    : null

/** Without the clocks that would tell what this role is not shown, and with what is due next among the others. */
const shownClocks = (register: Register, role: string, held: Held): Held => {
  const hidden = hiddenClocks(register, role)
  const { nextDueAt } = held.row
  if (hidden.size === 0) return held
  const clocks = held.clocks.filter(({ clock }) => !hidden.has(clock))
  const running = clocks.filter(one => one.metAt === null && nextDueAt !== null && one.dueAt >= nextDueAt)
  return { ...held, clocks, row: { ...held.row, nextDueAt: nextDue(running) } }
}

const nothingShown = (register: Register, group: string, hidden: ReadonlySet<string>): boolean =>
  Object.keys(register.record.lines[group]?.fields ?? {}).every(name => hidden.has(`${group}.${name}`))

/** Whether a deed adds a line of which nothing is shown: then that it was done is not told either. */
const addsUnseen = (register: Register, action: string, hidden: ReadonlySet<string>): boolean => {
  const group = findAction(register, action)?.adds
  return group !== undefined && nothingShown(register, group, hidden)
}

const without = <R extends object>(row: R, hidden: ReadonlySet<string>, before = ''): R =>
  hidden.size === 0
    ? row
    : (Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.has(`${before}${field}`))) as R)

const relatedTo = async (engine: Engine, tx: Tx, register: Register, id: string): Promise<readonly RelatedRecord[]> => {
  const out: RelatedRecord[] = []
  for (const other of engine.registers) {
    if (!mayRead(other, tx.actor.role)) continue
    const through = Object.entries(other.record.fields).filter(
      ([, field]) => field.kind === 'related' && field.register === register.record.key,
    )
    if (through.length === 0) continue
    const columns = readableColumns(other, tx.actor.role)
    const points = columns
      .filter(({ property }) => through.some(([name]) => name === property))
      .map(({ column }) => `${column} = $1`)
    if (points.length === 0) continue
    const rows = await tx.query(
      `select ${selectFor(other, tx.actor.role, columns)} from canopy.${other.record.key} r where ${points.join(' or ')} order by created_at limit 200`,
      [id],
    )
    if (rows.length === 0) continue
    const inTable = [...other.record.about, ...other.list.columns].filter(
      name => !through.some(([link]) => link === name),
    )
    const fields = Object.fromEntries(inTable.map(name => [name, other.record.fields[name] as Field]))
    const directory = await directoryFor(tx, engine, fields, rows)
    out.push(...rows.map(row => ({ register: other, row: row as unknown as AnyRow, directory })))
  }
  return out
}

/** One version of a record, with the words it was written in. */
export interface Version {
  readonly action: string
  readonly row: AnyRow
  readonly words: Words
  readonly byName: string
}

/** Every version, newest first. */
export const readHistory = (
  engine: Engine,
  actor: Actor,
  register: Register,
  reference: string,
): Promise<readonly Version[]> =>
  within(engine, actor, async tx => {
    const held = await findHeld(tx, register, reference)
    if (!held) throw notFound()
    return historyIn(tx, register, held.row.id)
  })

/** Every version with the names its values point at; the reading is in the ledger before the answer leaves. */
export const readVersions = async (engine: Engine, actor: Actor, register: Register, reference: string) => {
  if (!mayRead(register, actor.role)) throw notFound()
  const read = await within(engine, actor, async tx => {
    const held = await findHeld(tx, register, reference)
    if (!held) throw notFound()
    const versions = await historyIn(tx, register, held.row.id)
    const rows = versions.map(({ row }) => row)
    return { row: held.row, versions, directory: await directoryFor(tx, engine, register.record.fields, rows) }
  })
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'looked',
    register: register.record.key,
    recordId: read.row.id,
    reference: read.row.reference,
    detail: 'history',
  })
  return read
}

export const historyIn = async (tx: Tx, register: Register, id: string): Promise<readonly Version[]> => {
  const hidden = hiddenFields(register, tx.actor.role)
  const columns = recordColumns(register).filter(({ property }) => !hidden.has(property))
  const rows = await tx.query<
    { 'the deed': string; 'the words': Words; 'the name': string | null } & Record<string, unknown>
  >(
    // No field of a register has a name with a space in it.
    `select h.action as "the deed", w.words as "the words", a.name as "the name", ${selectList(columns, 'h')}
       from canopy.${register.record.key}_history h join canopy.wording w on w.id = h.wording
       left join canopy.account a on a.id = h.updated_by
      where h.id = $1 order by h.version desc`,
    [id],
  )
  const versions = rows
    .filter(({ 'the deed': deed }) => !addsUnseen(register, deed, hidden))
    .map(({ 'the deed': deed, 'the words': words, 'the name': byName, ...row }) => ({
      action: deed,
      words,
      byName: byName ?? 'Canopy',
      row: row as unknown as AnyRow,
    }))
  return [...versions, ...(await quietIn(tx, register, id, versions))].sort((a, b) =>
    b.row.updatedAt.localeCompare(a.row.updatedAt),
  )
}

/** The quiet deeds among them: known by their lines, and so only to whoever may see these. */
const quietIn = async (
  tx: Tx,
  register: Register,
  id: string,
  versions: readonly Version[],
): Promise<readonly Version[]> => {
  const found: Version[] = []
  for (const group of Object.keys(register.record.lines)) {
    const action = quietDeedOf(register, group)
    if (action === undefined) continue
    const lines = await tx.query<{ at: Instant; by: string; byName: string | null }>(
      `select l.recorded_at as at, l.recorded_by as by, a.name as "byName" from canopy.${lineTable(register, group)} l
         left join canopy.account a on a.id = l.recorded_by where l.record_id = $1`,
      [id],
    )
    for (const { at, by, byName } of lines) {
      const standing = versions.find(({ row }) => row.updatedAt <= at)
      if (standing)
        found.push({
          ...standing,
          action,
          byName: byName ?? 'Canopy',
          row: { ...standing.row, updatedAt: at, updatedBy: by },
        })
    }
  }
  return found
}

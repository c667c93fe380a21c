import type { AnyRow, Line } from '../../declare/record.ts'
import type { Directory } from '../../fields/kind.ts'
import { now } from '../../kit/clock.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { notFound } from '../outcome.ts'
import { directoryFor } from '../people/directory.ts'
import { groupColumns, readableColumns, selectFor, selectList } from '../store/columns.ts'
import { mayRead, type RecordView, viewIn } from '../store/read.ts'
import { lineTable } from '../store/rows.ts'
import { type Tx, within } from '../store/transaction.ts'
import { type Meetings, type Subject, typeOf } from './kinds.ts'

/** An item with what belongs to it, as one person may see it. */
export interface AgendaEntry {
  readonly item: AnyRow
  readonly subject: Subject | null
  readonly answers: readonly AnyRow[]
  readonly actions: readonly AnyRow[]
  readonly conflicts: readonly Line[]
}

export interface MeetingView {
  readonly view: RecordView
  readonly entries: readonly AgendaEntry[]
  /** Numbers of items that this person is not shown, so that theirs stay what they are. */
  readonly missing: number
  /** Actions of the meeting that belong to no item. */
  readonly actions: readonly AnyRow[]
  readonly directory: Directory
}

/** Rows of one register for one meeting, as this person may see them. */
export const rowsFor = (
  tx: Tx,
  register: Meetings['registers']['item'],
  where: string,
  values: readonly unknown[],
): Promise<AnyRow[]> => {
  if (!mayRead(register, tx.actor.role)) return Promise.resolve([])
  const columns = readableColumns(register, tx.actor.role)
  return tx.query(
    `select ${selectFor(register, tx.actor.role, columns)} from canopy.${register.record.key} r where ${where}`,
    values,
  ) as unknown as Promise<AnyRow[]>
}

const conflictsIn = (tx: Tx, { item }: Meetings['registers'], meeting: string) =>
  tx.query(
    `select ${selectList(groupColumns(item, 'conflicts'), 'l')} from canopy.${lineTable(item, 'conflicts')} l
       join canopy.${item.record.key} i on i.id = l.record_id
      where i.meeting = $1 and l.superseded_at is null order by l.recorded_at`,
    [meeting],
  ) as unknown as Promise<Line[]>

/** What the items of a meeting are about, as this person may know it. */
export const subjectsIn = async (tx: Tx, meetings: Meetings, meeting: AnyRow): Promise<readonly Subject[]> => {
  const { sql, values } = typeOf(meetings, meeting.kind).subjects(meeting.id)
  return (await tx.query(sql, values)) as unknown as readonly Subject[]
}

/** A meeting with its agenda inside a transaction that already runs. */
export const meetingIn = async (
  engine: Engine,
  tx: Tx,
  meetings: Meetings,
  reference: string,
): Promise<MeetingView> => {
  const { registers } = meetings
  const view = await viewIn(engine, tx, registers.sitting, reference)
  const { id } = view.held.row
  // One after another on one connection, sent without waiting for the one before.
  const [items, answers, actions, conflicts, subjects] = await Promise.all([
    rowsFor(tx, registers.item, 'r.meeting = $1 order by r.position, r.reference', [id]),
    rowsFor(tx, registers.answer, 'r.meeting = $1 order by r.reference', [id]),
    rowsFor(tx, registers.action, "r.meeting = $1 and r.state <> 'cancelled' order by r.reference", [id]),
    conflictsIn(tx, registers, id),
    subjectsIn(tx, meetings, view.held.row),
  ])
  const fields = {
    ...registers.sitting.record.fields,
    ...registers.sitting.record.lines.attendance?.fields,
    ...registers.answer.record.fields,
    ...registers.action.record.fields,
    ...registers.item.record.lines.conflicts?.fields,
  }
  const directory = await directoryFor(tx, engine, fields, [
    view.held.row,
    ...Object.values(view.held.lines).flat(),
    ...answers,
    ...actions,
    ...conflicts,
  ])
  const about = new Map(subjects.map(one => [one.item, one]))
  const last = Math.max(0, ...items.map(({ position }) => Number(position)))
  return {
    view,
    directory,
    entries: items.map(item => ({
      item,
      subject: about.get(item.id) ?? null,
      answers: answers.filter(one => one.item === item.id),
      actions: actions.filter(one => one.item === item.id),
      conflicts: conflicts.filter(one => one.recordId === item.id),
    })),
    missing: Math.max(0, last - items.length),
    actions: actions.filter(one => one.item === null),
  }
}

/**
 * A meeting with its agenda, its answers and its actions, as one person may see them; the reading is in the ledger.
 * @throws Outcome notFound, the same for unseen and absent
 */
export const readMeeting = async (
  engine: Engine,
  actor: Actor,
  meetings: Meetings,
  reference: string,
): Promise<MeetingView> => {
  if (!mayRead(meetings.registers.sitting, actor.role)) throw notFound()
  const found = await within(engine, actor, tx => meetingIn(engine, tx, meetings, reference))
  await engine.ledger.write({
    at: now(),
    actor,
    event: 'looked',
    register: meetings.registers.sitting.record.key,
    recordId: found.view.held.row.id,
    reference: found.view.held.row.reference,
    detail: 'agenda',
  })
  return found
}

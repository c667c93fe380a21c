import type { AnyRow } from '../../declare/record.ts'
import { now, today } from '../../kit/clock.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { conflict, notFound } from '../outcome.ts'
import { answersFrom, byLink, carryOut, type Done, findToChange, noted, performAll } from '../store/perform.ts'
import { findHeld } from '../store/rows.ts'
import { startMany } from '../store/startMany.ts'
import { bindAs, type Tx, within } from '../store/transaction.ts'
import { type Meetings, type PageFacts, typeOf } from './kinds.ts'
import { rowsFor } from './read.ts'

/** What became of the actions of the meeting of this kind before, as a pack tells it. */
const actionsBefore = async (tx: Tx, { sitting: meeting, action }: Meetings['registers'], row: AnyRow) => {
  const rows = await tx.query<{ done: number; late: number; blocked: number; open: number }>(
    `select count(*) filter (where a.state = 'done')::int as done,
            count(*) filter (where a.state = 'blocked')::int as blocked,
            count(*) filter (where a.state = 'open' and a.due_at < $3)::int as late,
            count(*) filter (where a.state not in ('done', 'blocked', 'cancelled', 'duplicate')
                               and not (a.state = 'open' and coalesce(a.due_at < $3, false)))::int as open
       from canopy.${action.record.key} a
      where a.meeting = (select m.id from canopy.${meeting.record.key} m
                          where m.kind = $1 and m.starts_at < $2 and m.ended_at is not null and m.team_id is not distinct from $4
                          order by m.starts_at desc limit 1)`,
    [row.kind, row.startsAt, now(), row.teamId],
  )
  return rows[0] ?? { done: 0, late: 0, blocked: 0, open: 0 }
}

const counted = (pages: readonly PageFacts[], change: string): number =>
  pages.filter(page => page.section === 'children' && page.change === change).length

/**
 * Freezes the pack of a meeting: a page for each item, as it stands now. What changes afterwards changes the live records; another
 * freezing makes the next version.
 * @throws Outcome notFound, forbidden, or conflict where this kind of meeting has no pack
 */
export const freezePack = (
  engine: Engine,
  actor: Actor,
  meetings: Meetings,
  reference: string,
): Promise<{ readonly reference: string }> => {
  const { sitting: meeting, pack, page } = meetings.registers
  return noted(engine, actor, { register: pack, action: 'start' }, async tx => {
    const held = await findToChange(tx, meeting, reference)
    if (!held) throw notFound()
    const { row } = held
    const read = typeOf(meetings, row.kind).pages
    if (!read) throw conflict('This kind of meeting has no pack', [])
    const { sql, values } = read(row.id, now())
    await bindAs(tx, system(actor))
    const asSystem: Tx = { ...tx, actor: system(actor) }
    const pages = (await asSystem.query(sql, values)) as unknown as readonly PageFacts[]
    const actions = await actionsBefore(asSystem, meetings.registers, row)
    const before = await asSystem.query<{ reference: string }>(
      `select reference from canopy.${pack.record.key} where meeting = $1 and state = 'frozen'`,
      [row.id],
    )
    await bindAs(tx, actor)
    const facts = {
      meeting: row.id,
      up: counted(pages, 'up'),
      down: counted(pages, 'down'),
      same: counted(pages, 'same'),
      fresh: counted(pages, 'new'),
      actionsDone: actions.done,
      actionsLate: actions.late,
      actionsBlocked: actions.blocked,
      actionsOpen: actions.open,
    }
    const frozen = await carryOut(engine, tx, { register: pack, action: 'start', typed: {} }, answersFrom(facts))
    const entries: LedgerEntry[] = [...frozen.entries]
    for (const one of before) {
      const replaced = { register: pack, action: 'replace', reference: one.reference, typed: {} }
      entries.push(...(await carryOut(engine, tx, replaced, answersFrom({}))).entries)
    }
    await bindAs(tx, asSystem.actor)
    const { teamId, agencyId, invited } = frozen.done.row
    const started = await startMany(
      engine,
      asSystem,
      page,
      pages.map(one => ({ ...one, pack: frozen.done.row.id, invited, asAt: today(), teamId, agencyId })),
    )
    await bindAs(tx, actor)
    await appendLedger(tx, [...entries, ...started.entries.map(entry => byLink(entry, actor))])
    return { reference: frozen.done.row.reference }
  })
}

export interface FrozenPack {
  readonly pack: AnyRow
  readonly sitting: AnyRow
  readonly pages: readonly AnyRow[]
}

/** The packs of a meeting, newest first, with their pages, as one person may see them. */
export const packsOf = (
  engine: Engine,
  actor: Actor,
  meetings: Meetings,
  reference: string,
): Promise<readonly FrozenPack[]> =>
  within(engine, actor, async tx => {
    const { sitting: meeting, pack, page } = meetings.registers
    const held = await findHeld(tx, meeting, reference)
    if (!held) throw notFound()
    const packs = await rowsFor(tx, pack, 'r.meeting = $1 order by r.number desc', [held.row.id])
    const pages = await rowsFor(tx, page, 'r.pack = any($1) order by r.position, r.reference', [
      packs.map(({ id }) => id),
    ])
    return packs.map(one => ({
      pack: one,
      sitting: held.row,
      pages: pages.filter(of => of.pack === one.id),
    }))
  })

/** What differs between two versions: pages that came, went or say something else, by the fields that do. */
export interface Difference {
  readonly page: AnyRow
  readonly what: 'added' | 'removed' | 'changed'
  readonly fields: readonly string[]
}

export const differenceOf = (
  { registers }: Meetings,
  before: readonly AnyRow[],
  after: readonly AnyRow[],
): readonly Difference[] => {
  const told = Object.keys(registers.page.record.fields).filter(name => !['pack', 'asAt', 'invited'].includes(name))
  const was = new Map(before.map(page => [page.item, page]))
  const is = new Set(after.map(page => page.item))
  return [
    ...after.flatMap((page): Difference[] => {
      const old = was.get(page.item)
      if (!old) return [{ page, what: 'added', fields: [] }]
      const fields = told.filter(name => (old[name] ?? null) !== (page[name] ?? null))
      return fields.length === 0 ? [] : [{ page, what: 'changed', fields }]
    }),
    ...before.filter(page => !is.has(page.item)).map((page): Difference => ({ page, what: 'removed', fields: [] })),
  ]
}

/** Notes that a copy leaves: which version, in which form, for whom; the number that stands on every sheet of it. */
export const takeCopy = async (
  engine: Engine,
  actor: Actor,
  { registers }: Meetings,
  reference: string,
  typed: { readonly audience: string; readonly school: string; readonly form: string; readonly forWhom: string },
): Promise<{ readonly copy: number; readonly done: Done }> => {
  const held = await within(engine, actor, tx => findHeld(tx, registers.pack, reference))
  if (!held) throw notFound()
  const copy = (held.lines.copies?.length ?? 0) + 1
  const [done] = await performAll(engine, actor, [
    {
      register: registers.pack,
      action: 'takeCopy',
      reference,
      typed: { ...typed, copy: String(copy), takenBy: actor.accountId },
      version: held.row.version,
    },
  ])
  if (!done) throw notFound()
  return { copy, done }
}

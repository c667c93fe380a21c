import { columnOf } from '../../db/tables.ts'
import type { AnyRow } from '../../declare/record.ts'
import { now, today } from '../../kit/clock.ts'
import { type Actor, system } from '../actor.ts'
import type { Engine } from '../engine.ts'
import { appendLedger, type LedgerEntry } from '../ledger/writer.ts'
import { tell } from '../notices/tell.ts'
import { conflict, notFound, Outcome } from '../outcome.ts'
import { answersFrom, byLink, carryOut, findToChange, noted } from '../store/perform.ts'
import { startMany } from '../store/startMany.ts'
import { guard } from '../store/step.ts'
import { bindAs, type Tx, within } from '../store/transaction.ts'
import { type AgendaRule, type Meetings, typeOf } from './kinds.ts'

interface Proposed {
  readonly rule: AgendaRule
  readonly subject: string
  readonly note: string | null
  readonly children: number | null
  readonly carriedFrom: string | null
}

/** What the rules bring, the first rule that brings a case first; nothing that stands on this agenda, or was taken off it. */
const proposedFor = async (
  tx: Tx,
  { item }: Meetings['registers'],
  rules: readonly AgendaRule[],
  meeting: AnyRow,
): Promise<readonly Proposed[]> => {
  const there = new Set<string>()
  const known = await tx.query<Record<string, unknown>>(
    `select ${[...new Set(rules.map(({ into }) => into))].map(into => `i.${columnOf(into)} as "${into}"`).join(', ') || '1'}
       from canopy.${item.record.key} i where i.meeting = $1`,
    [meeting.id],
  )
  for (const row of known) for (const value of Object.values(row)) if (typeof value === 'string') there.add(value)
  const proposed: Proposed[] = []
  for (const rule of rules) {
    const { sql, values } = rule.look(meeting)
    const found = await tx.query<{
      subject: string
      note?: string | null
      children?: number | null
      carriedFrom?: string | null
    }>(sql, values)
    for (const { subject, note = null, children = null, carriedFrom = null } of found) {
      if (there.has(subject)) continue
      there.add(subject)
      proposed.push({ rule, subject, note, children, carriedFrom })
    }
  }
  return proposed
}

/** One question for each agency invited and each case, to those not asked yet; each agency is told once. */
const askBefore = async (
  engine: Engine,
  tx: Tx,
  { item, answer }: Meetings['registers'],
  meeting: AnyRow,
): Promise<readonly LedgerEntry[]> => {
  const asked = await tx.query<{ item: string; agency: string }>(
    `select i.id as item, a.id as agency
       from canopy.${item.record.key} i cross join unnest($2::uuid[]) with ordinality a (id, at)
      where i.meeting = $1 and i.state = 'listed' and i.topic is null
        and not exists (select 1 from canopy.${answer.record.key} w where w.item = i.id and w.agency = a.id)
      order by i.position, a.at`,
    [meeting.id, meeting.invited ?? []],
  )
  const { steps, entries } = await startMany(
    engine,
    tx,
    answer,
    asked.map(one => ({
      ...one,
      meeting: meeting.id,
      askedAt: now(),
      invited: meeting.invited,
      answersBy: meeting.answersBy,
      teamId: meeting.teamId,
      agencyId: meeting.agencyId,
    })),
  )
  const told = new Set<unknown>()
  for (const one of steps) {
    if (told.has(one.row.agency)) continue
    told.add(one.row.agency)
    await tell(engine, tx, answer, one)
  }
  return entries
}

/** What making an agenda has brought. */
export interface Made {
  readonly added: number
}

/**
 * Makes the agenda of a meeting, or brings it up to date: every case that the rules of its kind bring, each on one agenda only, and
 * a question to each agency where it asks before. Doing it again adds what is new and changes nothing else.
 * @throws Outcome notFound, forbidden, or conflict where the meeting has begun
 */
export const makeAgenda = (engine: Engine, actor: Actor, meetings: Meetings, reference: string): Promise<Made> => {
  const { sitting: meeting, item } = meetings.registers
  const wanted = { register: meeting, action: 'prepare', reference }
  return noted(engine, actor, wanted, async tx => {
    const held = await findToChange(tx, meeting, reference)
    if (!held) throw notFound()
    guard(meeting, 'prepare', held, { actor, now: now(), today: today(), calendars: engine.calendars })
    const { row } = held
    const type = typeOf(meetings, row.kind)
    // The rules bring what belongs to the meeting, whoever makes its agenda.
    await bindAs(tx, system(actor))
    const asSystem: Tx = { ...tx, actor: system(actor) }
    const proposed = type.rules.length === 0 ? [] : await proposedFor(asSystem, meetings.registers, type.rules, row)
    const entries: LedgerEntry[] = []
    for (const { rule, subject, note, children, carriedFrom } of proposed) {
      const values = {
        ...{ meeting: row.id, [rule.into]: subject, whyToday: rule.why, whyNote: note, children, carriedFrom },
      }
      const done = await carryOut(engine, asSystem, { register: item, action: 'start', typed: {} }, answersFrom(values))
      await bindAs(tx, system(actor))
      entries.push(...done.entries)
    }
    if (type.asksBefore) entries.push(...(await askBefore(engine, asSystem, meetings.registers, row)))
    await bindAs(tx, actor)
    // An agenda that stays as it is, is not made anew each time it is looked after.
    if (entries.length === 0 && row.state === 'prepared') return { added: 0 }
    const prepared = await carryOut(engine, tx, { register: meeting, action: 'prepare', reference, typed: {} }, null)
    await appendLedger(tx, [...prepared.entries, ...entries.map(entry => byLink(entry, actor))])
    return { added: proposed.length }
  })
}

/**
 * Makes the agendas of the meetings that begin soon, in the name of whoever planned each, and brings those made before up to date: what
 * comes in overnight is on them without anybody's doing.
 */
export const makeAgendas = async (engine: Engine, meetings: Meetings): Promise<number> => {
  const { record } = meetings.registers.sitting
  const near = await within(engine, system(), tx =>
    tx.query<{ reference: string; by: string; teamId: string | null; agencyId: string | null }>(
      `select reference, created_by as by, team_id as "teamId", agency_id as "agencyId" from canopy.${record.key}
        where state in ('planned', 'prepared') and starts_at > $1
          and starts_at <= $1::timestamptz + make_interval(mins => $2) order by starts_at limit 50`,
      [now(), engine.calendars.setting(meetings.agendaMinutes, today())],
    ),
  )
  let made = 0
  for (const { reference, by, teamId, agencyId } of near)
    try {
      await makeAgenda(engine, { ...system(), accountId: by, teamId, agencyId }, meetings, reference)
      made += 1
    } catch (error) {
      // Somebody moved it, began it or called it off in this very moment.
      if (!(error instanceof Outcome)) throw error
    }
  return made
}

/**
 * Gives an item the number before or after it, and that one the number it had.
 * @throws Outcome conflict where there is none before or after it
 */
export const moveItem = (
  engine: Engine,
  actor: Actor,
  meetings: Meetings,
  reference: string,
  direction: 'up' | 'down',
): Promise<{ readonly position: number; readonly of: number }> => {
  const { item } = meetings.registers
  return noted(engine, actor, { register: item, action: 'putAt', reference }, async tx => {
    const held = await findToChange(tx, item, reference)
    if (!held) throw notFound()
    const rows = await tx.query<{ id: string; reference: string; position: number }>(
      `select id, reference, position from canopy.${item.record.key} where meeting = $1 and state <> 'removed'
        order by position, reference for update`,
      [held.row.meeting],
    )
    const at = rows.findIndex(one => one.id === held.row.id)
    const other = rows[direction === 'up' ? at - 1 : at + 1]
    const own = rows[at]
    if (!other || !own) throw conflict(direction === 'up' ? 'It is the first already' : 'It is the last already', [])
    const place = (of: string, position: number) =>
      carryOut(
        engine,
        tx,
        { register: item, action: 'putAt', reference: of, typed: {} },
        answersFrom({ newPosition: position }),
      )
    const entries = [
      ...(await place(own.reference, other.position)).entries,
      ...(await place(other.reference, own.position)).entries,
    ]
    await appendLedger(tx, entries)
    return { position: other.position, of: rows.length }
  })
}

import type { Clock, ClockRow, OnceClock, RecurringClock, Span } from '../../declare/clock.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { type Day, type Instant, instantOf, londonDay } from '../../kit/dates.ts'
import { type Calendars, dueAfter, pauseLength } from './due.ts'

/** A clock as stored, with the moment it was written. */
export type StoredClock = ClockRow & { readonly id: string; readonly recordedAt: Instant }
export type AnyLines = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** A day counts from its first moment, so that a thing done on the due day is in time. */
const instantFrom = (value: unknown): Instant | null =>
  typeof value !== 'string' ? null : value.length === 10 ? instantOf(value, '00:00') : value

interface Given {
  readonly row: AnyRow
  /** The row before the deed. */
  readonly was: AnyRow | null
  readonly lines: AnyLines
  readonly stored: readonly StoredClock[]
  readonly now: Instant
  readonly calendars: Calendars
}

/** Stands still in the states the clock names; on leaving them the time is added to what it has already stood still. */
const pausesOf = (
  clock: Clock,
  span: Span,
  before: StoredClock | undefined,
  metAt: Instant | null,
  { row, now }: Given,
) => {
  const pausedFor = before?.pausedFor ?? 0
  const pausing = metAt === null && (clock.pausedIn?.includes(row.state) ?? false)
  if (pausing) return { pausedAt: before?.pausedAt ?? now, pausedFor }
  return before?.pausedAt
    ? { pausedAt: null, pausedFor: pausedFor + pauseLength(span, before.pausedAt, now) }
    : { pausedAt: null, pausedFor }
}

const appliesOn = (clock: Clock, day: Day): boolean =>
  (clock.validFrom ?? '') <= day && day <= (clock.validTo ?? '9999')

/**
 * A school closes without warning, or its calendar is corrected: a time limit that was firm and has passed stays (OE-03).
 * Another school, or another start, is another time limit.
 */
const standsAsItPassed = (before: StoredClock, startedAt: Instant, school: string, { was, now, row }: Given): boolean =>
  !before.provisional && before.startedAt === startedAt && before.dueAt <= now && was?.[school] === row[school]

const occurrence = (
  clock: Clock,
  span: Span,
  sequence: number,
  startedAt: Instant,
  metAt: Instant | null,
  given: Given,
): ClockRow => {
  const before = given.stored.find(one => one.clock === clock.key && one.sequence === sequence)
  const { pausedAt, pausedFor } = pausesOf(clock, span, before, metAt, given)
  const school = span.unit === 'nextSchoolDay' ? (given.row[span.school] as string | null) : null
  const due =
    before && span.unit === 'nextSchoolDay' && standsAsItPassed(before, startedAt, span.school, given)
      ? { dueAt: before.dueAt, dueOn: before.dueOn, provisional: false }
      : dueAfter(startedAt, span, pausedFor, given.calendars, school ?? undefined)
  return { clock: clock.key, sequence, startedAt, ...due, metAt, pausedAt, pausedFor }
}

const onceRows = (clock: OnceClock, given: Given): readonly ClockRow[] => {
  const startedAt = instantFrom(given.row[clock.starts])
  if (startedAt === null || !appliesOn(clock, londonDay(startedAt))) return []
  const setting = (key: string) => given.calendars.setting(key, londonDay(startedAt))
  const span = typeof clock.due === 'function' ? clock.due(given.row as never, { setting }) : clock.due
  return span === null ? [] : [occurrence(clock, span, 1, startedAt, instantFrom(given.row[clock.meets]), given)]
}

const recurringRows = (clock: RecurringClock, given: Given): readonly ClockRow[] => {
  const { row, lines } = given
  const start = instantFrom(row[clock.starts])
  if (start === null || !appliesOn(clock, londonDay(start))) return []
  const dates = (lines[clock.met.line] ?? [])
    .filter(line => clock.counts?.(line as never) ?? true)
    .map(line => line[clock.met.on])
    .filter((on): on is string => typeof on === 'string')
    .sort()
  const rows: ClockRow[] = []
  let startedAt = start
  for (const on of dates) {
    const metAt = instantFrom(on) as Instant
    rows.push(
      occurrence(clock, clock.every(row as never, londonDay(startedAt)), rows.length + 1, startedAt, metAt, given),
    )
    startedAt = metAt
  }
  const ended = row[clock.ends] !== null
  return ended
    ? rows
    : [
        ...rows,
        occurrence(clock, clock.every(row as never, londonDay(startedAt)), rows.length + 1, startedAt, null, given),
      ]
}

export interface ClockChange {
  readonly current: readonly ClockRow[]
  readonly supersede: readonly StoredClock[]
  readonly insert: readonly ClockRow[]
}

const same = (a: ClockRow, b: ClockRow): boolean =>
  a.clock === b.clock &&
  a.sequence === b.sequence &&
  a.startedAt === b.startedAt &&
  a.dueAt === b.dueAt &&
  a.metAt === b.metAt &&
  a.pausedAt === b.pausedAt &&
  a.pausedFor === b.pausedFor &&
  a.provisional === b.provisional

/**
 * The clocks a record should have after a deed, against those stored. Nothing is overwritten: a changed clock is
 * superseded, so that re-rating or correcting never silently restarts one (TC-07).
 */
export const recomputeClocks = (register: Register, given: Given): ClockChange => {
  const closed = register.pathway.states[given.row.state]?.closed === true
  const current = register.clocks
    .filter(clock => clock.when?.(given.row as never) ?? true)
    .flatMap(clock => (clock.shape === 'once' ? onceRows(clock, given) : recurringRows(clock, given)))
    .filter(row => row.metAt !== null || !closed)
  return {
    current,
    supersede: given.stored.filter(stored => !current.some(row => same(row, stored))),
    insert: current.filter(row => !given.stored.some(stored => same(row, stored))),
  }
}

/** The earliest due moment among clocks that run; null when none does. */
export const nextDue = (clocks: readonly ClockRow[]): Instant | null =>
  clocks
    .filter(clock => clock.metAt === null && clock.pausedAt === null)
    .map(clock => clock.dueAt)
    .sort()[0] ?? null

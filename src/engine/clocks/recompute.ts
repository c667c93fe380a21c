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

/** When a clock stops without being met: its record is closed, or what it watches has ended. */
const stopOf = ({ closed, row }: Given & Closed, ends: Instant | null): Instant | null =>
  [closed ? ((row.closedAt as Instant | null) ?? null) : null, ends].filter(one => one !== null).sort()[0] ?? null

interface Closed {
  readonly closed: boolean
}
/** `running` is false for a clock that stopped: what was due before that stays, as missed; nothing more is due. */
interface Computed {
  readonly clock: ClockRow
  readonly running: boolean
}

const met = (clock: ClockRow): Computed => ({ clock, running: false })

/** A clock that is not met: due, or missed, or gone because it stopped before it was due. */
const unmet = (clock: ClockRow, stop: Instant | null, now: Instant): readonly Computed[] =>
  stop !== null && clock.dueAt >= stop ? [] : [{ clock, running: stop === null || stop > now }]

const onceRows = (clock: OnceClock, given: Given & Closed): readonly Computed[] => {
  const startedAt = instantFrom(given.row[clock.starts])
  if (startedAt === null || !appliesOn(clock, londonDay(startedAt))) return []
  const setting = (key: string) => given.calendars.setting(key, londonDay(startedAt))
  const span = typeof clock.due === 'function' ? clock.due(given.row as never, { setting }) : clock.due
  if (span === null) return []
  const metAt = instantFrom(given.row[clock.meets])
  const one = occurrence(clock, span, 1, startedAt, metAt, given)
  return metAt === null ? unmet(one, stopOf(given, null), given.now) : [met(one)]
}

/** Days on which it was done, in order; what lies before the start or after the end is not part of it. */
const doneOn = (clock: RecurringClock, lines: AnyLines, start: Day, end: Day | null): readonly Instant[] =>
  (lines[clock.met.line] ?? [])
    .filter(line => clock.counts?.(line as never) ?? true)
    .flatMap(line => instantFrom(line[clock.met.on]) ?? [])
    .filter(at => start <= londonDay(at) && (end === null || londonDay(at) <= end))
    .sort()

/**
 * One occurrence for each time it was done, and one for the next; each interval runs from the one before, so a gap of
 * exactly the interval is in time and one day more is late. A late one stays late whatever follows.
 */
const recurringRows = (clock: RecurringClock, given: Given & Closed): readonly Computed[] => {
  const { row, lines } = given
  const start = instantFrom(row[clock.starts])
  if (start === null || !appliesOn(clock, londonDay(start))) return []
  const ends = instantFrom(row[clock.ends])
  const rows: Computed[] = []
  let startedAt = start
  const next = (metAt: Instant | null) =>
    occurrence(clock, clock.every(row as never, londonDay(startedAt)), rows.length + 1, startedAt, metAt, given)
  for (const metAt of doneOn(clock, lines, londonDay(start), ends === null ? null : londonDay(ends))) {
    rows.push(met(next(metAt)))
    startedAt = metAt
  }
  return [...rows, ...unmet(next(null), stopOf(given, ends), given.now)]
}

export interface ClockChange {
  readonly current: readonly ClockRow[]
  /** Of these, the clocks by which something is still to be done. */
  readonly running: readonly ClockRow[]
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
 * superseded, so that re-rating or correcting never silently restarts one (TC-07). What was due and not done when the
 * record closed stays, so that closing never hides a missed limit (TC-08).
 */
export const recomputeClocks = (register: Register, given: Given): ClockChange => {
  const closed = register.pathway.states[given.row.state]?.closed === true
  const now = { ...given, closed }
  const computed = register.clocks
    .filter(clock => clock.when?.(given.row as never) ?? true)
    .flatMap(clock => (clock.shape === 'once' ? onceRows(clock, now) : recurringRows(clock, now)))
  const current = computed.map(({ clock }) => clock)
  return {
    current,
    running: computed.filter(({ running }) => running).map(({ clock }) => clock),
    supersede: given.stored.filter(stored => !current.some(row => same(row, stored))),
    insert: current.filter(row => !given.stored.some(stored => same(row, stored))),
  }
}

/** The earliest due moment among clocks that run; null when none does. */
export const nextDue = (running: readonly ClockRow[]): Instant | null =>
  running
    .filter(clock => clock.pausedAt === null)
    .map(clock => clock.dueAt)
    .sort()[0] ?? null

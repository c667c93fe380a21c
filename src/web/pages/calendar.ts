import { createEvents, type EventAttributes } from 'ics'
import { pathOf, type Register } from '../../declare/register.ts'
import type { StoredClock } from '../../engine/clocks/recompute.ts'
import { notFound } from '../../engine/outcome.ts'
import { type RecordView, readRecord } from '../../engine/store/read.ts'
import { now } from '../../kit/clock.ts'
import { addDays, millisOf } from '../../kit/dates.ts'
import { isWholeDayClock } from '../due.tsx'
import type { Handler, Web } from '../web.ts'

/** Clocks of a record that run towards a moment, as this person may know them. */
export const runningClocks = ({ held: { row, clocks } }: RecordView): readonly StoredClock[] =>
  clocks.filter(
    one => one.metAt === null && one.pausedAt === null && row.nextDueAt !== null && one.dueAt >= row.nextDueAt,
  )

const dayParts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** The library takes the moment at which it is written, and its types do not know. */
type StampedEvent = EventAttributes & { readonly timestamp: number }

/** Days as days, moments in UTC, which every calendar shows in the time of the place. It takes up no time of the person's. */
const eventOf = (web: Web, register: Register, { row }: RecordView['held'], clock: StoredClock): StampedEvent => {
  const label = register.clocks.find(({ key }) => key === clock.clock)?.label ?? clock.clock
  const at = { startInputType: 'utc', startOutputType: 'utc' } as const
  return {
    uid: `${row.reference}-${clock.clock}-${clock.sequence}@${new URL(web.address).host}`,
    sequence: row.version,
    title: `${row.reference}: ${label}`,
    url: `${web.address}/${pathOf(register)}/${row.reference}`,
    timestamp: millisOf(now()),
    method: 'PUBLISH',
    productId: '-//Canopy//EN',
    status: 'CONFIRMED',
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    ...(isWholeDayClock(register, clock.clock)
      ? // A whole day ends where the next one begins (RFC 5545, section 3.6.1).
        { start: dayParts(clock.dueOn), end: dayParts(addDays(clock.dueOn, 1)) }
      : { start: millisOf(clock.dueAt), duration: { minutes: 15 }, ...at }),
  }
}

/** The running time limits of a record as a calendar: reference, kind of limit and link, and nothing about anybody. */
export const calendarFile =
  (register: Register): Handler =>
  async (web, visit) => {
    const view = await readRecord(web.engine, visit.actor, register, visit.params.reference ?? '')
    const running = runningClocks(view)
    if (running.length === 0) throw notFound()
    const { value, error } = createEvents(running.map(clock => eventOf(web, register, view.held, clock)))
    if (!value) throw error ?? new Error('No calendar was made')
    return { file: value, type: 'text/calendar; charset=utf-8; method=PUBLISH', name: `${view.held.row.reference}.ics` }
  }

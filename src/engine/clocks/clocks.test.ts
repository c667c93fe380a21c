import { describe, expect, it } from 'vitest'
import { smallRegister } from '../../../test/support/smallRegister.ts'
import {
  type Clock,
  type ClockRow,
  endingOnWorkingDay,
  months,
  type OnceClock,
  type Span,
} from '../../declare/clock.ts'
import type { AnyRow } from '../../declare/record.ts'
import type { Register } from '../../declare/register.ts'
import { newId } from '../../kit/ids.ts'
import { type Calendars, dueAfter, pauseLength } from './due.ts'
import { type AnyLines, nextDue, recomputeClocks, type StoredClock } from './recompute.ts'

const calendars: Calendars = {
  setting: (_key, on) => (on < '2026-06-01' ? 5 : 10),
  school: urn =>
    urn === '100001'
      ? {
          dayStart: '08:50',
          terms: [{ from: '2026-11-02', to: '2026-12-18' }],
          closures: [{ from: '2026-11-27', to: '2026-11-27' }],
        }
      : undefined,
}

const [see, nextVisit] = smallRegister.clocks as [OnceClock, Clock]
const withClock = (clock: Clock): Register => ({ ...smallRegister, clocks: [clock] })
const row = (facts: Readonly<Record<string, unknown>>): AnyRow =>
  ({
    state: 'told',
    toldOn: '2026-05-12',
    seenOn: null,
    endedOn: null,
    urn: null,
    kind: null,
    ...facts,
  }) as unknown as AnyRow

const store = (rows: readonly ClockRow[]): StoredClock[] =>
  rows.map(one => ({ ...one, id: newId(), recordedAt: '2026-05-12T09:00:00.000Z' }))

/** The clocks after a deed, on top of those stored before it. */
const afterDeed = (
  register: Register,
  facts: Readonly<Record<string, unknown>>,
  now: string,
  stored: readonly StoredClock[] = [],
  lines: AnyLines = { visits: [] },
) => {
  const change = recomputeClocks(register, { row: row(facts), was: null, lines, stored, now, calendars })
  return { ...change, stored: [...stored.filter(one => !change.supersede.includes(one)), ...store(change.insert)] }
}

describe('a clock', () => {
  it('is due at the end of the last working day, London time', () => {
    const { current } = afterDeed(withClock(see), {}, '2026-05-12T09:00:00.000Z')
    expect(current).toEqual([
      {
        clock: 'see',
        sequence: 1,
        startedAt: '2026-05-11T23:00:00.000Z',
        dueAt: '2026-05-19T22:59:59.999Z',
        dueOn: '2026-05-19',
        provisional: false,
        metAt: null,
        pausedAt: null,
        pausedFor: 0,
      },
    ])
    expect(nextDue(current)).toBe('2026-05-19T22:59:59.999Z')
  })

  it('that nothing changed is left alone', () => {
    const first = afterDeed(withClock(see), {}, '2026-05-12T09:00:00.000Z')
    const second = afterDeed(withClock(see), {}, '2026-05-13T09:00:00.000Z', first.stored)
    expect([second.insert, second.supersede]).toEqual([[], []])
  })

  it('takes the setting of the day it started: local policy that changes later changes no earlier clock', () => {
    const due = (toldOn: string) => afterDeed(withClock(see), { toldOn }, '2026-07-01T09:00:00.000Z').current[0]?.dueOn
    expect(due('2026-05-28')).toBe('2026-06-04')
    expect(due('2026-06-01')).toBe('2026-06-15')
  })

  it('exists only for events under its rule', () => {
    const register = withClock({ ...see, validFrom: '2026-05-12', validTo: '2026-05-13' })
    const count = (toldOn: string | null) => afterDeed(register, { toldOn }, '2026-07-01T09:00:00.000Z').current.length
    expect(['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', null].map(count)).toEqual([0, 1, 1, 0, 0])
    expect(afterDeed(withClock({ ...see, when: () => false }), {}, '2026-05-12T09:00:00.000Z').current).toEqual([])
  })
})

describe('re-rating', () => {
  const rated = withClock({
    ...see,
    due: given => ({ unit: 'hours', n: (given as unknown as { kind: string | null }).kind === 'near' ? 4 : 24 }),
  })

  it('supersedes the clock and keeps its start', () => {
    const first = afterDeed(rated, { kind: 'far' }, '2026-05-12T09:00:00.000Z')
    const second = afterDeed(rated, { kind: 'near' }, '2026-05-12T15:00:00.000Z', first.stored)
    expect(second.supersede).toEqual(first.stored)
    expect(second.insert).toHaveLength(1)
    expect(second.insert[0]).toMatchObject({ startedAt: first.insert[0]?.startedAt, dueAt: '2026-05-12T03:00:00.000Z' })
  })
})

describe('a pause', () => {
  const pausing = (due: Span) => withClock({ ...see, due, pausedIn: ['seen'] })

  it.each([
    [{ unit: 'workingHours', n: 8 }, '2026-05-12T17:00:00.000Z', 'minutes'],
    [{ unit: 'workingDays', n: 5 }, '2026-05-21', 'days'],
    [{ unit: 'days', n: 5 }, '2026-05-21', 'days'],
    [{ unit: 'hours', n: 24 }, '2026-05-16T23:00:00.000Z', 'minutes'],
  ] as const)('of a clock in %j', (span, _due, _unit) => {
    const register = pausing(span)
    const first = afterDeed(register, {}, '2026-05-12T09:00:00.000Z')
    const paused = afterDeed(register, { state: 'seen' }, '2026-05-13T09:00:00.000Z', first.stored)
    expect(paused.current[0]).toMatchObject({
      pausedAt: '2026-05-13T09:00:00.000Z',
      pausedFor: 0,
      dueAt: first.current[0]?.dueAt,
    })
    expect(nextDue(paused.current)).toBeNull()
    const still = afterDeed(register, { state: 'seen' }, '2026-05-14T09:00:00.000Z', paused.stored)
    expect(still.insert).toEqual([])
    const back = afterDeed(register, { state: 'told' }, '2026-05-15T09:00:00.000Z', still.stored)
    const length = pauseLength(span, '2026-05-13T09:00:00.000Z', '2026-05-15T09:00:00.000Z')
    expect(back.current[0]).toMatchObject({ pausedAt: null, pausedFor: length, startedAt: first.current[0]?.startedAt })
    expect(back.current[0]?.dueAt).toBe(dueAfter('2026-05-11T23:00:00.000Z', span, length, calendars).dueAt)
    expect(String(back.current[0]?.dueAt) > String(first.current[0]?.dueAt)).toBe(true)
    const again = afterDeed(register, { state: 'seen' }, '2026-05-18T09:00:00.000Z', back.stored)
    const met = afterDeed(register, { state: 'seen', seenOn: '2026-05-19' }, '2026-05-19T09:00:00.000Z', again.stored)
    expect(met.current[0]).toMatchObject({ metAt: '2026-05-18T23:00:00.000Z', pausedAt: null })
    expect(met.current[0]?.pausedFor).toBe(
      length + pauseLength(span, '2026-05-18T09:00:00.000Z', '2026-05-19T09:00:00.000Z'),
    )
  })

  it('is counted in working days, days, or minutes', () => {
    const pause = (span: Span) => pauseLength(span, '2026-05-22T15:00:00.000Z', '2026-05-26T10:00:00.000Z')
    // Friday afternoon to Tuesday after the spring bank holiday.
    expect(pause({ unit: 'workingDays', n: 1 })).toBe(1)
    expect(pause({ unit: 'days', n: 1 })).toBe(4)
    expect(pause({ unit: 'weeks', n: 1 })).toBe(4)
    expect(pause({ unit: 'workingHours', n: 1 })).toBe(60 + 120)
    expect(pause({ unit: 'hours', n: 1 })).toBe(91 * 60)
  })
})

describe('a span that ends on a working day', () => {
  const month = (on: string, pausedFor = 0) =>
    dueAfter(`${on}T12:00:00.000Z`, endingOnWorkingDay(months(1)), pausedFor, calendars).dueOn

  it.each([
    // ICO: received on 3 September, due on 3 October, which in 2026 is a Saturday.
    ['2026-09-03', '2026-10-05'],
    ['2026-10-05', '2026-11-05'],
    // A month without that date ends on its last day (TC-03), here a Sunday.
    ['2026-01-31', '2026-03-02'],
    ['2026-03-31', '2026-04-30'],
    // Christmas Day is a Friday, Boxing Day is taken on Monday.
    ['2026-11-25', '2026-12-29'],
    // Good Friday to the Tuesday after Easter.
    ['2026-03-03', '2026-04-07'],
  ])('a month from %s is %s', (from, due) => expect(month(from)).toBe(due))

  it('counts the days it stood still before it looks for a working day', () => {
    expect(month('2026-09-03', 3)).toBe('2026-10-06')
    expect(month('2026-10-05', 2)).toBe('2026-11-09')
  })

  it('is another span than the same one that may end on any day', () => {
    const start = '2026-09-03T12:00:00.000Z'
    expect(dueAfter(start, months(1), 0, calendars).dueOn).toBe('2026-10-03')
    expect(dueAfter(start, endingOnWorkingDay(months(1)), 0, calendars).dueOn).toBe('2026-10-05')
    expect(dueAfter(start, months(1), 0, calendars).dueOn).toBe('2026-10-03')
  })
})

describe('closing and opening again', () => {
  it('ends clocks that run, keeps those met, and starts them again from their own start', () => {
    const register = withClock(see)
    const first = afterDeed(register, {}, '2026-05-12T09:00:00.000Z')
    const closed = afterDeed(
      register,
      { state: 'ended', closedAt: '2026-05-13T09:00:00.000Z' },
      '2026-05-13T09:00:00.000Z',
      first.stored,
    )
    expect([closed.current, closed.supersede]).toEqual([[], first.stored])
    const open = afterDeed(register, { state: 'told' }, '2026-05-14T09:00:00.000Z', closed.stored)
    expect(open.current[0]).toMatchObject({ startedAt: first.current[0]?.startedAt, dueAt: first.current[0]?.dueAt })
    const met = afterDeed(
      register,
      { state: 'ended', seenOn: '2026-05-13', closedAt: '2026-05-14T09:00:00.000Z' },
      '2026-05-14T09:00:00.000Z',
      open.stored,
    )
    expect(met.current[0]).toMatchObject({ metAt: '2026-05-12T23:00:00.000Z' })
  })
})

describe('a school day', () => {
  const register = withClock({ ...see, due: { unit: 'nextSchoolDay', school: 'urn' } })
  const due = (urn: string | null, toldOn: string) =>
    afterDeed(register, { urn, toldOn }, '2026-11-26T09:00:00.000Z').current[0]

  it('is one of the school itself, and provisional where its calendar is not known', () => {
    expect(due('100001', '2026-11-25')).toMatchObject({ dueAt: '2026-11-25T08:50:00.000Z', provisional: false })
    expect(due('100001', '2026-11-27')).toMatchObject({ dueAt: '2026-11-30T08:50:00.000Z', provisional: false })
    expect(due('100002', '2026-11-27')).toMatchObject({ dueAt: '2026-11-27T09:00:00.000Z', provisional: true })
    expect(due(null, '2026-11-28')).toMatchObject({ dueAt: '2026-11-30T09:00:00.000Z', provisional: true })
    expect(due('100001', '2026-12-20')).toMatchObject({ dueAt: '2026-12-21T08:50:00.000Z', provisional: true })
  })
})

describe('a clock that comes again', () => {
  const visits = (...days: string[]): AnyLines => ({ visits: days.map(madeOn => ({ madeOn, alone: true })) })
  const register = withClock(nextVisit)
  const seen = { state: 'seen', seenOn: '2026-01-05' }

  it('counts from the last visit, whatever the order they were written in', () => {
    const { current } = afterDeed(register, seen, '2026-04-01T09:00:00.000Z', [], visits('2026-03-20', '2026-02-10'))
    expect(current.map(one => [one.sequence, one.dueOn, one.metAt?.slice(0, 10) ?? null])).toEqual([
      [1, '2026-02-16', '2026-02-10'],
      [2, '2026-03-24', '2026-03-20'],
      [3, '2026-05-01', null],
    ])
  })

  it('ends with the case, and leaves out what does not count', () => {
    const ended = afterDeed(
      register,
      { ...seen, endedOn: '2026-03-01' },
      '2026-04-01T09:00:00.000Z',
      [],
      visits('2026-02-10'),
    )
    expect(ended.current.map(one => one.sequence)).toEqual([1])
    const none = withClock({ ...nextVisit, counts: () => false } as Clock)
    expect(
      afterDeed(none, seen, '2026-04-01T09:00:00.000Z', [], visits('2026-02-10')).current.map(one => one.dueOn),
    ).toEqual(['2026-02-16'])
  })

  it('moves only what a late entry changes', () => {
    const first = afterDeed(register, seen, '2026-04-01T09:00:00.000Z', [], visits('2026-02-10'))
    const second = afterDeed(
      register,
      seen,
      '2026-04-02T09:00:00.000Z',
      first.stored,
      visits('2026-02-10', '2026-03-20'),
    )
    expect(second.supersede.map(one => one.sequence)).toEqual([2])
    expect(second.insert.map(one => one.sequence)).toEqual([2, 3])
  })
})

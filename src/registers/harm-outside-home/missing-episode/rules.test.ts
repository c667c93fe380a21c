import { describe, expect, it } from 'vitest'
import { durationBandOf, type Episode, hoursBetween, missingSinceOf, overlapping } from './rules.ts'

describe('how long a child was missing', () => {
  it.each([
    ['an evening', '2026-11-02T19:00:00.000Z', '2026-11-02T22:00:00.000Z', 'under24'],
    ['one minute under a day', '2026-11-02T19:00:00.000Z', '2026-11-03T18:59:00.000Z', 'under24'],
    ['a day to the minute', '2026-11-02T19:00:00.000Z', '2026-11-03T19:00:00.000Z', 'nextDay'],
    ['until the end of the following day', '2026-11-02T08:00:00.000Z', '2026-11-03T23:59:00.000Z', 'nextDay'],
    ['past midnight of the following day', '2026-11-02T08:00:00.000Z', '2026-11-04T00:00:00.000Z', 'longer'],
    ['two weeks', '2026-11-02T08:00:00.000Z', '2026-11-16T08:00:00.000Z', 'longer'],
    // Clocks go back on Sunday 25 October 2026 at 2am: that day has 25 hours.
    [
      '24 elapsed hours over the night of the clocks',
      '2026-10-24T22:30:00.000Z',
      '2026-10-25T22:29:00.000Z',
      'under24',
    ],
    [
      'the same hour on the wall a day later is 25 hours',
      '2026-10-24T19:00:00.000Z',
      '2026-10-25T20:00:00.000Z',
      'nextDay',
    ],
    // 11:30pm UTC on 24 October is half past midnight on the 25th in London.
    ['a London day that has begun', '2026-10-22T23:30:00.000Z', '2026-10-24T23:30:00.000Z', 'longer'],
    // Clocks go forward on Sunday 29 March 2026: that day has 23 hours.
    ['23 elapsed hours that look like a day', '2026-03-28T19:00:00.000Z', '2026-03-29T18:00:00.000Z', 'under24'],
  ])('%s', (_name, since, until, band) => expect(durationBandOf(since, until)).toBe(band))

  it('is counted in elapsed hours', () => {
    expect(hoursBetween('2026-10-24T12:00:00.000Z', '2026-10-25T13:00:00.000Z')).toBe(25)
  })
})

describe('since when a child is missing', () => {
  const times = { reportedAt: '2026-11-02T23:40:00.000Z', leftAt: null, lastSeenAt: null }
  it('is the later of leaving and being last seen, and the report where neither is known', () => {
    expect(missingSinceOf(times)).toBe(times.reportedAt)
    const seen = { ...times, lastSeenAt: '2026-11-02T18:30:00.000Z' }
    expect(missingSinceOf(seen)).toBe(seen.lastSeenAt)
    const left = { ...seen, leftAt: '2026-11-02T19:00:00.000Z' }
    expect(missingSinceOf(left)).toBe(left.leftAt)
  })
})

describe('two episodes of one child', () => {
  const row = {
    id: 'a',
    reportedAt: '2026-11-02T12:00:00.000Z',
    leftAt: null,
    lastSeenAt: null,
    returnedAt: '2026-11-03T12:00:00.000Z',
  } as Episode
  const other = (since: string, until: string | null) => ({ kind: 'episode', id: 'b', since, until })
  it.each([
    ['over before', other('2026-11-01T12:00:00.000Z', '2026-11-02T11:00:00.000Z'), 0],
    ['over at that moment', other('2026-11-01T12:00:00.000Z', '2026-11-02T12:00:00.000Z'), 0],
    ['over during it', other('2026-11-01T12:00:00.000Z', '2026-11-02T13:00:00.000Z'), 1],
    ['within it', other('2026-11-02T20:00:00.000Z', '2026-11-02T21:00:00.000Z'), 1],
    ['still open from before', other('2026-11-01T12:00:00.000Z', null), 1],
    ['begun after it', other('2026-11-03T12:00:00.000Z', null), 0],
    ['the same record', { ...other('2026-11-02T12:00:00.000Z', null), id: 'a' }, 0],
  ])('overlap or not: %s', (_name, found, n) => expect(overlapping(row, [found])).toHaveLength(n))
})

import { describe, expect, it } from 'vitest'
import { byWhen } from './byWhen.ts'

// A Tuesday, 10:06 in London.
const now = '2026-11-03T10:06:00.000Z'

describe('a time as it is said at a meeting', () => {
  it.each([
    ['today 5pm', '2026-11-03T17:00:00.000Z'],
    ['today', '2026-11-03T17:00:00.000Z'],
    ['5pm', '2026-11-03T17:00:00.000Z'],
    ['5 pm', '2026-11-03T17:00:00.000Z'],
    ['5.30pm', '2026-11-03T17:30:00.000Z'],
    ['tomorrow noon', '2026-11-04T12:00:00.000Z'],
    ['Wed noon', '2026-11-04T12:00:00.000Z'],
    ['by Wednesday at 14:30', '2026-11-04T14:30:00.000Z'],
    ['Tue 9am', '2026-11-10T09:00:00.000Z'],
    ['Tuesday 11am', '2026-11-03T11:00:00.000Z'],
    ['12 Nov', '2026-11-12T17:00:00.000Z'],
    ['12 November 9am', '2026-11-12T09:00:00.000Z'],
    ['2 Nov', '2027-11-02T17:00:00.000Z'],
    ['12/11', '2026-11-12T17:00:00.000Z'],
    ['1/6/2027 10:00', '2027-06-01T09:00:00.000Z'],
    ['12am', '2026-11-03T00:00:00.000Z'],
  ])('reads “%s”', (said, expected) => expect(byWhen(said, now)).toBe(expected))

  it.each(['', 'soon', '31 Feb', '25:00', '13pm', 'noon noon', '12 Foo', 'to'])('does not guess at “%s”', said =>
    expect(byWhen(said, now)).toBe(said === '' ? '2026-11-03T17:00:00.000Z' : undefined),
  )
})

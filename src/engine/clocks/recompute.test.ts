import { describe, expect, it } from 'vitest'
import { clock, recurringClock, weeks, workingDays } from '../../declare/clock.ts'
import { date, optional } from '../../declare/field.ts'
import { pathway } from '../../declare/pathway.ts'
import { type AnyRow, record } from '../../declare/record.ts'
import { defineRegister, type Register } from '../../declare/register.ts'
import { addMonths, type Day, instantOf, londonDay } from '../../kit/dates.ts'
import workedExamples from '../../kit/workedExamples.json' with { type: 'json' }
import { nextDue, recomputeClocks, type StoredClock } from './recompute.ts'

const stay = record({
  key: 'stay',
  title: 'Stay',
  plural: 'Stays',
  reference: 'STAY',
  eventOn: 'toldOn',
  about: [],
  fields: {
    toldOn: date('Told'),
    firstOn: optional(date('First visit')),
    agreedOn: optional(date('Agreed')),
    knownOn: date('Known'),
    endedOn: optional(date('Ended')),
  },
  lines: { visits: { title: 'Visits', one: 'visit', fields: { on: date('On') } } },
})
const clocks = [
  clock(stay, {
    key: 'first',
    label: 'First visit',
    basis: 'SI 2005/1533, regulation 4(1)',
    rule: 'PF-03',
    starts: 'toldOn',
    meets: 'firstOn',
    due: workingDays(7),
  }),
  clock(stay, {
    key: 'agreed',
    label: 'Agreed',
    basis: 'Guidance',
    rule: 'PF-04',
    starts: 'toldOn',
    meets: 'agreedOn',
    due: workingDays(42),
  }),
  recurringClock(stay, {
    key: 'next',
    label: 'Next visit',
    basis: 'SI 2005/1533, regulation 8(1)',
    rule: 'PF-05',
    starts: 'knownOn',
    ends: 'endedOn',
    met: { line: 'visits', on: 'on' },
    every: (row, last) => (last < addMonths(String(row.knownOn), 12) ? weeks(6) : weeks(12)),
  }),
]
const register: Register = defineRegister({
  shape: 'case',
  group: 'test',
  record: stay,
  pathway: pathway(stay, {
    starts: 'open',
    start: { label: 'Start', by: [] },
    states: { open: { label: 'Open' }, over: { label: 'Over', closed: true } },
    actions: {},
  }),
  clocks,
  access: { read: {} },
  list: { columns: [], filters: [] },
  examples: [],
})

interface Facts {
  readonly toldOn?: Day
  readonly firstOn?: Day
  readonly knownOn?: Day
  readonly endedOn?: Day
  readonly visits?: readonly Day[]
  readonly closedOn?: Day
  readonly today?: Day
  readonly stored?: readonly StoredClock[]
}

const compute = (facts: Facts) => {
  const { visits = [], closedOn, today = '2030-01-01', stored = [], ...days } = facts
  const row = {
    id: 'one',
    state: closedOn === undefined ? 'open' : 'over',
    closedAt: closedOn === undefined ? null : instantOf(closedOn, '12:00'),
    toldOn: null,
    firstOn: null,
    agreedOn: null,
    knownOn: null,
    endedOn: null,
    ...days,
  } as unknown as AnyRow
  return recomputeClocks(register, {
    row,
    was: null,
    lines: { visits: visits.map((on, n) => ({ id: `v${n}`, on })) },
    stored,
    now: instantOf(today, '12:00'),
    calendars: {
      setting: () => {
        throw new Error('No setting is used here')
      },
      school: () => undefined,
    },
  })
}

/** Due on, done on, and whether it was in time. */
const limits = (facts: Facts, key = 'next') =>
  compute(facts)
    .current.filter(one => one.clock === key)
    .map(({ dueOn, metAt, dueAt }) => [
      dueOn,
      metAt === null ? null : londonDay(metAt),
      metAt !== null && metAt <= dueAt,
    ])

describe('clocks that run once', () => {
  const key: Readonly<Record<string, string>> = { 'PF-03': 'first', 'PF-04': 'agreed' }
  const worked = workedExamples.codes.filter(one => one.rule in key)
  it('has the worked examples of the rulebook', () => expect(worked).toHaveLength(2))
  for (const { rule, start, deadline } of worked)
    it(`${rule}: from ${start} to ${deadline}`, () => {
      expect(limits({ toldOn: start as Day }, key[rule])).toEqual([[deadline, null, false]])
    })

  it('is in time all through the due day and late the day after', () => {
    expect(limits({ toldOn: '2023-04-28', firstOn: '2023-05-11' }, 'first')).toEqual([
      ['2023-05-11', '2023-05-11', true],
    ])
    expect(limits({ toldOn: '2023-04-28', firstOn: '2023-05-12' }, 'first')).toEqual([
      ['2023-05-11', '2023-05-12', false],
    ])
  })

  it('closing keeps what was missed and drops what was not yet due', () => {
    expect(limits({ toldOn: '2023-04-28', closedOn: '2023-05-12' }, 'first')).toEqual([['2023-05-11', null, false]])
    expect(limits({ toldOn: '2023-04-28', closedOn: '2023-05-11' }, 'first')).toEqual([])
    expect(compute({ toldOn: '2023-04-28', closedOn: '2023-05-12' }).running).toEqual([])
  })
})

describe('clocks that recur', () => {
  const knownOn = '2022-01-10'
  const worked = workedExamples.codes.find(one => one.rule === 'PF-05')

  it('the worked example: a gap of 42 days passes, 43 fails', () => {
    expect(worked).toMatchObject({ start: knownOn, deadline: '2022-02-21' })
    expect(limits({ knownOn, visits: ['2022-02-21'] })[0]).toEqual(['2022-02-21', '2022-02-21', true])
    expect(limits({ knownOn, visits: ['2022-02-22'] })[0]).toEqual(['2022-02-21', '2022-02-22', false])
  })

  const cases: readonly (readonly [what: string, facts: Facts, expected: readonly (readonly unknown[])[]])[] = [
    ['without a visit, one is due', { knownOn }, [['2022-02-21', null, false]]],
    [
      'an early visit brings the next forward, a late one puts it back; the late one stays late',
      { knownOn, visits: ['2022-02-01', '2022-03-20'] },
      [
        ['2022-02-21', '2022-02-01', true],
        ['2022-03-15', '2022-03-20', false],
        ['2022-05-01', null, false],
      ],
    ],
    [
      'visits written down out of order are put in order',
      { knownOn, visits: ['2022-03-20', '2022-02-01'] },
      [
        ['2022-02-21', '2022-02-01', true],
        ['2022-03-15', '2022-03-20', false],
        ['2022-05-01', null, false],
      ],
    ],
    [
      'the last day of the first year: six weeks more',
      {
        knownOn: '2022-12-01',
        visits: [
          '2023-01-10',
          '2023-02-20',
          '2023-04-01',
          '2023-05-12',
          '2023-06-22',
          '2023-08-02',
          '2023-09-12',
          '2023-10-23',
          '2023-11-30',
        ],
      },
      [
        ['2023-01-12', '2023-01-10', true],
        ['2023-02-21', '2023-02-20', true],
        ['2023-04-03', '2023-04-01', true],
        ['2023-05-13', '2023-05-12', true],
        ['2023-06-23', '2023-06-22', true],
        ['2023-08-03', '2023-08-02', true],
        ['2023-09-13', '2023-09-12', true],
        ['2023-10-24', '2023-10-23', true],
        ['2023-12-04', '2023-11-30', true],
        ['2024-01-11', null, false],
      ],
    ],
    [
      'the first day of the second year: twelve weeks; 84 days pass, 85 fail',
      { knownOn: '2022-12-01', visits: ['2023-12-01', '2024-02-23', '2024-05-18'] },
      [
        ['2023-01-12', '2023-12-01', false],
        ['2024-02-23', '2024-02-23', true],
        ['2024-05-17', '2024-05-18', false],
        ['2024-08-10', null, false],
      ],
    ],
    [
      'an arrangement known on 29 February has its year on the last of February',
      { knownOn: '2024-02-29', visits: ['2025-02-27', '2025-02-28'] },
      [
        ['2024-04-11', '2025-02-27', false],
        ['2025-04-10', '2025-02-28', true],
        ['2025-05-23', null, false],
      ],
    ],
    [
      'a visit before anybody knew is none of these',
      { knownOn, visits: ['2022-01-09', '2022-01-10'] },
      [
        ['2022-02-21', '2022-01-10', true],
        ['2022-02-21', null, false],
      ],
    ],
    [
      'a visit on the day of the end counts, one after it does not',
      { knownOn, visits: ['2022-02-01', '2022-03-01', '2022-03-02'], endedOn: '2022-03-01' },
      [
        ['2022-02-21', '2022-02-01', true],
        ['2022-03-15', '2022-03-01', true],
      ],
    ],
    ['due on the day of the end: not missed', { knownOn, endedOn: '2022-02-21' }, []],
    [
      'due before the end and not made: missed for ever',
      { knownOn, endedOn: '2022-02-22' },
      [['2022-02-21', null, false]],
    ],
    [
      'the end decides and not the day on which it was written down',
      { knownOn, endedOn: '2022-02-20', closedOn: '2022-06-01' },
      [],
    ],
    ['closed without an end, missed before', { knownOn, closedOn: '2022-03-01' }, [['2022-02-21', null, false]]],
  ]
  for (const [what, facts, expected] of cases) it(what, () => expect(limits(facts)).toEqual(expected))

  it('after the end nothing is due any more, before a planned end it is', () => {
    expect(nextDue(compute({ knownOn, endedOn: '2022-02-22', today: '2022-03-01' }).running)).toBeNull()
    const planned = compute({ knownOn, endedOn: '2022-06-01', today: '2022-01-20' })
    expect(londonDay(nextDue(planned.running) ?? '2000-01-01T00:00:00.000Z')).toBe('2022-02-21')
  })

  it('summer time moves no due day', () => {
    expect(limits({ knownOn: '2022-02-14', visits: ['2022-03-28'] })[0]).toEqual(['2022-03-28', '2022-03-28', true])
    expect(limits({ knownOn: '2022-09-20', visits: ['2022-11-02'] })[0]).toEqual(['2022-11-01', '2022-11-02', false])
  })

  const store = (facts: Facts): readonly StoredClock[] =>
    compute(facts).current.map((one, n) => ({ ...one, id: String(n), recordedAt: instantOf('2022-01-01', '00:00') }))

  it('a corrected date changes only the limits it touches: the others are not written again', () => {
    const stored = store({ knownOn, visits: ['2022-02-01', '2022-03-20', '2022-05-01'] })
    const { insert, supersede } = compute({ knownOn, visits: ['2022-02-01', '2022-03-02', '2022-05-01'], stored })
    expect(supersede.map(one => [one.sequence, one.dueOn])).toEqual([
      [2, '2022-03-15'],
      [3, '2022-05-01'],
    ])
    expect(insert.map(one => [one.sequence, one.dueOn, one.metAt && londonDay(one.metAt)])).toEqual([
      [2, '2022-03-15', '2022-03-02'],
      [3, '2022-04-13', '2022-05-01'],
    ])
  })

  it('a deed that changes no date writes no clock', () => {
    const facts = { knownOn, visits: ['2022-02-01'] }
    expect(compute({ ...facts, stored: store(facts) })).toMatchObject({ insert: [], supersede: [] })
  })
})

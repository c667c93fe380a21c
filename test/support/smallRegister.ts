import { access, everyone } from '../../src/declare/access.ts'
import { clock, recurringClock, setting, weeks, workingDays } from '../../src/declare/clock.ts'
import { choice, date, optional, staff, text, yesNo } from '../../src/declare/field.ts'
import { measure } from '../../src/declare/measure.ts'
import { pathway } from '../../src/declare/pathway.ts'
import { record } from '../../src/declare/record.ts'
import { defineRegister, type Register } from '../../src/declare/register.ts'

/** An invented register with one of everything, for tests of the engine: nothing of it is in the product. */
const visit = record({
  key: 'sample_case',
  title: 'Sample case',
  plural: 'Sample cases',
  reference: 'SMP',
  eventOn: 'toldOn',
  about: ['name'],
  fields: {
    name: text('What is it called?'),
    toldOn: date('When were we told?', { past: true }),
    kind: choice('What kind is it?', { near: 'Near', far: { label: 'Far', from: '2022-04-01' } }),
    writtenBy: optional(staff('Written by')),
    seenOn: optional(date('When was it seen?')),
    endedOn: optional(date('When did it end?')),
  },
  lines: { visits: { title: 'Visits', one: 'visit', fields: { madeOn: date('When?'), alone: yesNo('Alone?') } } },
})

const limit = setting({
  key: 'sample_days',
  label: 'See it within',
  unit: 'working days',
  default: 5,
  source: 'Local policy',
})

export const smallRegister: Register = defineRegister({
  shape: 'case',
  group: 'samples',
  record: visit,
  pathway: pathway(visit, {
    starts: 'told',
    states: { told: { label: 'Told' }, seen: { label: 'Seen' }, ended: { label: 'Ended', closed: true } },
    start: {
      label: 'Record a case',
      by: ['screener'],
      asks: [{ title: 'The case', fields: ['name', 'toldOn', 'kind'] }],
    },
    actions: {
      see: {
        label: 'Record that it was seen',
        from: ['told'],
        to: 'seen',
        by: ['screener'],
        notOwnWork: 'writtenBy',
        asks: [{ title: 'Seen', fields: ['seenOn'] }],
      },
      addVisit: { label: 'Record a visit', from: ['seen'], by: ['screener'], adds: 'visits' },
      end: { label: 'End it', from: ['told', 'seen'], to: 'ended', by: ['screening_manager'] },
    },
  }),
  clocks: [
    clock(visit, {
      key: 'see',
      label: 'See it',
      basis: 'Local policy',
      rule: 'XX-01',
      starts: 'toldOn',
      meets: 'seenOn',
      due: workingDays(limit),
    }),
    recurringClock(visit, {
      key: 'next_visit',
      label: 'Next visit',
      basis: 'Local policy',
      rule: 'XX-02',
      starts: 'seenOn',
      ends: 'endedOn',
      met: { line: 'visits', on: 'madeOn' },
      every: () => weeks(6),
    }),
  ],
  settings: [limit],
  access: access(visit, {
    read: { screener: everyone, screening_manager: everyone },
    hide: { name: ['screening_manager'] },
    exports: ['screening_manager'],
  }),
  measures: [
    measure(visit, {
      key: 'sample_cases',
      label: 'Cases',
      definition: 'Cases told of in the period.',
      unit: 'count',
      of: 'case',
      numerator: 'Cases told of',
      source: 'Invented',
      by: ['kind'],
      version: 1,
      cases: db => db.selectFrom('sample_case').select(['sample_case.id', eb => eb.lit(true).as('counted')]) as never,
    }),
  ],
  list: { columns: ['name', 'kind'], filters: ['kind'] },
  examples: [],
})

import { clock, days, recurringClock, workingDays } from '../../../declare/clock.ts'
import { earlyHelp } from './record.ts'
import { settings } from './rules.ts'

export const plan = clock(earlyHelp, {
  key: 'plan',
  label: 'Agree the early help plan',
  basis: 'Local policy',
  rule: 'EH-01',
  starts: 'agreedOn',
  meets: 'plannedOn',
  when: ({ state, plannedOn }) => state !== 'recordedInError' && (state !== 'closed' || plannedOn !== null),
  due: workingDays(settings.plan),
})

export const review = recurringClock(earlyHelp, {
  key: 'review',
  label: 'Review the early help plan',
  basis: 'Local policy',
  rule: 'EH-02',
  starts: 'plannedOn',
  ends: 'endedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  when: ({ state }) => state !== 'recordedInError',
  every: (row, last) => days(last === row.plannedOn ? settings.firstReview : settings.review),
})

export const clocks = [plan, review]

import { clock, days, recurringClock, workingDays } from '../../../declare/clock.ts'
import { youngCarer } from './record.ts'
import { settings } from './rules.ts'

/** The duty is the law's, the limit is not. */
export const assessment = clock(youngCarer, {
  key: 'assessment',
  label: 'Assess the needs of the young carer',
  basis: 'Children Act 1989, section 17ZA(1); the limit is local policy',
  rule: 'CSC-YC',
  starts: 'needOn',
  meets: 'assessedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.assessment),
})

export const review = recurringClock(youngCarer, {
  key: 'review',
  label: 'Review the support of the young carer',
  basis: 'Local policy',
  rule: 'CSC-YC',
  starts: 'assessedOn',
  ends: 'endedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  when: ({ state, needsFound }) => state !== 'recordedInError' && needsFound === 'yes',
  every: () => days(settings.review),
})

export const clocks = [assessment, review]

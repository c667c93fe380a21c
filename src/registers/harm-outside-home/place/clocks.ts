import { clock, days, recurringClock, workingDays } from '../../../declare/clock.ts'
import { place } from './record.ts'
import { settings } from './rules.ts'

const real = ({ state }: { readonly state: string }): boolean => state !== 'recordedInError'

export const assess = clock(place, {
  key: 'assess',
  label: 'Assess the place',
  basis: 'Local policy',
  rule: 'EXP-CTX',
  starts: 'knownOn',
  meets: 'assessedOn',
  when: real,
  due: workingDays(settings.assess),
})

export const review = recurringClock(place, {
  key: 'review',
  label: 'Review the work on the place',
  basis: 'Local policy',
  rule: 'EXP-CTX',
  starts: 'assessedOn',
  ends: 'closedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  when: real,
  every: () => days(settings.review),
})

export const clocks = [assess, review]

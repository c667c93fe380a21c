import { clock, days, recurringClock } from '../../../declare/clock.ts'
import { partnershipGroup } from './record.ts'
import { settings } from './rules.ts'

export const termsReview = recurringClock(partnershipGroup, {
  key: 'terms_review',
  label: 'Agree the terms of reference',
  basis: 'Local policy',
  rule: 'GOV-STRUCT',
  starts: 'establishedOn',
  ends: 'endedOn',
  met: { line: 'terms', on: 'termsOn' },
  // A board of others agrees its own.
  when: ({ kind, state }) => kind !== 'linkedBoard' && state !== 'recordedInError',
  every: row => days(row.termsAgreedOn === null ? settings.firstTerms : settings.terms),
})

/** A group without an end goes on by itself (GOV-TFG). */
export const finish = clock(partnershipGroup, {
  key: 'group_finish',
  label: 'End the group, or give it more time',
  basis: 'The day that was set for the group',
  rule: 'GOV-TFG',
  starts: 'endsBy',
  meets: 'endedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(0),
})

export const clocks = [termsReview, finish]

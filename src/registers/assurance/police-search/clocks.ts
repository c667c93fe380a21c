import { clock, hours, workingDays } from '../../../declare/clock.ts'
import { policeSearch } from './record.ts'
import { exposes, settings } from './rules.ts'

export const referral = clock(policeSearch, {
  key: 'referral',
  label: 'Refer the child to the contact team',
  basis: 'Local policy, after the review of Child Q',
  rule: 'POL-SEARCH',
  starts: 'searchedAt',
  meets: 'referredAt',
  when: row => exposes(row) && row.state !== 'recordedInError',
  due: hours(settings.referral),
})

export const footageReview = clock(policeSearch, {
  key: 'footage_review',
  label: 'Review the footage',
  basis: 'Local policy, after the review of Child Q',
  rule: 'POL-SEARCH',
  starts: 'footageAskedOn',
  meets: 'footageReviewedOn',
  when: row => row.footage === 'recorded' && row.state !== 'recordedInError',
  due: workingDays(settings.footage),
})

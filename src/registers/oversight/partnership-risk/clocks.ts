import { days, recurringClock } from '../../../declare/clock.ts'
import { partnershipRisk } from './record.ts'
import { settings } from './rules.ts'

/** A risk that nobody looks at again is a risk nobody knows. */
export const review = recurringClock(partnershipRisk, {
  key: 'risk_review',
  label: 'Review the risk',
  basis: 'Local policy',
  rule: 'GOV-SCRUT',
  starts: 'raisedOn',
  ends: 'closedOn',
  met: { line: 'ratings', on: 'ratedOn' },
  when: ({ state }) => state !== 'recordedInError',
  every: () => days(settings.review),
})

export const clocks = [review]

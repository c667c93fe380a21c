import { months, recurringClock } from '../../../declare/clock.ts'
import { agreement } from './record.ts'

/** Each agreement says how often it is reviewed; it is due again from its signing, and from each review. */
export const review = recurringClock(agreement, {
  key: 'review',
  label: 'Review the agreement',
  basis: 'Local policy',
  rule: 'X-INFOSHARE',
  starts: 'signedOn',
  ends: 'endedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  every: row => months(row.reviewMonths ?? 12),
})

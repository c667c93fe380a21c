import { months, recurringClock } from '../../../declare/clock.ts'
import { awarenessCampaign } from './record.ts'

/** Each campaign says how often it is reviewed: a guide of some years ago is no longer how the work is done. */
export const review = recurringClock(awarenessCampaign, {
  key: 'review',
  label: 'Review the campaign or guide',
  basis: 'Local policy',
  rule: 'DA-ANI',
  starts: 'startedOn',
  ends: 'endedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  every: row => months(row.reviewMonths ?? 12),
})

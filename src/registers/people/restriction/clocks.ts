import { days, recurringClock } from '../../../declare/clock.ts'
import { restriction } from './record.ts'
import { settings } from './rules.ts'

/** Nothing is hidden for longer than it has to be. */
export const lookAgain = recurringClock(restriction, {
  key: 'look_again',
  label: 'Look at the restriction again',
  basis: 'Local policy',
  rule: 'IS-07',
  starts: 'since',
  ends: 'liftedOn',
  met: { line: 'reviews', on: 'reviewedOn' },
  every: () => days(settings.review),
})

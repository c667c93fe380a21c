import { clock, hours, workingHours } from '../../../declare/clock.ts'
import { agencyCheck } from './record.ts'
import { settings } from './rules.ts'

/** Runs in office hours; stands still while the agency waits for what it needs to answer. */
export const answer = clock(agencyCheck, {
  key: 'answer',
  label: 'Answer the check',
  basis: 'Local policy',
  rule: 'FD-07',
  starts: 'askedAt',
  meets: 'answeredAt',
  pausedIn: ['queried'],
  due: (row, { setting }) => {
    const urgency = row.urgency ?? 'green'
    return urgency === 'red' && setting(settings.redAroundTheClock.key) === 1
      ? hours(settings.red)
      : workingHours(settings[urgency])
  },
})

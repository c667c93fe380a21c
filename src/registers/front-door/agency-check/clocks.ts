import { clock, workingHours } from '../../../declare/clock.ts'
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
  due: row => workingHours(settings[(row.urgency ?? 'green') as keyof typeof settings]),
})

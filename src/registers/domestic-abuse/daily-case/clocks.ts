import { clock, workingDays } from '../../../declare/clock.ts'
import { dailyCase } from './record.ts'
import { settings } from './rules.ts'

/** Every case is looked at by the meeting within a working day of its referral. */
export const heard = clock(dailyCase, {
  key: 'daily_heard',
  label: 'Heard by the daily meeting',
  basis: 'Local policy',
  rule: 'DA-03',
  starts: 'referredOn',
  meets: 'firstHeardOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.heard),
})

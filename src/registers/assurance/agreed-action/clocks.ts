import { clock, days, hours, recurringClock } from '../../../declare/clock.ts'
import { agreedAction } from './record.ts'
import { settings } from './rules.ts'

/** By the moment that was agreed with whoever does it. */
export const due = clock(agreedAction, {
  key: 'action_due',
  label: 'Do it',
  basis: 'Local policy',
  rule: 'DA-05',
  starts: 'dueAt',
  meets: 'reportedAt',
  when: ({ state }) => state !== 'cancelled' && state !== 'duplicate',
  due: hours(0),
})

/** Where nobody says how it stands, Canopy asks: recommendations die quietly. Actions of a meeting come back at the next one. */
export const news = recurringClock(agreedAction, {
  key: 'action_news',
  label: 'Say how it stands',
  basis: 'Local policy',
  rule: 'QA-01',
  starts: 'agreedOn',
  ends: 'closedOn',
  met: { line: 'updates', on: 'updatedOn' },
  when: ({ source, state }) => source !== 'atMeeting' && state !== 'reported',
  every: () => days(settings.silent),
})

export const clocks = [due, news]

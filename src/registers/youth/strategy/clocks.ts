import { days, recurringClock } from '../../../declare/clock.ts'
import { strategy } from './record.ts'
import { settings } from './rules.ts'

export const nextUpdate = recurringClock(strategy, {
  key: 'next_update',
  label: 'Write an update of the strategy',
  basis: 'Local policy',
  rule: 'YS-STRAT',
  starts: 'publishedOn',
  ends: 'endedOn',
  met: { line: 'updates', on: 'writtenOn' },
  when: ({ state }) => state === 'running',
  every: () => days(settings.update),
})

export const clocks = [nextUpdate]

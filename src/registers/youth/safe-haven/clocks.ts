import { days, recurringClock } from '../../../declare/clock.ts'
import { safeHaven } from './record.ts'
import { settings } from './rules.ts'

export const nextCheck = recurringClock(safeHaven, {
  key: 'next_check',
  label: 'Check the safe haven',
  basis: 'Local policy',
  rule: 'YS-HAVEN',
  starts: 'openedOn',
  ends: 'closedOn',
  met: { line: 'checks', on: 'checkedOn' },
  when: ({ state }) => state === 'open',
  every: () => days(settings.check),
})

export const clocks = [nextCheck]

import { days, recurringClock } from '../../../declare/clock.ts'
import { surrenderBin } from './record.ts'
import { settings } from './rules.ts'

export const nextEmptying = recurringClock(surrenderBin, {
  key: 'next_emptying',
  label: 'Empty the bin',
  basis: 'Local policy',
  rule: 'YS-KNIFE',
  starts: 'placedOn',
  ends: 'removedOn',
  met: { line: 'emptied', on: 'emptiedOn' },
  when: ({ state }) => state === 'inPlace',
  every: () => days(settings.empty),
})

export const clocks = [nextEmptying]

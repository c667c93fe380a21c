import { clock, days } from '../../../declare/clock.ts'
import { courtOutcome } from './record.ts'
import { settings } from './rules.ts'

export const panel = clock(courtOutcome, {
  key: 'panel',
  label: 'The panel looks at it',
  basis: 'Local policy',
  rule: 'YJ-PANEL',
  starts: 'heardOn',
  meets: 'panelOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.panel),
})

export const clocks = [panel]

import { clock, days, workingDays } from '../../../declare/clock.ts'
import { panelNomination } from './record.ts'
import { settings } from './rules.ts'

export const sift = clock(panelNomination, {
  key: 'nomination_sift',
  label: 'Look at it before the panel',
  basis: 'Local policy',
  rule: 'MX-06',
  starts: 'nominatedOn',
  meets: 'siftedOn',
  due: workingDays(settings.sift),
})

export const firstPanel = clock(panelNomination, {
  key: 'nomination_panel',
  label: 'At the exploitation panel',
  basis: 'London child exploitation operating protocol; the time is local policy',
  rule: 'MX-06',
  starts: 'nominatedOn',
  meets: 'firstHeardOn',
  when: ({ state }) => state !== 'elsewhere' && state !== 'moreNeeded',
  due: days(settings.cycle),
})

export const clocks = [sift, firstPanel]

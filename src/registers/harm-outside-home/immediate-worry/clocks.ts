import { clock, hours } from '../../../declare/clock.ts'
import { immediateWorry } from './record.ts'
import { settings } from './rules.ts'

export const take = clock(immediateWorry, {
  key: 'take',
  label: 'Act on the worry',
  basis: 'Local policy',
  rule: 'MX-03',
  starts: 'raisedAt',
  meets: 'takenAt',
  when: ({ state }) => state !== 'recordedInError',
  due: hours(settings.take),
})

export const clocks = [take]

import { clock, days } from '../../../declare/clock.ts'
import { participation } from './record.ts'
import { settings } from './rules.ts'

/** An offer that nobody answers is no help: it is begun, or closed with the reason. */
export const begin = clock(participation, {
  key: 'begin',
  label: 'Begin, or say that they did not begin',
  basis: 'Local policy',
  rule: 'YS-COMM',
  starts: 'offeredOn',
  meets: 'startedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.begin),
})

export const clocks = [begin]

import { clock, days } from '../../../declare/clock.ts'
import { seat } from './record.ts'
import { settings } from './rules.ts'

export const filling = clock(seat, {
  key: 'seat_filled',
  label: 'Fill the vacant seat',
  basis: 'Local policy',
  rule: 'GOV-MEMBER',
  starts: 'vacantSince',
  meets: 'filledOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.vacancy),
})

export const clocks = [filling]

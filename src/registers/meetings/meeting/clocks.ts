import { clock, hours, workingDays } from '../../../declare/clock.ts'
import { meeting } from './record.ts'
import { settings } from './rules.ts'

/** Stands in everybody's list at the hour at which it begins. */
export const takesPlace = clock(meeting, {
  key: 'takes_place',
  label: 'Meeting begins',
  basis: 'Local policy',
  rule: 'DA-03',
  starts: 'startsAt',
  meets: 'startedAt',
  when: ({ state }) => state !== 'calledOff',
  due: hours(0),
})

export const minutes = clock(meeting, {
  key: 'minutes',
  label: 'Agree the minutes',
  basis: 'Local policy',
  rule: 'DA-05',
  starts: 'endedAt',
  meets: 'agreedAt',
  due: workingDays(settings.minutes),
})

export const clocks = [takesPlace, minutes]

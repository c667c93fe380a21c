import { clock, workingDays } from '../../../declare/clock.ts'
import { parentSession } from './record.ts'
import { settings } from './rules.ts'

export const first = clock(parentSession, {
  key: 'first_session',
  label: 'First session with the parent',
  basis: 'Local policy',
  rule: 'EXP-PARENT',
  starts: 'answeredOn',
  meets: 'firstOn',
  when: ({ state, answer }) => answer === 'accepted' && state !== 'recordedInError',
  due: workingDays(settings.first),
})

export const clocks = [first]

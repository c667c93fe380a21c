import { days, recurringClock } from '../../../declare/clock.ts'
import { jointSupervision } from './record.ts'
import { settings } from './rules.ts'

/** The first runs from the day both services are open, each further one from the one before. */
export const nextJointSupervision = recurringClock(jointSupervision, {
  key: 'joint_supervision',
  label: 'Joint supervision',
  basis: 'Local policy',
  rule: 'CSC-JOINT',
  starts: 'bothOpenOn',
  ends: 'endedOn',
  met: { line: 'supervisions', on: 'heldOn' },
  when: ({ state }) => state !== 'recordedInError',
  every: () => days(settings.interval),
})

import { clock, workingDays } from '../../../declare/clock.ts'
import { peerGroup } from './record.ts'
import { settings } from './rules.ts'

/** Met by the first action of daily tasking. */
export const firstAction = clock(peerGroup, {
  key: 'first_action',
  label: 'First action on the group',
  basis: 'Local policy',
  rule: 'EXP-PEERMAP',
  starts: 'knownOn',
  meets: 'taskedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.firstAction),
})

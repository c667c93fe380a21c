import { clock, workingDays } from '../../../declare/clock.ts'
import { survivorSupport } from './record.ts'
import { settings } from './rules.ts'

/** Met when an advocate has spoken with the survivor: a try that reached nobody is no contact. */
export const firstContact = clock(survivorSupport, {
  key: 'first_contact',
  label: 'Speak with the survivor',
  basis: 'Local policy',
  rule: 'DA-IDVA',
  starts: 'referredOn',
  meets: 'firstContactAt',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.firstContact),
})

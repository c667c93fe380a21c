import { clock, workingDays } from '../../../declare/clock.ts'
import { localIncident } from './record.ts'
import { settings } from './rules.ts'

/** The plan says that meetings always take place after such incidents; it does not say when. */
export const meeting = clock(localIncident, {
  key: 'incident_meeting',
  label: 'Hold a meeting about it',
  basis: 'Local policy',
  rule: 'DAP-INCIDENT',
  starts: 'happenedAt',
  meets: 'metOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.meeting),
})

export const clocks = [meeting]

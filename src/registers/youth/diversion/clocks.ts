import { clock, days, workingDays } from '../../../declare/clock.ts'
import { diversion } from './record.ts'
import { settings } from './rules.ts'

export const decide = clock(diversion, {
  key: 'decide',
  label: 'Decide at triage',
  basis: 'Local policy',
  rule: 'YS-TRIAGE',
  starts: 'receivedOn',
  meets: 'decidedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.decide),
})

/** Starts a year ahead of the decision, so that nothing is overdue in between. */
export const followUp = clock(diversion, {
  key: 'follow_up',
  label: 'Look up whether there was a further offence',
  basis: 'Local policy',
  rule: 'YS-TRIAGE',
  starts: 'followUpFrom',
  meets: 'checkedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(settings.followUp),
})

export const clocks = [decide, followUp]

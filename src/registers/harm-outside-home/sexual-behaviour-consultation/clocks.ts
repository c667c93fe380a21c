import { clock, days } from '../../../declare/clock.ts'
import { sexualBehaviourConsultation } from './record.ts'
import { needsFollowUp, settings } from './rules.ts'

export const followUp = clock(sexualBehaviourConsultation, {
  key: 'follow_up',
  label: 'Ask the setting again',
  basis: 'Local policy',
  rule: 'EXP-HSB',
  starts: 'heldOn',
  meets: 'followedUpOn',
  when: row => row.state !== 'recordedInError' && needsFollowUp(row),
  due: days(settings.followUp),
})

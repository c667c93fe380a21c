import { clock, days } from '../../../declare/clock.ts'
import { groupDecision } from './record.ts'

/** On the day that the group set itself. */
export const review = clock(groupDecision, {
  key: 'decision_review',
  label: 'Look at the decision again',
  basis: 'The day that the group set itself',
  rule: 'GOV-STRUCT',
  starts: 'reviewOn',
  meets: 'reviewedOn',
  when: ({ state }) => state === 'stands',
  due: days(0),
})

export const clocks = [review]

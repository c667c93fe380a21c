import { clock, hours } from '../../../declare/clock.ts'
import { meetingAnswer } from './record.ts'

/** By the hour that the meeting has set, so that the chair has it before the case is opened. */
export const answer = clock(meetingAnswer, {
  key: 'answer',
  label: 'Answer before the meeting',
  basis: 'Local policy',
  rule: 'DA-05',
  starts: 'answersBy',
  meets: 'answeredAt',
  when: ({ state }) => state !== 'notNeeded',
  due: hours(0),
})

import { clock, days } from '../../../declare/clock.ts'
import { engagementEvent } from './record.ts'
import { settings } from './rules.ts'

/** Whoever is asked and hears nothing does not come again. */
export const answer = clock(engagementEvent, {
  key: 'engagement_answer',
  label: 'Tell those who came what was done',
  basis: 'Local policy',
  rule: 'DAP-FORUM',
  starts: 'heldOn',
  meets: 'answeredOn',
  when: ({ answerOwed, state }) => answerOwed === true && state !== 'recordedInError',
  due: days(settings.answer),
})

export const clocks = [answer]

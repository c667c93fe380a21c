import { clock, days } from '../../../declare/clock.ts'
import { scrutinyChallenge } from './record.ts'
import { settings } from './rules.ts'

export const answer = clock(scrutinyChallenge, {
  key: 'challenge_answer',
  label: 'Answer the challenge',
  basis: 'Local policy',
  rule: 'GOV-SCRUT',
  starts: 'madeOn',
  meets: 'answeredOn',
  when: ({ kind, state }) => kind === 'challenge' && state !== 'recordedInError',
  due: days(settings.answer),
})

/** By the day the scrutineer said. */
export const followUp = clock(scrutinyChallenge, {
  key: 'challenge_follow_up',
  label: 'Look again at what was promised',
  basis: 'The day that the scrutineer said',
  rule: 'GOV-SCRUT',
  starts: 'followUpDueOn',
  meets: 'followedUpOn',
  when: ({ state }) => state !== 'recordedInError',
  due: days(0),
})

export const clocks = [answer, followUp]

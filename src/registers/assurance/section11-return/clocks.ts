import { clock, days, workingDays } from '../../../declare/clock.ts'
import { daysBetween, londonDay } from '../../../kit/dates.ts'
import { section11Return } from './record.ts'
import { settings } from './rules.ts'

/** Met by the first submission, which is refused while anything is missing. */
export const answer = clock(section11Return, {
  key: 'return',
  label: 'Return the self-assessment',
  basis: 'Children Act 2004, section 11; the date is local policy',
  rule: 'QA-01',
  starts: 'sentOn',
  meets: 'submittedAt',
  due: row => (row.sentOn === null || row.dueOn === null ? null : days(daysBetween(row.sentOn, row.dueOn))),
})

export const answerAgain = clock(section11Return, {
  key: 'answer_again',
  label: 'Answer again what was sent back',
  basis: 'Local policy',
  rule: 'QA-01',
  starts: 'sentBackAt',
  meets: 'answeredAgainAt',
  due: workingDays(settings.answerAgain),
})

/** Stands still while the agency answers again what was sent back. */
export const moderate = clock(section11Return, {
  key: 'moderate',
  label: 'Moderate the return',
  basis: 'Local policy',
  rule: 'QA-01',
  starts: 'submittedAt',
  meets: 'moderatedAt',
  pausedIn: ['sentBack', 'answering'],
  due: workingDays(settings.moderate),
})

export const signOff = clock(section11Return, {
  key: 'sign_off',
  label: 'Sign off the return',
  basis: 'Local policy',
  rule: 'QA-01',
  starts: 'moderatedAt',
  meets: 'signedOffAt',
  due: workingDays(settings.signOff),
})

/**
 * Of returns signed off while they kept their actions themselves: runs to the date of the most urgent one until these are put on the
 * list of all actions, which says from then on what is due when.
 */
export const nextAction = clock(section11Return, {
  key: 'next_action',
  label: 'Put its actions on the list of all actions',
  basis: "Date agreed in the agency's own return",
  rule: 'QA-01',
  starts: 'signedOffAt',
  meets: 'actionsDoneAt',
  when: row => row.nextActionOn !== null,
  due: row =>
    row.signedOffAt === null || row.nextActionOn === null
      ? null
      : days(daysBetween(londonDay(row.signedOffAt), row.nextActionOn)),
})

export const clocks = [answer, answerAgain, moderate, signOff, nextAction]

import { clock, days, workingDays } from '../../../declare/clock.ts'
import { daysBetween } from '../../../kit/dates.ts'
import { settingReturn } from './record.ts'
import { settings } from './rules.ts'

const stands = ({ state }: { readonly state: string }) => state !== 'withdrawn' && state !== 'recordedInError'

/** Met by the first submission, which is refused while anything is missing, or by a review given instead. */
export const answerBy = clock(settingReturn, {
  key: 'setting_return',
  label: 'Return the self-assessment',
  basis: 'Education Act 2002, sections 157 and 175; Childcare Act 2006, section 40; the day is local policy',
  rule: 'QA-02',
  starts: 'sentOn',
  meets: 'submittedAt',
  when: stands,
  due: row =>
    row.sentOn === null || row.dueOn === null ? null : days(Math.max(0, daysBetween(row.sentOn, row.dueOn))),
})

export const answerAgainBy = clock(settingReturn, {
  key: 'setting_answer_again',
  label: 'Answer again what was sent back',
  basis: 'Local policy',
  rule: 'QA-02',
  starts: 'sentBackAt',
  meets: 'answeredAgainAt',
  when: stands,
  due: workingDays(settings.answerAgain),
})

/** Stands still while the setting answers again. */
export const moderateBy = clock(settingReturn, {
  key: 'setting_moderate',
  label: 'Accept the return or send it back',
  basis: 'Local policy',
  rule: 'QA-02',
  starts: 'submittedAt',
  meets: 'acceptedAt',
  when: stands,
  pausedIn: ['sentBack', 'headAgain'],
  due: workingDays(settings.moderate),
})

export const clocks = [answerBy, answerAgainBy, moderateBy]

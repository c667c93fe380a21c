import { clock, days } from '../../../declare/clock.ts'
import { recommendation } from './record.ts'
import { settings } from './rules.ts'

const stands = ({ state }: { readonly state: string }) => state !== 'recordedInError'

/** Recommendations die quietly where nobody says whether they are accepted. */
export const answered = clock(recommendation, {
  key: 'recommendation_answer',
  label: 'Answer the recommendation',
  basis: 'Local policy',
  rule: 'SI-06',
  starts: 'madeOn',
  meets: 'answeredOn',
  when: stands,
  due: days(settings.answer),
})

/** By the day that was agreed. */
export const due = clock(recommendation, {
  key: 'recommendation_due',
  label: 'Carry it out',
  basis: 'Local policy',
  rule: 'SI-06',
  starts: 'dueOn',
  meets: 'reportedAt',
  when: row => stands(row) && row.state !== 'notAccepted' && row.state !== 'superseded',
  due: days(0),
})

export const clocks = [answered, due]

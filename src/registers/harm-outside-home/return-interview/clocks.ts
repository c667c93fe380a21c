import { clock, hours } from '../../../declare/clock.ts'
import { returnInterview } from './record.ts'
import { interviewHours, settings } from './rules.ts'

const due = ({ state }: { readonly state: string }): boolean =>
  state !== 'recordedInError' && state !== 'notOffered' && state !== 'heldTogether'

/** Elapsed hours from the return, through nights, weekends and changes of the clocks (rulebook MX-03 and TC-04). */
export const interview = clock(returnInterview, {
  key: 'interview',
  label: 'Interview by',
  basis: 'Statutory guidance on children who run away or go missing from home or care (2014)',
  rule: 'MX-03',
  starts: 'returnedAt',
  meets: 'interviewAt',
  when: due,
  due: hours(interviewHours),
})

export const offer = clock(returnInterview, {
  key: 'offer',
  label: 'Offer the interview',
  basis: 'Local policy',
  rule: 'MX-03',
  starts: 'returnedAt',
  meets: 'offeredAt',
  when: due,
  due: hours(settings.offer),
})

export const clocks = [offer, interview]

import { clock, hours, workingDays, workingHours } from '../../../declare/clock.ts'
import { contact } from './record.ts'
import { settings } from './rules.ts'

const guidance = 'Working Together to Safeguard Children, chapter 3 (chapter 1 in the 2018 edition)'

/** Urgency decides everything that follows, so it is set first. */
export const urgencySet = clock(contact, {
  key: 'urgency_set',
  label: 'Set how urgent it is',
  basis: 'Local policy',
  rule: 'FD-07',
  starts: 'receivedAt',
  meets: 'urgencyAt',
  due: workingHours(settings.setLevel),
})

/** Met when the decision is in force: written by one person and agreed by another (rulebook FD-01, FD-02). */
export const decision = clock(contact, {
  key: 'decision',
  label: 'Decide',
  basis: guidance,
  rule: 'FD-02',
  starts: 'receivedAt',
  meets: 'agreedAt',
  due: workingDays(1),
})

export const acknowledgement = clock(contact, {
  key: 'acknowledgement',
  label: 'Acknowledge to the referrer',
  basis: guidance,
  rule: 'FD-03',
  starts: 'receivedAt',
  meets: 'acknowledgedAt',
  when: row => row.source !== '9',
  due: workingDays(1),
})

export const feedback = clock(contact, {
  key: 'feedback',
  label: 'Tell the referrer the outcome',
  basis: 'London child protection procedures; local policy',
  rule: 'FD-03',
  starts: 'agreedAt',
  meets: 'feedbackAt',
  due: workingDays(settings.chase),
})

export const writtenForm = clock(contact, {
  key: 'written_form',
  label: 'Written form after a telephone call',
  basis: 'Local policy',
  rule: 'FD-09',
  starts: 'receivedAt',
  meets: 'writtenFormAt',
  when: row => row.channel === 'phone' && !['1A', '1B', '1C', '1D', '9', '10'].includes(row.source ?? ''),
  due: hours(settings.written),
})

export const handOver = clock(contact, {
  key: 'hand_over',
  label: 'Receiving service accepts',
  basis: 'Local policy',
  rule: 'FD-02',
  starts: 'handedOverAt',
  meets: 'acceptedAt',
  due: workingDays(settings.handOver),
})

export const outreach = clock(contact, {
  key: 'outreach',
  label: 'Reach out to the family',
  basis: 'Local policy',
  rule: 'FD-08',
  starts: 'offeredAt',
  meets: 'outreachDoneAt',
  when: row => row.offerAnswer === 'declined' || row.offerAnswer === 'noAnswer',
  due: workingDays(settings.outreach),
})

/** The person who decided reads what came after, whatever it says. */
export const readLateAnswer = clock(contact, {
  key: 'read_late_answer',
  label: 'Read the answer that arrived after the decision',
  basis: 'Local policy',
  rule: 'FD-07',
  starts: 'lateAnswerAt',
  meets: 'lateAnswerReadAt',
  due: workingHours(settings.lateAnswer),
})

export const clocks = [urgencySet, decision, acknowledgement, feedback, writtenForm, handOver, outreach, readLateAnswer]

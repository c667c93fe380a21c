import { clock, days, months, recurringClock, weeks, workingDays } from '../../../declare/clock.ts'
import { arrangement } from './record.ts'
import { ageLimits, inFirstYear, settings } from './rules.ts'

const regulations = 'Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)'

/** A notification recorded by mistake asks nothing of anybody, and no limit was missed. */
const real = (row: { readonly state: string }): boolean => row.state !== 'recordedInError'
/** What was found not to be private fostering is under no duty to be visited. */
const fostered = (row: { readonly state: string }): boolean => real(row) && row.state !== 'notPrivateFostering'

export const transfer = clock(arrangement, {
  key: 'transfer',
  label: 'Pass to the team that will visit',
  basis: 'Local policy',
  rule: 'PF-03',
  starts: 'notifiedOn',
  meets: 'transferredOn',
  when: real,
  due: days(settings.transfer),
})

/** Met by the first visit at which the child was seen, or the carer's home where the child has not moved in yet. */
export const firstVisit = clock(arrangement, {
  key: 'first_visit',
  label: 'First visit',
  basis: `${regulations}, regulations 4(1) and 7(1)`,
  rule: 'PF-03',
  starts: 'notifiedOn',
  meets: 'firstVisitOn',
  when: real,
  due: workingDays(7),
})

/** Where the council knew in advance: the carer tells it within 48 hours that the child moved in, and it visits. */
export const arrivalVisit = clock(arrangement, {
  key: 'arrival_visit',
  label: 'Visit after the child moved in',
  basis: `${regulations}, regulations 6 and 7(1)`,
  rule: 'PF-03',
  starts: 'toldMovedInOn',
  meets: 'arrivalVisitOn',
  when: fostered,
  due: workingDays(7),
})

/** Met when a manager has agreed the assessment, or has found that it is not private fostering. */
export const assessment = clock(arrangement, {
  key: 'assessment',
  label: 'Assess and decide',
  basis: 'Local policy, after the guidance on private fostering of 2005',
  rule: 'PF-04',
  starts: 'notifiedOn',
  meets: 'concludedOn',
  when: real,
  due: workingDays(settings.assessment),
})

/**
 * At intervals of not more than six weeks in the first year, of twelve weeks after. An interval that begins in the
 * first year is one of six weeks, also where it ends in the second: the careful reading of the two.
 */
export const nextVisit = recurringClock(arrangement, {
  key: 'next_visit',
  label: 'Next visit',
  basis: `${regulations}, regulation 8(1) and (6)`,
  rule: 'PF-05',
  starts: 'visitsFrom',
  ends: 'endedOn',
  met: { line: 'visits', on: 'visitedOn' },
  when: fostered,
  // An attempt at which the child was not seen is no visit to the child.
  counts: visit => 'childSeen' in visit && (visit.childSeen === 'alone' || visit.childSeen === 'notAlone'),
  every: (row, last) => (inFirstYear(row.visitsFrom ?? last, last) ? weeks(6) : weeks(12)),
})

/** On this birthday the arrangement is private fostering no longer. */
export const ageLimit = clock(arrangement, {
  key: 'age_limit',
  label: 'Private fostering ends on this birthday',
  basis: 'Children Act 1989, section 66(1) and (4)',
  rule: 'PF-01',
  starts: 'bornOn',
  meets: 'endedOn',
  when: fostered,
  due: row => months(12 * (row.disabled === 'yes' ? ageLimits.disabledChild : ageLimits.child)),
})

export const clocks = [transfer, firstVisit, arrivalVisit, assessment, nextVisit, ageLimit]

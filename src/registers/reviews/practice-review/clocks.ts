import { clock, days, months } from '../../../declare/clock.ts'
import { practiceReview } from './record.ts'
import type { Review } from './rules.ts'

const stands = ({ state }: Pick<Review, 'state'>) => !['stopped', 'recordedInError', 'finished'].includes(state)

/** A delay is recorded and moves nothing (SI-05): a review that had to wait is late, with its reason. */
export const publication = clock(practiceReview, {
  key: 'publication',
  label: 'Publish the review',
  basis: 'Working Together to Safeguard Children 2023, chapter 5',
  rule: 'SI-05',
  starts: 'decidedOn',
  meets: 'publishedOn',
  when: row => row.kind === 'localReview' && row.finishedOn === null && stands(row),
  due: months(6),
})

export const copy = clock(practiceReview, {
  key: 'copy',
  label: 'Send the Panel and the Secretary of State their copy',
  basis: 'Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018, regulation 15',
  rule: 'SI-05',
  starts: 'copyDueOn',
  meets: 'copySentOn',
  when: row => row.finishedOn === null && stands(row),
  due: days(0),
})

export const chronologies = clock(practiceReview, {
  key: 'chronologies',
  label: 'Have the chronologies of the agencies',
  basis: 'Local policy',
  rule: 'CR-SYSTEM',
  starts: 'chronologiesDueOn',
  meets: 'chronologiesInOn',
  when: row => row.agenciesAsked !== null && row.agenciesAsked.length > 0 && stands(row),
  due: days(0),
})

export const clocks = [publication, copy, chronologies]

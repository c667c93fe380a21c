import { pathway } from '../../../declare/pathway.ts'
import { idFrom } from '../../../kit/ids.ts'
import { policeSearch } from './record.ts'
import { asRecorded, earlierOnes, openEnds, searchProblems } from './rules.ts'

const police = ['police_unit'] as const

const pages = [
  { title: 'The search', fields: ['policeReference', 'searchedAt', 'kind', 'place', 'ward'] },
  { title: 'The child', hint: 'No name', fields: ['childNumber', 'age', 'sex', 'ethnicity'] },
  { title: 'Grounds and result', fields: ['grounds', 'found', 'result', 'footage'] },
  { title: 'Safeguards', fields: ['authorisedBy', 'adult', 'adultAbsentWhy', 'parentTold'] },
] as const

/** From the search to the end of what it asks of the police: footage seen, child referred, complaint answered. */
export const policeSearchPathway = pathway(policeSearch, {
  starts: 'recorded',
  states: {
    recorded: { label: 'Recorded' },
    reviewed: { label: 'Footage reviewed' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a search of a child',
    banner: 'The search is recorded',
    by: police,
    asks: pages,
    sets: (row, _context, _lines, found) => asRecorded(row, found),
    looks: earlierOnes,
    checks: searchProblems,
  },
  actions: {
    correct: {
      label: 'Correct what was recorded',
      from: ['recorded', 'reviewed'],
      by: police,
      asks: pages,
      sets: (row, _context, _lines, found) => asRecorded(row, found),
      looks: earlierOnes,
      checks: searchProblems,
    },
    refer: {
      label: 'Refer the child to the contact team',
      banner: 'The contact team has it as a contact from the police',
      hint: 'Needed if intimate parts were exposed. If the child is in danger now, telephone as well',
      from: ['recorded', 'reviewed'],
      by: police,
      asks: [
        { title: 'The child', fields: ['givenName', 'familyName', 'bornOn'] },
        { title: 'The worry', fields: ['worry', 'whatHappened', 'safeNow'] },
        { title: 'The family', fields: ['familyKnows', 'consent', 'whyNotSought'] },
      ],
      sets: (row, { now }) => ({ referredAt: now, contact: idFrom(row.id, 'contact') }),
      checks: row =>
        row.consent === 'notSought' && row.whyNotSought === null
          ? [{ field: 'whyNotSought', message: 'Select why the family was not asked' }]
          : row.consent !== 'notSought' && row.whyNotSought !== null
            ? [{ field: 'whyNotSought', message: 'A reason for not asking does not fit: the family was asked' }]
            : [],
      unless: row => row.referredAt !== null && 'The child is referred already',
    },
    reviewFootage: {
      label: 'Record the review of the footage',
      banner: 'The review is recorded',
      from: ['recorded', 'reviewed'],
      to: 'reviewed',
      by: police,
      asks: [{ title: 'The footage', fields: ['footageReviewedOn', 'footageSeenBy', 'footageFinding', 'footageNote'] }],
      sets: (_row, { actor }) => ({ footageReviewedBy: actor.accountId }),
      unless: row => row.footage !== 'recorded' && 'There is no footage of this search',
    },
    recordComplaint: {
      label: 'Record a complaint',
      banner: 'The complaint is recorded. Its footage is to be reviewed',
      from: ['recorded', 'reviewed'],
      by: police,
      asks: [{ title: 'The complaint', fields: ['complainedOn', 'complaintFrom'] }],
      sets: row => ({ footageAskedOn: row.footageAskedOn ?? row.complainedOn }),
      unless: row => row.complainedOn !== null && 'A complaint is recorded already',
    },
    answerComplaint: {
      label: 'Record how the complaint ended',
      from: ['recorded', 'reviewed'],
      by: police,
      asks: [{ title: 'The answer', fields: ['complaintOutcome', 'complaintEndedOn'] }],
      unless: row => row.complainedOn === null && 'There is no complaint',
    },
    sayWho: {
      label: 'Say who the child is',
      banner: 'The search stands in the chronology of the person',
      hint: 'The person on record. The police are not told',
      from: ['recorded', 'reviewed', 'closed'],
      by: ['screener'],
      asks: [{ title: 'The person on record', fields: ['person'] }],
    },
    close: {
      label: 'Close',
      banner: 'The search is closed',
      from: ['recorded', 'reviewed'],
      to: 'closed',
      by: police,
      unless: openEnds,
    },
    reopen: {
      label: 'Open again',
      exceptional: true,
      hint: 'For a complaint or footage that came later',
      from: ['closed'],
      to: 'recorded',
      by: police,
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['recorded', 'reviewed', 'closed'],
      to: 'recordedInError',
      by: police,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})

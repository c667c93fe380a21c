import { pathway } from '../../../declare/pathway.ts'
import { keepsPapers } from '../../../fields/lists/oversight.ts'
import { partnershipRisk } from './record.ts'
import { agreeProblems, ownerProblems, ratingProblems, scored } from './rules.ts'

const live = ['open', 'accepted'] as const

const pages = [
  { title: 'The risk', fields: ['title', 'couldHappen', 'cause', 'childrenGroup', 'priority'] },
  { title: 'Who answers for it', fields: ['raisedOn', 'ownerPerson', 'ownerAgency'] },
  { title: 'How it is rated first', fields: ['firstLikelihood', 'firstImpact', 'firstWhy'] },
] as const

const given = {
  key: 'risk_given',
  words: 'A risk was given to you to answer for',
  to: [{ person: 'ownerPerson' }, { holders: ['agency_lead'], agency: 'ownerAgency' }],
} as const

export const partnershipRiskPathway = pathway(partnershipRisk, {
  starts: 'open',
  states: {
    open: { label: 'Open' },
    accepted: { label: 'Accepted, and still reviewed' },
    closed: { label: 'Closed', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Raise a risk',
    banner: 'The risk is recorded. Its owner is told',
    by: keepsPapers,
    asks: pages,
    checks: ownerProblems,
    sets: (row, context, lines) => scored(row, lines, context),
    tells: [given],
  },
  actions: {
    rate: {
      label: 'Review it and rate it again',
      banner: 'The rating is recorded',
      from: live,
      by: [...keepsPapers, 'agency_lead'],
      adds: 'ratings',
      checks: ratingProblems,
      sets: (row, context, lines) => scored(row, lines, context),
    },
    agreeAction: {
      label: 'Agree an action about it',
      banner: 'The action is recorded with all actions',
      from: live,
      by: [...keepsPapers, 'agency_lead'],
      adds: 'actions',
      checks: (row, { today }) => agreeProblems(row, today),
    },
    correct: {
      label: 'Correct it, or give it to somebody else',
      from: live,
      by: keepsPapers,
      asks: pages,
      checks: ownerProblems,
      sets: (row, context, lines) => scored(row, lines, context),
      tells: [given],
    },
    accept: {
      label: 'Accept it as it is',
      banner: 'It is accepted, and still reviewed',
      hint: 'Somebody other than the owner accepts it',
      exceptional: true,
      from: ['open'],
      to: 'accepted',
      by: keepsPapers,
      notOwnWork: 'ownerPerson',
      asks: [{ title: 'Why it is lived with', fields: ['acceptedWhy'] }],
      sets: (_row, { actor }) => ({ acceptedBy: actor.accountId }),
    },
    takeUp: {
      label: 'Do something about it again',
      from: ['accepted'],
      to: 'open',
      by: keepsPapers,
      sets: () => ({ acceptedBy: null }),
    },
    close: {
      label: 'Close it',
      hint: 'Somebody other than the owner closes it',
      exceptional: true,
      from: live,
      to: 'closed',
      by: keepsPapers,
      notOwnWork: 'ownerPerson',
      asks: [{ title: 'Why it is closed', fields: ['closing', 'closedNote'] }],
      sets: (_row, { actor, today }) => ({ closedBy: actor.accountId, closedOn: today }),
    },
    reopen: {
      label: 'Open it again',
      exceptional: true,
      from: ['closed'],
      to: 'open',
      by: keepsPapers,
      sets: () => ({ closedOn: null, closedBy: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: live,
      to: 'recordedInError',
      by: keepsPapers,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})

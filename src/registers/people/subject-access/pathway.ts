import { pathway } from '../../../declare/pathway.ts'
import { formatDay } from '../../../kit/dates.ts'
import { recorders } from './access.ts'
import { subjectAccess } from './record.ts'
import {
  answeredProblems,
  countsFrom,
  extensionEnds,
  identityProblems,
  notEntitled,
  putBackLines,
  putBackProblems,
  receivedProblems,
  redactionProblems,
} from './rules.ts'

const governance = ['information_governance'] as const

/** From the request to the copy. Everything taken out of it has a line with its reason. */
export const subjectAccessPathway = pathway(subjectAccess, {
  starts: 'received',
  states: {
    received: { label: 'Received' },
    identity: { label: 'Waiting for proof of identity' },
    preparing: { label: 'Searching and preparing' },
    clarifying: { label: 'Waiting to hear what is meant' },
    sent: { label: 'Copy given', closed: true },
    refused: { label: 'Refused', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Record a subject access request',
    banner: 'The request is recorded. Information governance has it',
    by: [...recorders, 'information_governance'],
    asks: [
      { title: 'Whose records?', fields: ['receivedOn', 'person', 'subjectName'] },
      { title: 'Who asks?', fields: ['requester', 'requesterName', 'requesterContact', 'wanted'] },
    ],
    sets: row => ({ countsFrom: row.receivedOn }),
    checks: receivedProblems,
  },
  actions: {
    askIdentity: {
      label: 'Ask for proof of identity',
      hint: 'Only where there is reasonable doubt. The month then counts from the day on which we know who asks',
      from: ['received'],
      to: 'identity',
      by: governance,
      sets: (_row, { today }) => ({ identityAskedOn: today, countsFrom: null }),
    },
    verify: {
      label: 'Record who asks, and by what right',
      banner: 'The search can begin',
      from: ['received', 'identity'],
      to: 'preparing',
      by: governance,
      asks: [
        { title: 'Identity', fields: ['identityOn', 'verification'] },
        { title: 'The child’s own right', fields: ['competence', 'competenceWhy', 'childAgrees'] },
      ],
      sets: row => ({ countsFrom: countsFrom(row) }),
      checks: identityProblems,
    },
    askClarification: {
      label: 'Ask what is meant',
      hint: 'Only where a search is not possible without it. Time stands still until the answer',
      from: ['preparing'],
      to: 'clarifying',
      by: governance,
      asks: [{ title: 'What has to be made clear', fields: ['clarifyQuestion'] }],
      sets: (_row, { today }) => ({ clarifyAskedOn: today, clarifiedOn: null }),
    },
    recordClarification: {
      label: 'Record what is meant',
      banner: 'Time runs again',
      from: ['clarifying'],
      to: 'preparing',
      by: governance,
      asks: [{ title: 'The answer', fields: ['clarifyAnswer'] }],
      sets: (_row, { today }) => ({ clarifiedOn: today }),
    },
    extend: {
      label: 'Extend by two months',
      banner: 'The request is due two months later',
      exceptional: true,
      from: ['preparing'],
      by: governance,
      asks: [{ title: 'Two more months', fields: ['extendedWhy', 'extendedWords'] }],
      sets: (_row, { today }) => ({ extendedOn: today }),
      unless: (row, _lines, { today }) => {
        const last = extensionEnds(row)
        return row.extendedOn !== null
          ? 'It has been extended'
          : last !== null &&
              today > last &&
              `They had to be told of an extension by ${formatDay(last)} (UK GDPR article 12(3))`
      },
    },
    recordSearch: {
      label: 'Record the search',
      from: ['preparing'],
      by: governance,
      asks: [{ title: 'Search', fields: ['searchNote'] }],
      sets: (_row, { today }) => ({ searchedOn: today }),
    },
    takeOut: {
      label: 'Take something out',
      banner: 'The passage is taken out',
      from: ['preparing'],
      by: governance,
      adds: 'redactions',
      checks: redactionProblems,
    },
    putBack: {
      label: 'Give an entry after all',
      banner: 'Nothing is taken out of that entry any more',
      exceptional: true,
      from: ['preparing'],
      by: governance,
      asks: [{ title: 'Give it after all', fields: ['putBack'] }],
      supersedes: putBackLines,
      checks: (row, _context, lines) => putBackProblems(row, lines),
    },
    send: {
      label: 'Record that the copy is given',
      banner: 'The request is answered',
      from: ['preparing'],
      to: 'sent',
      by: governance,
      asks: [{ title: 'The copy', fields: ['answeredOn', 'sentHow', 'sentNote', 'toldOfRights'] }],
      sets: (_row, { actor }) => ({ answeredBy: actor.accountId }),
      checks: answeredProblems,
      unless: row =>
        notEntitled(row)
          ? 'The child could ask and does not agree that the parent does. Refuse the request'
          : row.searchedOn === null && 'The search is not recorded',
    },
    refuse: {
      label: 'Refuse the request',
      banner: 'The refusal is recorded',
      exceptional: true,
      from: ['received', 'identity', 'preparing', 'clarifying'],
      to: 'refused',
      by: governance,
      asks: [{ title: 'Refusal', fields: ['answeredOn', 'refusedWhy', 'refusedWords', 'toldOfRights'] }],
      sets: (_row, { actor }) => ({ answeredBy: actor.accountId }),
      checks: answeredProblems,
    },
    withdraw: {
      label: 'Record that it is taken back',
      exceptional: true,
      from: ['received', 'identity', 'preparing', 'clarifying'],
      to: 'withdrawn',
      by: governance,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy'] }],
    },
  },
})

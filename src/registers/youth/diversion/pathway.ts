import { pathway } from '../../../declare/pathway.ts'
import { diversion } from './record.ts'
import { completionProblems, decisionProblems, followUpOf, followUpProblems, startProblems } from './rules.ts'

const by = ['youth_justice_manager'] as const

export const diversionPathway = pathway(diversion, {
  starts: 'received',
  states: {
    received: { label: 'Received' },
    diverted: { label: 'Diverted' },
    supported: { label: 'Diverted, support ended' },
    followedUp: { label: 'Diverted, looked up after a year', closed: true },
    notDiverted: { label: 'Not diverted', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a young person for triage',
    banner: 'The young person is recorded for triage. A decision is due',
    by,
    asks: [
      { title: 'The young person', fields: ['youngPersonRef', 'ageAtTriage', 'sex', 'ethnicity'] },
      { title: 'What happened', fields: ['receivedOn', 'referredBy', 'offence', 'incidentOn', 'firstTime'] },
    ],
    checks: startProblems,
  },
  actions: {
    divert: {
      label: 'Divert the young person',
      banner: 'The young person is diverted. Say how the support went when it ends',
      from: ['received'],
      to: 'diverted',
      by,
      asks: [{ title: 'The decision', fields: ['decision', 'decidedOn', 'decisionNote', 'supportIn'] }],
      checks: row => decisionProblems(row, true),
      sets: row => ({ followUpFrom: followUpOf(row) }),
    },
    refuse: {
      label: 'Decide not to divert',
      banner: 'It is recorded that the young person is not diverted',
      from: ['received'],
      to: 'notDiverted',
      by,
      asks: [{ title: 'The decision', fields: ['decision', 'decidedOn', 'decisionNote'] }],
      checks: row => decisionProblems(row, false),
    },
    recordSupport: {
      label: 'Record how the support went',
      banner: 'It is recorded how the support went',
      from: ['diverted'],
      to: 'supported',
      by,
      asks: [{ title: 'The support', fields: ['completion', 'completedOn'] }],
      checks: completionProblems,
    },
    lookUp: {
      label: 'Record whether there was a further offence',
      banner: 'It is recorded whether there was a further offence',
      from: ['diverted', 'supported'],
      to: 'followedUp',
      by,
      asks: [{ title: 'A year later', fields: ['checkedOn', 'furtherOffence', 'furtherOffenceOn'] }],
      checks: followUpProblems,
    },
    sayWho: {
      label: 'Say which person on record it is',
      banner: 'The person is recorded',
      from: ['received', 'diverted', 'supported'],
      by,
      asks: [{ title: 'The person', fields: ['person'] }],
    },
    correct: {
      label: 'Correct what was recorded',
      from: ['received', 'diverted', 'supported'],
      by,
      asks: [
        { title: 'The young person', fields: ['youngPersonRef', 'ageAtTriage', 'sex', 'ethnicity'] },
        { title: 'What happened', fields: ['receivedOn', 'referredBy', 'offence', 'incidentOn', 'firstTime'] },
      ],
      checks: startProblems,
    },
    decideAgain: {
      label: 'Decide anew',
      banner: 'The decision is open again',
      exceptional: true,
      from: ['diverted', 'notDiverted'],
      to: 'received',
      by,
      sets: () => ({ decision: null, decidedOn: null, followUpFrom: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['received', 'diverted', 'supported', 'followedUp', 'notDiverted'],
      to: 'recordedInError',
      by,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})

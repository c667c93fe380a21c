import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  source: 'plan',
  sourceRef: '',
  plan: '',
  number: '3',
  madeOn: '2026-03-02',
  title: 'Use of research about bias',
  words: 'Use what research says about implicit bias in the training of all who decide about young people.',
  outcomeRequired: 'Decisions about young people are read for bias.',
  ownerPerson: '',
  ownerAgency: 'Metropolitan Police',
  dueOn: '2026-06-30',
  leadsAsWritten: 'Heads of service, forum leads',
  timescaleAsWritten: 'June 26/Ongoing',
  statusAsWritten: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const task = {
  task: 'Put a session on bias into the training of new starters',
  doneBy: '',
  doneByAgency: 'Metropolitan Police',
  doneWith: 'Training lead of the council',
  doneUntil: '2026-05-29',
}

export const examples: readonly (Example & { ends: 'accepted' | 'notAccepted' | 'superseded' | 'recordedInError' })[] =
  [
    {
      name: 'a recommendation with an action',
      at,
      by,
      start,
      deeds: [
        { action: 'correct', afterHours: 2, by, answers: { ...start, dueOn: '2026-07-31' } },
        {
          action: 'accept',
          afterHours: 30,
          by: 'agency_lead',
          answers: { answer: 'partly', answerWhy: 'For officers in schools first.' },
        },
        { action: 'agreeAction', afterHours: 40, by: 'agency_lead', answers: task },
      ],
      ends: 'accepted',
    },
    {
      name: 'a recommendation that is not accepted',
      at,
      by,
      start,
      deeds: [{ action: 'decline', afterHours: 30, by, answers: { declinedWhy: 'The law leaves no choice here.' } }],
      ends: 'notAccepted',
    },
    {
      name: 'a recommendation recorded in error',
      at,
      by,
      start,
      deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is of another plan' } }],
      ends: 'recordedInError',
    },
  ]

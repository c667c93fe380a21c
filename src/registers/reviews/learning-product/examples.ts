import type { Example } from '../../../declare/register.ts'

const at = '2026-01-12T10:00:00.000Z'
const by = 'partnership_manager'

export const briefing = {
  title: 'Seeing the age of a child',
  kind: 'sevenMinute',
  fromRef: '',
  learning: 'A child is a child, whatever they look like and however they speak.',
  madeBy: 'Whittington Health',
  audience: 'primaryCare; police',
  channel: 'meeting; web',
  issuedOn: '2026-01-12',
}
export const reach = { reachedOn: '2026-01-20', reached: '42', counted: 'signedIn' }
export const again = {
  auditedOn: '2026-11-20',
  changed: 'partly',
  changedHow: 'Nine of twelve records say how old the child is and how they were spoken to.',
  auditRef: 'AUD-26-00001',
}

export const examples: readonly (Example & { ends: 'looked' | 'withdrawn' | 'recordedInError' })[] = [
  {
    name: 'a briefing that is counted, evaluated and looked at again',
    at,
    by,
    start: briefing,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: briefing },
      { action: 'addReach', afterHours: 200, by, answers: reach },
      {
        action: 'evaluate',
        afterHours: 201,
        by,
        answers: { evaluatedOn: '2026-01-20', answered: '30', useful: '21', said: 'The example of the bus helped.' },
      },
      {
        action: 'openLearning',
        afterHours: 202,
        by,
        answers: {
          learner: 'Metropolitan Police',
          lesson: 'Write down how old the child is before you write what the child did.',
          learningOwner: 'Agency lead',
        },
      },
      { action: 'lookAgain', afterHours: 7750, by: 'audit_lead', answers: again },
    ],
    ends: 'looked',
  },
  {
    name: 'a newsletter that is withdrawn',
    at,
    by,
    start: { ...briefing, kind: 'newsletter', channel: 'email' },
    deeds: [{ action: 'withdraw', afterHours: 30, by, answers: { withdrawnWhy: 'The procedure has changed.' } }],
    ends: 'withdrawn',
  },
  {
    name: 'recorded in error',
    at,
    by,
    start: briefing,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is on record already' } }],
    ends: 'recordedInError',
  },
]

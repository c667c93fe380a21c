import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  title: 'Nobody audits neglect',
  couldHappen: 'Neglect is seen late, because nobody looks how it is worked with.',
  cause: 'No audit of neglect is planned, and training on it is not finished.',
  childrenGroup: 'Children who are neglected',
  priority: '',
  raisedOn: '2026-03-02',
  ownerPerson: '',
  ownerAgency: 'Metropolitan Police',
  firstLikelihood: '4',
  firstImpact: '4',
  firstWhy: 'Nobody knows of how many children this is true.',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const rating = { ratedOn: '2026-05-04', likelihood: '3', impact: '4', ratedWhy: 'An audit is planned for the summer.' }

export const examples: readonly (Example & { ends: 'open' | 'accepted' | 'closed' | 'recordedInError' })[] = [
  {
    name: 'a risk with a second rating and an action',
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 2, by, answers: { ...start, cause: 'No audit of neglect is planned.' } },
      { action: 'rate', afterHours: 1512, by: 'agency_lead', answers: rating },
      {
        action: 'agreeAction',
        afterHours: 1520,
        by: 'agency_lead',
        answers: {
          task: 'Plan an audit of neglect with four agencies',
          doneBy: '',
          doneByAgency: 'Metropolitan Police',
          doneUntil: '2026-07-31',
        },
      },
    ],
    ends: 'open',
  },
  {
    name: 'a risk that is accepted',
    at,
    by,
    start,
    deeds: [
      { action: 'accept', afterHours: 30, by: 'audit_lead', answers: { acceptedWhy: 'There is no money for it.' } },
    ],
    ends: 'accepted',
  },
  {
    name: 'a risk that is closed',
    at,
    by,
    start,
    deeds: [
      {
        action: 'close',
        afterHours: 30,
        by: 'audit_lead',
        answers: { closing: 'gone', closedNote: 'The audit is made each year now.' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'a risk recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is recorded twice' } }],
    ends: 'recordedInError',
  },
]

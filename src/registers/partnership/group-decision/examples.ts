import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'
import { exampleBoard } from '../../../fields/lists/partnership.ts'

const group = exampleBoard('Board of the decisions')
const start: Typed = {
  inGroup: '{group}',
  topic: 'Audits of neglect',
  decidedOn: '2026-02-26',
  meeting: '',
  supersedes: '',
  decision: 'Neglect is audited by all agencies together in the autumn.',
  why: 'No audit has looked at neglect for two years.',
  notTaken: 'Each agency audits by itself.',
  toBeTold: 'Quality assurance sub-group',
  reviewOn: '2026-06-30',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const before: Example['before'] = [
  { name: 'group', register: 'partnership_group', like: 'PGR-26-00001', by, start: group },
]

export const examples: readonly (Example & { ends: 'stands' | 'ended' | 'recordedInError' })[] = [
  {
    name: 'a decision with an action, a review and an end',
    before,
    at,
    by,
    start,
    deeds: [
      {
        action: 'correct',
        afterHours: 1,
        by,
        answers: {
          decision: 'Neglect is audited by all agencies together in October.',
          why: 'No audit has looked at neglect for two years.',
          notTaken: '',
          toBeTold: 'Quality assurance sub-group',
          reviewOn: '2026-05-29',
        },
      },
      {
        action: 'agreeAction',
        afterHours: 2,
        by,
        answers: {
          task: 'Write the questions of the audit',
          doneBy: '',
          doneByAgency: 'Metropolitan Police',
          doneUntil: '2026-05-01',
        },
      },
      { action: 'sayTold', afterHours: 24, by, answers: { toldOn: '2026-03-03' } },
      {
        action: 'review',
        afterHours: 200,
        by,
        answers: {
          reviewOnDay: '2026-03-10',
          reviewResult: 'stands',
          reviewNote: 'The questions are being written.',
          reviewAgain: '2026-09-30',
        },
      },
      {
        action: 'end',
        afterHours: 300,
        by,
        answers: { endedOn: '2026-03-13', endedWhy: 'An inspection looks at neglect instead.' },
      },
    ],
    ends: 'ended',
  },
  {
    name: 'a decision in place of an earlier one',
    before: [
      ...before,
      {
        name: 'earlier',
        register: 'group_decision',
        like: 'GDE-26-00001',
        by,
        start: { ...start, decidedOn: '2025-11-27' },
      },
    ],
    at,
    by,
    start: { ...start, supersedes: '{earlier}' },
    ends: 'stands',
  },
  {
    name: 'a decision recorded in error',
    before,
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 1, by, answers: { mistakenWhy: 'It was only a proposal.' } }],
    ends: 'recordedInError',
  },
]

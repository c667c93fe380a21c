import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  kind: 'youngPeopleForum',
  title: 'Spring forum',
  heldOn: '2026-03-02',
  area: 'Cally',
  whoCame: 'youngPeople',
  themes: ['police', 'safety'],
  came: '14',
  said: 'They are stopped on the way to school and nobody says why.',
  provider: '',
  contract: '',
  answerOwed: 'yes',
}
const at = '2026-03-03T10:00:00.000Z'
const by = 'youth_justice_manager'
const { answerOwed: _owed, ...corrected } = start

export const examples: readonly (Example & {
  ends: 'answered' | 'nothingOwed' | 'notAnswered' | 'recordedInError'
})[] = [
  {
    name: 'a forum that is answered',
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 2, by, answers: { ...corrected, came: '15' } },
      {
        action: 'answer',
        afterHours: 400,
        by,
        answers: {
          answeredOn: '2026-03-19',
          answered: 'The police come to the next forum and say why they stop people.',
        },
      },
    ],
    ends: 'answered',
  },
  {
    name: 'an outreach session',
    at,
    by: 'youth_safety_lead',
    start: {
      ...start,
      ...{ kind: 'outreach', title: 'Evening session', came: '', said: 'Not recorded', answerOwed: 'no' },
      ...{ provider: 'Whittington Health', contract: 'YS-2026-04' },
    },
    ends: 'nothingOwed',
  },
  {
    name: 'a forum that ends without an answer',
    at,
    by,
    start,
    deeds: [{ action: 'endWithout', afterHours: 3, by, answers: { noAnswerWhy: 'Nobody left a way to reach them.' } }],
    ends: 'notAnswered',
  },
  {
    name: 'a forum recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is recorded twice' } }],
    ends: 'recordedInError',
  },
]

import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const start: Typed = {
  kind: 'challenge',
  title: 'Few return home interviews are held',
  theme: 'missing',
  madeOn: '2026-03-02',
  judgement: 'disappointing',
  words: 'The offer is made as a routine, and few are held. I would like to see more of them.',
  quoted: 'Few of those offered were successful',
  figure: 'return_interviews_held_of_offers',
  figureFrom: '2025-01-01',
  figureTo: '2025-12-31',
  base: 'everything',
  otherFigure: 'return_interviews_held_of_concluded',
  toAgency: 'Metropolitan Police',
  toPerson: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'scrutineer'
const response = { response: 'Many offers had not come to an end.', willDo: 'A second visit for each, from May.' }
const answered = { action: 'respond', afterHours: 100, by: 'agency_lead', answers: response } as const

export const examples: readonly (Example & { ends: 'made' | 'answered' | 'closed' | 'recordedInError' })[] = [
  {
    name: 'a challenge that is answered, looked at again and closed',
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: { ...start, judgement: 'seeMore' } },
      answered,
      {
        action: 'promise',
        afterHours: 110,
        by,
        answers: { number: '1', promised: 'The figure of the summer', promisedFor: '2026-09-01' },
      },
      {
        action: 'recommend',
        afterHours: 111,
        by,
        answers: {
          recTitle: 'A second visit',
          recWords: 'Whoever was not reached is visited a second time.',
          recOutcome: '',
          recOwner: '',
          recAgency: 'Metropolitan Police',
          recDueOn: '2026-06-30',
        },
      },
      {
        action: 'followUp',
        afterHours: 4400,
        by,
        answers: { ofPromise: '1', followedOn: '2026-08-31', found: 'More of them are held.' },
      },
      {
        action: 'close',
        afterHours: 4410,
        by,
        answers: { outcome: 'improved', outcomeNote: 'The figure of the summer is higher.' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'a challenge whose answer is not enough',
    at,
    by,
    start,
    deeds: [
      answered,
      { action: 'askAgain', afterHours: 120, by, answers: { notEnoughWhy: 'By when will it be different?' } },
    ],
    ends: 'made',
  },
  {
    name: 'a challenge recorded in error',
    at,
    by,
    start,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It is recorded twice' } }],
    ends: 'recordedInError',
  },
]

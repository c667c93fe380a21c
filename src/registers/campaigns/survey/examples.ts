import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

export const ofParents: Typed = {
  title: 'Parents of children with a plan, autumn 2026',
  audience: 'parents',
  opensOn: '2026-10-05',
  closesOn: '2026-11-06',
}
export const rated = (respondent: string, question: string, rating: string): Typed => ({
  respondent,
  question,
  rating,
  said: '',
  mayQuote: '',
})
export const told = (respondent: string, question: string, said: string, mayQuote: string): Typed => ({
  respondent,
  question,
  rating: '',
  said,
  mayQuote,
})
const by = 'audit_lead'
const at = '2026-10-05T08:00:00.000Z'

export const examples: readonly (Example & { ends: 'reported' | 'cancelled' | 'recordedInError' })[] = [
  {
    name: 'a survey of parents, reported with a quote',
    at,
    by,
    start: ofParents,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: { ...ofParents, closesOn: '2026-11-13' } },
      { action: 'open', afterHours: 2, by },
      { action: 'addAnswer', afterHours: 30, by, answers: rated('1', 'S1', 'agree') },
      {
        action: 'addAnswer',
        afterHours: 31,
        by: 'partnership_manager',
        answers: told('1', 'S4', 'She rang when she said she would', 'yes'),
      },
      { action: 'close', afterHours: 900, by },
      { action: 'report', afterHours: 1000, by, answers: { findings: 'Keeping appointments matters most.' } },
    ],
    ends: 'reported',
  },
  {
    name: 'a survey that does not take place',
    at,
    by,
    start: ofParents,
    deeds: [{ action: 'cancel', afterHours: 3, by, answers: { cancelledWhy: 'Another service asks them now' } }],
    ends: 'cancelled',
  },
  {
    name: 'a survey recorded in error',
    at,
    by,
    start: ofParents,
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'Planned twice' } }],
    ends: 'recordedInError',
  },
]

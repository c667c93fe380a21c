import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const before: Example['before'] = [
  {
    name: 'priority',
    register: 'priority',
    like: 'PRI-26-00001',
    by: 'partnership_manager',
    start: {
      scheme: 'partnership',
      number: '2',
      title: 'Neglect',
      words: 'Address the impact of neglect on children.',
      writtenIn: '',
      fromDay: '2025-09-01',
      leadGroup: '',
      leadPerson: '',
      asked: ['Metropolitan Police'],
    },
  },
]
const start: Typed = {
  priority: '{priority}',
  givenBy: 'Metropolitan Police',
  title: 'Briefing on neglect for officers',
  evidenceOn: '2026-02-27',
  asWorded: '',
  whatDone: 'Every team had a briefing on what neglect looks like.',
  whatChanged: 'Reports of officers say more of the home than before.',
  sourceDocument: 'Half-yearly report to the partnership, page 3',
  strength: 'audit',
  figure: '',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'agency_lead'
const manager = 'partnership_manager'
const returned = {
  action: 'giveBack',
  afterHours: 60,
  by: manager,
  answers: { returnedWhy: 'How many teams, and how is it known?' },
} as const

export const examples: readonly (Example & { ends: 'accepted' | 'given' | 'returned' | 'withdrawn' })[] = [
  {
    name: 'evidence that is accepted',
    before,
    at,
    by,
    start,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: { ...start, strength: 'figure', figure: 'contacts' } },
      { action: 'accept', afterHours: 60, by: manager, answers: { acceptedWhy: 'Reports were read for it.' } },
    ],
    ends: 'accepted',
  },
  {
    name: 'evidence that is returned and given again',
    before,
    at,
    by,
    start,
    deeds: [returned, { action: 'giveAgain', afterHours: 90, by, answers: { ...start, strength: 'document' } }],
    ends: 'given',
  },
  {
    name: 'evidence that is withdrawn',
    before,
    at,
    by,
    start,
    deeds: [returned, { action: 'withdraw', afterHours: 80, by, answers: { withdrawnWhy: 'It is not known.' } }],
    ends: 'withdrawn',
  },
]

import type { Example } from '../../../declare/register.ts'

const at = '2026-01-12T10:00:00.000Z'

export const item = {
  origin: 'caseAudit',
  inspection: '',
  identifiedOn: '2026-01-12',
  finding: 'In four of ten reports the child was spoken to beside a parent.',
  lesson: 'Speak with the child alone, and write down what the child said in their own words.',
  learner: 'Metropolitan Police',
  owner: 'Police unit',
}

const passed = { passedOn: '2026-01-20', audience: 'frontLine', way: 'briefing', people: '42' }
const seen = { how: 'dipSample', seen: 'Ten reports of the last month were read.' }

export const examples: readonly (Example & { ends: 'embedded' | 'dropped' })[] = [
  {
    name: 'passed on, not learned by all, passed on again and learned',
    at,
    by: 'police_unit',
    start: item,
    deeds: [
      {
        action: 'change',
        afterHours: 1,
        by: 'police_unit',
        answers: { finding: item.finding, lesson: `${item.lesson} Say where you spoke.`, owner: 'Police unit' },
      },
      { action: 'passOn', afterHours: 200, by: 'police_unit', answers: passed },
      {
        action: 'checkNotReached',
        afterHours: 1500,
        by: 'police_unit2',
        answers: { ...seen, checkOn: '2026-03-10', checkReached: 'partly' },
      },
      {
        action: 'passOn',
        afterHours: 1700,
        by: 'police_unit',
        answers: { ...passed, passedOn: '2026-03-20', way: 'oneToOne', people: '' },
      },
      {
        action: 'check',
        afterHours: 3000,
        by: 'police_unit2',
        answers: { ...seen, checkOn: '2026-05-12', checkReached: 'reached' },
      },
    ],
    ends: 'embedded',
  },
  {
    name: 'dropped, because a new form asks for it',
    at,
    by: 'partnership_manager',
    start: { ...item, origin: 'review', owner: 'Police unit' },
    deeds: [
      {
        action: 'drop',
        afterHours: 30,
        by: 'partnership_manager',
        answers: { droppedWhy: 'The new form of the force asks for it by itself.' },
      },
    ],
    ends: 'dropped',
  },
]

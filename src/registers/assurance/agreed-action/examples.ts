import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

const ofPlan: Typed = {
  source: 'plan',
  sourceNote: 'Disproportionality plan, recommendation 3',
  item: '',
  meeting: '',
  agreedOn: '2026-03-02',
  task: 'Publish how often each search power is used, by age and ethnic group',
  outcomeRequired: 'Residents can see whether it is used fairly',
  ownerPerson: '',
  ownerAgency: 'Metropolitan Police',
  dueAt: '2026-06-30 17:00',
}
const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'

export const examples: readonly (Example & { ends: 'done' | 'cancelled' | 'duplicate' })[] = [
  {
    name: 'an action of a plan, agreed as done by somebody else',
    at,
    by,
    start: ofPlan,
    deeds: [
      {
        action: 'update',
        afterHours: 300,
        by: 'agency_lead',
        answers: { updatedOn: '2026-03-14', rating: 'amber', news: 'The data is there; the page is not.' },
      },
      { action: 'block', afterHours: 310, by: 'agency_lead', answers: { blockedWhy: 'No analyst until May' } },
      { action: 'unblock', afterHours: 900, by: 'agency_lead' },
      {
        action: 'report',
        afterHours: 1000,
        by: 'agency_lead',
        answers: { doneOn: '2026-04-12', result: 'The page is public.' },
      },
      {
        action: 'sendBack',
        afterHours: 1010,
        by,
        answers: { sentBackWhy: 'Ages under 15 are missing' },
      },
      {
        action: 'report',
        afterHours: 1100,
        by: 'agency_lead',
        answers: { doneOn: '2026-04-16', result: 'The page is public, all ages.' },
      },
      { action: 'agreeDone', afterHours: 1200, by },
    ],
    ends: 'done',
  },
  {
    name: 'an action that is given to somebody else and then cancelled',
    at,
    by,
    start: ofPlan,
    deeds: [
      {
        action: 'give',
        afterHours: 24,
        by,
        answers: {
          task: 'Publish how often each search power is used, by age and ethnic group',
          ownerPerson: '',
          ownerAgency: 'Whittington Health',
          dueAt: '2026-06-30 17:00',
          changedWhy: 'Entered for the wrong agency',
        },
      },
      { action: 'cancel', afterHours: 48, by, answers: { cancelledWhy: 'It belongs to the police after all' } },
    ],
    ends: 'cancelled',
  },
]

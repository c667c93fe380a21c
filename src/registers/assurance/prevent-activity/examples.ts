import type { Example } from '../../../declare/register.ts'

const at = '2026-02-02T10:00:00.000Z'

export const overview = {
  kind: 'overview',
  title: 'How the police deal with their Prevent duty',
  agency: 'Metropolitan Police',
  plannedOn: '2026-02-11',
}
const done = { doneOn: '2026-02-11', attended: '14', note: '', countsFrom: '', referrals: '', adopted: '' }

export const examples: readonly (Example & { ends: 'tookPlace' | 'cancelled' })[] = [
  {
    name: 'an overview for the Prevent board',
    at,
    by: 'police_unit',
    start: overview,
    deeds: [
      { action: 'recordDone', afterHours: 230, by: 'police_unit', answers: done },
      { action: 'putRight', afterHours: 231, by: 'police_unit', answers: { ...done, attended: '15' } },
    ],
    ends: 'tookPlace',
  },
  {
    name: 'counts of referrals of a quarter',
    at,
    by: 'agency_lead',
    start: { ...overview, kind: 'counts', title: 'Referrals, October to December', plannedOn: '2025-12-31' },
    deeds: [
      {
        action: 'recordDone',
        afterHours: 1,
        by: 'agency_lead',
        answers: {
          ...done,
          doneOn: '2025-12-31',
          attended: '',
          countsFrom: '2025-10-01',
          referrals: '6',
          adopted: '2',
        },
      },
    ],
    ends: 'tookPlace',
  },
  {
    name: 'training that did not take place',
    at,
    by: 'partnership_manager',
    start: { ...overview, kind: 'training', title: 'Training for new school governors' },
    deeds: [
      {
        action: 'cancel',
        afterHours: 240,
        by: 'partnership_manager',
        answers: { cancelledWhy: 'The trainer was ill. It is planned anew for May.' },
      },
    ],
    ends: 'cancelled',
  },
]

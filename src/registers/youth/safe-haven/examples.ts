import type { Example } from '../../../declare/register.ts'

/** A bakery that becomes a safe haven, is checked, and is looked at on the map. */
export const examples: readonly (Example & { ends: 'open' })[] = [
  {
    name: 'a bakery',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_safety_lead',
    start: {
      name: 'Marrow Street Bakery',
      kind: 'food',
      street: 'Marrow Street',
      ward: '',
      opens: 'Every day from 7 to 19',
      proposedOn: '2026-03-02',
    },
    deeds: [
      { action: 'open', afterHours: 48, by: 'youth_safety_lead', answers: { openedOn: '2026-03-04' } },
      {
        action: 'recordCheck',
        afterHours: 700,
        by: 'youth_safety_lead',
        answers: { checkedOn: '2026-03-30', checkFound: 'briefed', checkNote: '' },
      },
      {
        action: 'recordViews',
        afterHours: 750,
        by: 'youth_safety_lead',
        answers: { viewsUnit: 'pageView', viewsFrom: '2026-03-04', viewsTo: '2026-03-31', views: '7' },
      },
    ],
    ends: 'open',
  },
]

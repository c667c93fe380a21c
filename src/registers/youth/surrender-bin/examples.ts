import type { Example } from '../../../declare/register.ts'

/** A bin beside a church, emptied twice. */
export const examples: readonly (Example & { ends: 'inPlace' })[] = [
  {
    name: 'a bin beside a church',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_safety_lead',
    start: { site: 'Beside the church, Thistle Street', ward: '', placedOn: '2026-03-02' },
    deeds: [
      {
        action: 'recordEmptying',
        afterHours: 700,
        by: 'youth_safety_lead',
        answers: { emptiedOn: '2026-03-30', items: '31', otherItems: '4', countedBy: 'Warden and police officer' },
      },
      {
        action: 'recordEmptying',
        afterHours: 1900,
        by: 'youth_safety_lead',
        answers: { emptiedOn: '2026-05-18', items: '27', otherItems: '', countedBy: 'Warden and police officer' },
      },
    ],
    ends: 'inPlace',
  },
]

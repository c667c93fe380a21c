import type { Example } from '../../../declare/register.ts'

/** Graffiti on a bridge: a community resolution with support that is completed, and no further offence within a year. */
export const examples: readonly (Example & { ends: 'followedUp' | 'notDiverted' })[] = [
  {
    name: 'graffiti on a bridge',
    at: '2025-03-03T10:00:00.000Z',
    by: 'youth_justice_manager',
    start: {
      youngPersonRef: 'YJ-2025-031',
      ageAtTriage: '14',
      sex: 'male',
      ethnicity: 'WBRI',
      receivedOn: '2025-03-03',
      referredBy: 'police',
      offence: 'damage',
      incidentOn: '2025-02-22',
      firstTime: 'none',
    },
    deeds: [
      {
        action: 'divert',
        afterHours: 100,
        by: 'youth_justice_manager',
        answers: {
          decision: 'communityResolution',
          decidedOn: '2025-03-07',
          decisionNote: 'He said what he did, and wants to paint the wall with the youth club.',
          supportIn: '',
        },
      },
      {
        action: 'recordSupport',
        afterHours: 2400,
        by: 'youth_justice_manager',
        answers: { completion: 'completed', completedOn: '2025-06-10' },
      },
      {
        action: 'lookUp',
        afterHours: 9000,
        by: 'youth_justice_manager',
        answers: { checkedOn: '2026-03-12', furtherOffence: 'none', furtherOffenceOn: '' },
      },
    ],
    ends: 'followedUp',
  },
  {
    name: 'robbery with an injury',
    at: '2026-02-02T10:00:00.000Z',
    by: 'youth_justice_manager',
    start: {
      youngPersonRef: 'YJ-2026-007',
      ageAtTriage: '17',
      sex: 'male',
      ethnicity: 'NSTD',
      receivedOn: '2026-02-02',
      referredBy: 'police',
      offence: 'robbery',
      incidentOn: '',
      firstTime: 'some',
    },
    deeds: [
      {
        action: 'refuse',
        afterHours: 60,
        by: 'youth_justice_manager',
        answers: { decision: 'charge', decidedOn: '2026-02-04', decisionNote: 'The injury is too serious.' },
      },
    ],
    ends: 'notDiverted',
  },
]

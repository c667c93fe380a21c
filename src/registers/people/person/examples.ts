import type { Example } from '../../../declare/register.ts'

/** An invented girl, from the day she is recorded to the day her warning ends. */
export const examples: readonly (Example & { ends: 'current' })[] = [
  {
    name: 'a child with another name and a warning',
    at: '2026-03-02T10:00:00.000Z',
    by: 'screener',
    start: {
      kind: 'child',
      givenName: 'Imogen',
      familyName: 'Ashgrove-Bell',
      knownOn: '2026-03-02',
      birthKnown: 'exact',
      bornOn: '2016-05-14',
      expectedOn: '',
      sex: 'female',
      address: '4 Larkspur Walk',
      postcode: 'n1 9zz',
      nhsNumber: '943 476 5919',
      upn: '',
      whyNoUpn: '',
      gp: 'Copperbeech Surgery',
      searchedFor: '',
    },
    deeds: [
      {
        action: 'addName',
        afterHours: 1,
        by: 'screener',
        answers: { use: 'alias', nameGiven: 'Immy', nameFamily: 'Bell', since: '', until: '' },
      },
      {
        action: 'recordEthnicity',
        afterHours: 2,
        by: 'social_worker',
        answers: { ethnicity: 'MWBC', firstLanguage: 'English', interpreter: 'no' },
      },
      {
        action: 'addWarning',
        afterHours: 3,
        by: 'social_worker',
        answers: {
          warning: 'dog',
          warningText: 'A large dog is kept in the hall. Seen on 2 March 2026.',
          since: '2026-03-02',
          until: '',
          evidenced: 'yes',
        },
      },
    ],
    ends: 'current',
  },
]

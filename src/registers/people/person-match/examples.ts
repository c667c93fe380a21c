import type { Example } from '../../../declare/register.ts'

/** One boy recorded twice under two spellings: found, confirmed by a second person, and one record since. */
export const examples: readonly (Example & { ends: 'merged' })[] = [
  {
    name: 'one child under two spellings',
    at: '2026-03-04T09:00:00.000Z',
    by: 'business_support',
    before: [
      {
        name: 'first',
        register: 'person',
        like: 'PER-26-00001',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Yusuf',
          familyName: 'Birchall-Karim',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2014-02-09',
          expectedOn: '',
          sex: 'male',
          address: '',
          postcode: '',
          nhsNumber: '',
          upn: '',
          whyNoUpn: '',
          gp: '',
          searchedFor: '',
        },
      },
      {
        name: 'second',
        register: 'person',
        like: 'PER-26-00002',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Youssef',
          familyName: 'Birchall-Karim',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2014-02-09',
          expectedOn: '',
          sex: 'male',
          address: '',
          postcode: '',
          nhsNumber: '',
          upn: '',
          whyNoUpn: '',
          gp: '',
          searchedFor: 'Another spelling of the same name: not sure yet',
        },
      },
    ],
    start: { person: '{first}', other: '{second}', foundBy: 'person', foundAt: '2026-03-04 09:00' },
    deeds: [
      {
        action: 'saySame',
        afterHours: 1,
        by: 'screener',
        answers: { why: 'Same date of birth, school and mother. The school uses the second spelling.' },
      },
      { action: 'confirm', afterHours: 2, by: 'screening_manager' },
    ],
    ends: 'merged',
  },
]

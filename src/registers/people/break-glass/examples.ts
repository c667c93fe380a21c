import type { Example } from '../../../declare/register.ts'

/** A locked record opened at night, given back, and found right the next morning. */
export const examples: readonly (Example & { ends: 'reviewed' })[] = [
  {
    name: 'a child in hospital at night',
    at: '2026-03-06T22:00:00.000Z',
    by: 'screener',
    before: [
      {
        name: 'child',
        register: 'person',
        like: 'PER-26-00001',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Leopold',
          familyName: 'Quillhaven',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2011-01-17',
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
        name: 'restriction',
        register: 'restriction',
        like: 'RES-26-00003',
        by: 'information_governance',
        start: {
          person: '{child}',
          level: 'locked',
          reason: 'court',
          why: 'Order of the family court.',
          since: '2026-03-06',
          ask: 'Team manager',
        },
      },
    ],
    start: {
      restriction: '{restriction}',
      cause: 'danger',
      reason: 'He is in the emergency department, and the doctor asks who may take him home.',
    },
    deeds: [
      { action: 'giveBack', afterHours: 1, by: 'screener' },
      {
        action: 'review',
        afterHours: 60,
        by: 'information_governance',
        answers: { justified: 'yes', reviewNote: 'Opened for what was needed, and given back within the hour.' },
      },
    ],
    ends: 'reviewed',
  },
]

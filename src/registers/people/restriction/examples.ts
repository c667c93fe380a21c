import type { Example } from '../../../declare/register.ts'

/** The niece of a colleague: locked, one colleague named, and lifted when the aunt has left. */
export const examples: readonly (Example & { ends: 'lifted' })[] = [
  {
    name: 'the family of a colleague',
    at: '2026-03-05T09:00:00.000Z',
    by: 'information_governance',
    before: [
      {
        name: 'child',
        register: 'person',
        like: 'PER-26-00001',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Ottilie',
          familyName: 'Fernhough',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2012-08-30',
          expectedOn: '',
          sex: 'female',
          address: '',
          postcode: '',
          nhsNumber: '',
          upn: '',
          whyNoUpn: '',
          gp: '',
          searchedFor: '',
        },
      },
    ],
    start: {
      person: '{child}',
      level: 'locked',
      reason: 'colleague',
      why: 'Her aunt works in the contact team and asked for it.',
      since: '2026-03-05',
      ask: 'Team manager',
    },
    deeds: [
      {
        action: 'lift',
        afterHours: 24,
        by: 'information_governance',
        answers: { liftedWhy: 'Her aunt has left the council.' },
      },
    ],
    ends: 'lifted',
  },
]

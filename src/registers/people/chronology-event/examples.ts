import type { Example } from '../../../declare/register.ts'

/** A fall told by a hospital, which concerned two children. */
export const examples: readonly (Example & { ends: 'recorded' })[] = [
  {
    name: 'a fall that a hospital told of',
    at: '2026-03-09T09:00:00.000Z',
    by: 'social_worker',
    before: [
      {
        name: 'child',
        register: 'person',
        like: 'PER-26-00001',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Juniper',
          familyName: 'Wainfleet',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2019-07-07',
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
      happenedOn: '2026-03-01',
      approximate: 'exact',
      what: 'hospital',
      happened: 'Seen in the emergency department after a fall from a sofa. No worry about how it happened.',
      significance: 'routine',
      source: 'Whittington Health',
      sourceName: '',
    },
    ends: 'recorded',
  },
]

import type { Example } from '../../../declare/register.ts'

/** A support worker of a charity, who changes once and ends when the family moves. */
export const examples: readonly (Example & { ends: 'ended' })[] = [
  {
    name: 'a support worker of a charity',
    at: '2026-03-05T10:00:00.000Z',
    by: 'early_help_practitioner',
    before: [
      {
        name: 'father',
        register: 'person',
        like: 'PER-26-00005',
        by: 'screener',
        start: {
          kind: 'adult',
          givenName: 'Augustin',
          familyName: 'Tolliver-Reyes',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '1988-12-03',
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
    ],
    start: {
      person: '{father}',
      service: 'charity',
      serves: 'adult',
      agency: '',
      agencyName: 'Fathers at Home',
      professional: 'Rowena Achterberg',
      role: 'Support worker',
      reach: 'Telephone 020 7946 0123, Tuesdays and Thursdays',
      since: '2026-02-16',
      does: 'Sees him each week about work and money.',
    },
    deeds: [
      {
        action: 'changeProfessional',
        afterHours: 200,
        by: 'early_help_practitioner',
        answers: {
          professional: 'Idris Vanterpool',
          role: 'Support worker',
          reach: 'Telephone 020 7946 0123, Mondays',
          does: 'Sees him each week about work and money.',
        },
      },
      {
        action: 'end',
        afterHours: 800,
        by: 'early_help_practitioner',
        answers: { until: '2026-04-02', endedWhy: 'moved' },
      },
    ],
    ends: 'ended',
  },
]

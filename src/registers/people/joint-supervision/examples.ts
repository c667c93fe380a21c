import type { Before, Example } from '../../../declare/register.ts'

const nobody = {
  expectedOn: '',
  address: '',
  postcode: '',
  nhsNumber: '',
  upn: '',
  whyNoUpn: '',
  gp: '',
  searchedFor: '',
}

const people: readonly Before[] = [
  {
    name: 'mother',
    register: 'person',
    like: 'PER-26-00006',
    by: 'screener',
    start: {
      ...nobody,
      kind: 'adult',
      givenName: 'Rosalind',
      familyName: 'Petherbridge',
      knownOn: '2026-03-02',
      birthKnown: 'exact',
      bornOn: '1991-10-21',
      sex: 'female',
    },
  },
  {
    name: 'daughter',
    register: 'person',
    like: 'PER-26-00007',
    by: 'screener',
    start: {
      ...nobody,
      kind: 'child',
      givenName: 'Clementine',
      familyName: 'Petherbridge',
      knownOn: '2026-03-02',
      birthKnown: 'exact',
      bornOn: '2019-01-08',
      sex: 'female',
    },
  },
]

const involved = {
  serves: '',
  agency: '',
  professional: '',
  role: '',
  reach: '',
  does: '',
}

/** What has to be on record first: what the two are to each other, and a service for each. */
const whatStandsBetween: readonly Before[] = [
  {
    name: 'relationship',
    register: 'relationship',
    like: 'REL-26-00002',
    by: 'social_worker',
    start: {
      person: '{mother}',
      kind: 'parent',
      other: '{daughter}',
      nature: 'birth',
      partnership: '',
      parentalResponsibility: 'yes',
      responsibilityBy: 'mother',
      since: '2019-01-08',
      until: '',
      knownOn: '2026-03-02',
      toldBy: 'Birth certificate, seen at home',
      note: '',
    },
  },
  {
    name: 'childrens',
    register: 'involvement',
    like: 'INV-26-00002',
    by: 'social_worker',
    start: {
      ...involved,
      person: '{daughter}',
      service: 'childrensSocialCare',
      agencyName: 'Northgate Council',
      since: '2026-02-02',
    },
  },
  {
    name: 'adults',
    register: 'involvement',
    like: 'INV-26-00003',
    by: 'social_worker',
    start: {
      ...involved,
      person: '{mother}',
      service: 'adultMentalHealth',
      agencyName: 'Northgate Mental Health Trust',
      since: '2026-02-16',
    },
  },
]

/** A mother with a community mental health team and her daughter with a social worker: supervised together once, and ended. */
export const examples: readonly (Example & { ends: 'ended' })[] = [
  {
    name: 'a mother and her daughter, each with a service',
    at: '2026-03-06T10:00:00.000Z',
    by: 'social_worker',
    before: [...people, ...whatStandsBetween],
    start: {
      child: '{daughter}',
      adult: '{mother}',
      bothOpenOn: '2026-02-16',
      childLead: 'Social worker, team East',
      adultLead: 'Care coordinator, community team North',
      jointPlan: 'The two visit together each month.',
    },
    deeds: [
      {
        action: 'recordSupervision',
        afterHours: 100,
        by: 'social_worker',
        answers: {
          heldOn: '2026-03-10',
          present: 'Social worker and care coordinator, with both managers',
          agreed: 'Visits on different days of the week; the crisis plan names who fetches the child from school.',
        },
      },
      {
        action: 'end',
        afterHours: 900,
        by: 'social_worker',
        answers: { endedOn: '2026-04-10', endedWhy: 'adultsEnded' },
      },
    ],
    ends: 'ended',
  },
]

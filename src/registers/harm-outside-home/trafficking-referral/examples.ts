import type { Typed } from '../../../declare/input.ts'
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
const child = (name: string, like: string, givenName: string, familyName: string, bornOn: string): Before => ({
  name,
  register: 'person',
  like,
  by: 'screener',
  start: {
    ...nobody,
    kind: 'child',
    givenName,
    familyName,
    knownOn: '2026-02-02',
    birthKnown: 'exact',
    bornOn,
    sex: 'male',
  },
})

/** Invented. */
export const brought: Typed = {
  authority: 'islington',
  responder: 'council',
  identifiedAt: '2026-02-03 09:30',
  broughtOn: '2026-02-04',
  exploitation: 'criminal',
  place: 'uk',
  signs: 'Found in another town with money and a phone that were not his. Says that he has to pay back a debt.',
}
export const hearing: Typed = {
  heldOn: '2026-03-05',
  present: 'socialCare;police;health',
  chairIndependent: 'yes',
  hearingNote: 'All agree on what the phone and his words show.',
}

type Life = Example & { ends: 'found' }
export const examples: readonly Life[] = [
  {
    name: 'a boy whose case the panel decided at its first hearing',
    at: '2026-02-04T10:00:00.000Z',
    by: 'referral_mechanism_coordinator',
    before: [child('boy', 'PER-26-00023', 'Ignatius', 'Featherstonehaugh-Bly', '2010-01-15')],
    start: { ...brought, person: '{boy}' },
    deeds: [
      {
        action: 'refer',
        afterHours: 4,
        by: 'referral_mechanism_coordinator',
        answers: { referredOn: '2026-02-04', nrmNumber: 'INV/2026/0001' },
      },
      {
        action: 'referGuardian',
        afterHours: 5,
        by: 'referral_mechanism_coordinator',
        answers: { guardianReferredAt: '2026-02-04 14:00' },
      },
      { action: 'findBoth', afterHours: 720, by: 'referral_mechanism_coordinator', answers: hearing },
    ],
    ends: 'found',
  },
  {
    name: 'a boy of nearly 18, decided by the authority',
    at: '2026-02-04T11:00:00.000Z',
    by: 'referral_mechanism_coordinator',
    before: [child('nearlyAdult', 'PER-26-00024', 'Cuthbert', 'Oyelaran-Voss', '2008-05-02')],
    start: { ...brought, person: '{nearlyAdult}', place: 'abroad', exploitation: 'labour' },
    deeds: [
      {
        action: 'refer',
        afterHours: 2,
        by: 'referral_mechanism_coordinator',
        answers: { referredOn: '2026-02-04', nrmNumber: '' },
      },
      {
        action: 'exemptGuardian',
        afterHours: 3,
        by: 'referral_mechanism_coordinator',
        answers: { guardianNot: 'abroadOnly', guardianNotWords: '' },
      },
      {
        action: 'authorityReasonable',
        afterHours: 130,
        by: 'referral_mechanism_coordinator',
        answers: { reasonableOn: '2026-02-09' },
      },
      {
        action: 'authorityConclusive',
        afterHours: 1200,
        by: 'referral_mechanism_coordinator',
        answers: { conclusiveOn: '2026-03-11' },
      },
    ],
    ends: 'found',
  },
]

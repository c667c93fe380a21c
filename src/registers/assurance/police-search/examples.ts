import type { Example } from '../../../declare/register.ts'

const at = '2026-03-04T18:00:00.000Z'

export const search = {
  policeReference: 'INV-26-S-40031',
  searchedAt: '2026-03-04 16:20',
  kind: 'stopAndSearch',
  place: 'street',
  ward: '',
  childNumber: 'INV-N-7001',
  age: '15',
  sex: 'male',
  ethnicity: 'BAFR',
  grounds: 'drugs',
  found: 'nothing',
  result: 'noAction',
  footage: 'recorded',
  authorisedBy: '',
  adult: '',
  adultAbsentWhy: '',
  parentTold: 'told',
}

export const stripSearch = {
  ...search,
  policeReference: 'INV-26-S-40055',
  kind: 'custodyStrip',
  place: 'station',
  childNumber: 'INV-N-7002',
  age: '16',
  grounds: 'arrested',
  authorisedBy: 'inspector',
  adult: 'present',
}

export const referral = {
  givenName: 'Remington',
  familyName: 'Example-Ward',
  bornOn: '2009-11-02',
  worry: 'harmOutsideHome',
  whatHappened:
    'He was searched in custody with his aunt there. He was quiet and said that he owes money to older boys.',
  safeNow: 'notKnown',
  familyKnows: 'His aunt was told on the evening of the search.',
  consent: 'agreed',
  whyNotSought: '',
}

const reviewed = {
  footageReviewedOn: '2026-03-06',
  footageSeenBy: 'supervisor; youthJustice',
  footageFinding: 'learning',
  footageNote: 'The grounds were explained late.',
}

export const examples: readonly (Example & { ends: 'recorded' | 'closed' | 'recordedInError' })[] = [
  {
    name: 'a stop and search that the young person complained of',
    at,
    by: 'police_unit',
    start: search,
    deeds: [
      { action: 'correct', afterHours: 1, by: 'police_unit', answers: { ...search, ward: 'Invented Ward' } },
      {
        action: 'recordComplaint',
        afterHours: 40,
        by: 'police_unit',
        answers: { complainedOn: '2026-03-05', complaintFrom: 'youthJustice' },
      },
      { action: 'reviewFootage', afterHours: 60, by: 'police_unit', answers: reviewed },
      {
        action: 'answerComplaint',
        afterHours: 200,
        by: 'police_unit',
        answers: { complaintOutcome: 'partly', complaintEndedOn: '2026-03-12' },
      },
      { action: 'close', afterHours: 201, by: 'police_unit' },
      { action: 'reopen', afterHours: 300, by: 'police_unit' },
      { action: 'close', afterHours: 301, by: 'police_unit' },
    ],
    ends: 'closed',
  },
  {
    name: 'a strip search in custody, with an appropriate adult; the child is referred',
    at,
    before: [
      {
        name: 'child',
        register: 'person',
        like: 'PER-26-00042',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Remington',
          familyName: 'Example-Ward',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2009-11-02',
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
    by: 'police_unit',
    start: stripSearch,
    deeds: [
      { action: 'refer', afterHours: 2, by: 'police_unit', answers: referral },
      { action: 'sayWho', afterHours: 5, by: 'screener', answers: { person: '{child}' } },
      {
        action: 'reviewFootage',
        afterHours: 60,
        by: 'police_unit',
        answers: { ...reviewed, footageFinding: 'proper', footageNote: '' },
      },
      { action: 'close', afterHours: 61, by: 'police_unit' },
    ],
    ends: 'closed',
  },
  {
    name: 'a search of an adult, recorded in error',
    at,
    by: 'police_unit',
    start: { ...search, policeReference: 'INV-26-S-40060', childNumber: '' },
    deeds: [
      {
        action: 'markMistaken',
        afterHours: 3,
        by: 'police_unit',
        answers: { mistakenWhy: 'The person was nineteen.' },
      },
    ],
    ends: 'recordedInError',
  },
]

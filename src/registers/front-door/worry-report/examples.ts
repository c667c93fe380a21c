import type { Typed } from '../../../declare/input.ts'

/** Invented people only. */
export const written: Typed = {
  safeNow: 'yes',
  spokenTo: '',
  spokenAt: '',
  notReached: '',
  whatHappened: 'On Monday Tomi told Miss Bell that his uncle "got cross", and showed a bruise on his arm.',
  childWords: 'He got cross and I fell.',
  worry: 'physicalHarm',
  household: 'Mother, uncle and two children.',
  familyKnows: 'notTold',
  familySaid: '',
  whyNotTold: 'moreRisk',
  whyNotToldWords: '',
  consent: 'notSought',
  whyNotSought: 'riskOfHarm',
  consentBy: '',
  doneSoFar: 'We spoke to Tomi and wrote down what he said.',
  helpNow: '',
  job: 'Designated safeguarding lead',
  telephone: '020 7946 0101',
  reachedWhen: '',
}

export const child: Typed = {
  givenName: 'Tomi',
  familyName: 'Example-Bello',
  born: 'yes',
  bornOn: '2020-05-14',
  expectedOn: '',
  sex: 'male',
  ethnicity: 'BAFR',
  language: 'Yoruba',
  interpreter: 'no',
  disability: 'no',
  sameAddress: '',
  address: '12 Elm Road, N7',
  school: 'Holly Lane Primary',
  whereNow: 'In class at school',
  whereUntil: '3:15pm',
}

export const brother: Typed = {
  ...child,
  givenName: 'Ade',
  bornOn: '2022-08-02',
  sameAddress: 'yes',
  address: '',
  whereNow: 'At home, as far as we know',
  whereUntil: '',
}

/** What the police add to a report of a child coming to notice. */
export const police: Typed = {
  incidentReference: 'CTN-26-0815',
  spokenAlone: 'all',
  exploitation: 'notSuspected',
  intelligence: 'complete',
  grade: 'amber',
}

export const examples = [
  {
    name: 'a report about two brothers, sent',
    at: '2026-05-12T09:00:00.000Z',
    by: 'setting_lead',
    start: written,
    deeds: [
      { action: 'addChild', afterHours: 0, by: 'setting_lead', answers: child },
      { action: 'addChild', afterHours: 0, by: 'setting_lead', answers: brother },
      {
        action: 'addAdult',
        afterHours: 0,
        by: 'setting_lead',
        answers: {
          adultName: 'Ronke Example-Bello',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          adultTelephone: '020 7946 0155',
          safeContact: '',
        },
      },
      { action: 'send', afterHours: 0, by: 'setting_lead' },
    ],
    ends: 'sent' as const,
  },
  {
    name: 'a report of the police about a child coming to notice',
    at: '2026-05-12T09:00:00.000Z',
    by: 'referrer',
    start: { ...written, job: 'Police constable' },
    deeds: [
      { action: 'addChild', afterHours: 0, by: 'referrer', answers: child },
      { action: 'addPolice', afterHours: 0, by: 'referrer', answers: police },
      { action: 'send', afterHours: 0, by: 'referrer' },
    ],
    ends: 'sent' as const,
  },
  {
    name: 'a report that is still being written',
    at: '2026-05-12T09:00:00.000Z',
    by: 'referrer',
    start: written,
    ends: 'writing' as const,
  },
]

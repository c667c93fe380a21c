import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** Invented people only. */
export const referral: Typed = {
  referredOn: '2026-03-05',
  referredBy: 'Metropolitan Police',
  criterion: 'visible',
  consent: 'notAsked',
  whyWithout: 'She was in hospital; the risk of serious harm is high',
  adultPerson: '',
  adultGiven: 'Marguerite',
  adultFamily: 'Example-Sorrel',
  adultBornOn: '1993-02-11',
  adultSex: 'female',
  adultAddress: '3 Invented Mews',
  adultTelephone: '020 7946 0999',
  safeContact: 'By text after 2pm only',
  housing: 'council',
  harmPerson: '',
  harmGiven: 'Leander',
  harmFamily: 'Example-Bracken',
  harmBornOn: '',
  relation: 'formerPartner',
}

const incident: Typed = {
  happenedAt: '2026-03-05 01:20',
  toldBy: 'police',
  policeReference: 'INV-26-104488',
  what: 'strangulation',
  account: 'He held her by the throat. A neighbour called the police.',
  score: '15',
  judgement: 'high',
}

export const examples: readonly (Example & { ends: 'referred' | 'recordedInError' })[] = [
  {
    name: 'a case of high risk, waiting for the meeting',
    at: '2026-03-05T11:00:00.000Z',
    by: 'police_unit',
    start: referral,
    deeds: [{ action: 'addIncident', afterHours: 0.2, by: 'police_unit', answers: incident }],
    ends: 'referred',
  },
  {
    name: 'a case that was recorded twice',
    at: '2026-03-05T12:00:00.000Z',
    by: 'meeting_officer',
    start: referral,
    deeds: [
      {
        action: 'markMistaken',
        afterHours: 1,
        by: 'meeting_officer',
        answers: { mistakenWhy: 'The police had recorded the same case' },
      },
    ],
    ends: 'recordedInError',
  },
]

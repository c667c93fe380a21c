import type { Typed } from '../../../declare/input.ts'

/** Invented people only. Used by tests, the import template and the API's examples. */
export const reception: Typed = {
  receivedAt: '2026-05-12 09:40',
  channel: 'form',
  source: '2A',
  referrerName: 'R. Okafor, designated safeguarding lead',
  referrerAgency: 'Holly Lane Primary',
  referrerContact: '020 7946 0101',
  givenName: 'Tomi',
  familyName: 'Example-Bello',
  bornOn: '2020-05-14',
  expectedOn: '',
  sex: 'male',
  ethnicity: 'BAFR',
  address: '12 Elm Road, N7',
  ward: 'Holloway',
  school: 'Holly Lane Primary',
  worry: 'physicalHarm',
  whatHappened: 'On Monday Tomi told his teacher that his uncle "got cross" and showed a bruise on his arm.',
  safeNow: 'yes',
  familyKnows: 'The school has not spoken to the family about this yet.',
  consent: 'notSought',
  whyNotSought: 'riskOfHarm',
  consentBy: '',
}

const asked: Typed = {
  decisionBefore: 'earlyHelp',
  agenciesAsked: 'Metropolitan Police; Whittington Health',
  checkBasis: 'significantHarm',
  checkPeople: 'Tomi Example-Bello, born 14 May 2020; 12 Elm Road',
  checkQuestion: 'Previous incidents at the address; injuries seen?',
}

const decided: Typed = {
  decision: 'childInNeed',
  threshold: 'level3',
  passedTo: 'Children in need, team East',
  rationale: 'A bruise with an explanation that does not fit, and two earlier incidents known to the police.',
  referrerText: 'We will carry out an assessment. Please keep us told of anything new.',
}

export const examples = [
  {
    name: 'a new contact',
    at: '2026-05-12T09:00:00.000Z',
    by: 'screener',
    start: reception,
    ends: 'received' as const,
  },
  {
    name: 'a contact that checks changed, agreed and handed over',
    at: '2026-05-12T09:00:00.000Z',
    by: 'screener',
    start: reception,
    deeds: [
      {
        action: 'setUrgency',
        afterHours: 0.5,
        by: 'screener',
        answers: { urgency: 'amber', urgencyWhy: 'A bruise; safe at school today' },
      },
      {
        action: 'matchChild',
        afterHours: 0.6,
        by: 'screener',
        answers: { match: 'newChild', person: '', matchWhy: 'No child of that name or birthday' },
      },
      { action: 'askAgencies', afterHours: 1, by: 'screener', answers: asked },
      { action: 'decide', afterHours: 5, by: 'screener', answers: decided },
      {
        action: 'agree',
        afterHours: 6,
        by: 'screening_manager',
        answers: { informationSought: 'enough', agreementNote: '' },
      },
      {
        action: 'tellReferrer',
        afterHours: 6.5,
        by: 'screener',
        answers: { feedbackHow: 'email', feedbackWhyNot: '' },
      },
      {
        action: 'acceptHandOver',
        afterHours: 8,
        by: 'screener',
        answers: { acceptedAt: '2026-05-12 16:30', acceptedByName: 'S. Patel' },
      },
      { action: 'close', afterHours: 9, by: 'screener' },
    ],
    ends: 'closed' as const,
  },
]

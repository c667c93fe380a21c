import type { Example } from '../../../declare/register.ts'

const at = '2026-02-10T10:00:00.000Z'
const by = 'partnership_manager'

export const incident = {
  pseudonym: 'Child K',
  awareOn: '2026-02-09',
  happenedOn: '2026-02-07',
  harm: 'seriousHarm',
  abuse: 'yes',
  age: '15',
  ageIn: 'years',
  care: 'neither',
  place: 'ownArea',
  deathKnownAt: '',
}
export const death = {
  ...incident,
  pseudonym: 'Child L',
  harm: 'death',
  age: '11',
  ageIn: 'weeks',
  deathKnownAt: '2026-02-08 07:30',
}

export const why = { notifyWhy: 'A wound that leaves lasting damage. Others had asked the child to carry things.' }
export const asked = { askedAgency: 'Metropolitan Police', askedOn: '2026-02-12', answerBy: '2026-02-20' }
export const part = {
  answeredAgency: 'Metropolitan Police',
  answeredOn: '2026-02-19',
  known: 'yes',
  answerNote: 'Chronology and analysis, by secure e-mail',
}
export const review = {
  facts: 'The child was met by others after school and hurt.',
  immediateAction: 'A safe place for the child and a sister; patrols near the school.',
  potential: 'How three services saw the same worry without telling each other.',
  familyView: 'The mother had asked for help twice.',
  dissent: '',
}
export const decision = {
  madeOn: '2026-02-25',
  decision: 'rapidReviewOnly',
  improvements: 'yes',
  themes: 'yes',
  together: 'no',
  panelThinks: 'no',
  equality: 'The child is Black. Whether adults saw them as older than they were was not asked.',
  decisionWhy: 'The learning is clear and is being acted on.',
  changedWhy: '',
}
export const letter = {
  letterOn: '2026-03-16',
  direction: 'fromPanel',
  letterKind: 'disagrees',
  letterWords: 'The Panel believes that there are compelling reasons for a local review.',
}
export const anew = {
  ...decision,
  madeOn: '2026-03-20',
  decision: 'localReview',
  panelThinks: 'yes',
  equality: 'How ethnicity and age shaped what adults saw, and the step to adult services.',
  decisionWhy: 'The Panel has shown what we had not weighed.',
  changedWhy: 'We had not weighed equality, diversity and inclusion.',
}

const notified = [
  { action: 'decideToNotify', afterHours: 2, by, answers: why },
  { action: 'notify', afterHours: 30, by, answers: { notifiedOn: '2026-02-11' } },
] as const

export const examples: readonly (Example & { ends: 'closed' | 'notNotified' | 'answered' | 'recordedInError' })[] = [
  {
    name: 'a child seriously harmed, whose rapid review the Panel sees differently',
    at,
    by: 'screening_manager',
    start: incident,
    deeds: [
      ...notified,
      { action: 'tellPartners', afterHours: 31, by, answers: { partnersToldOn: '2026-02-11' } },
      { action: 'askAgency', afterHours: 55, by, answers: asked },
      { action: 'answer', afterHours: 220, by: 'agency_lead', answers: part },
      { action: 'writeReview', afterHours: 330, by, answers: review },
      { action: 'decide', afterHours: 365, by, answers: decision },
      { action: 'send', afterHours: 390, by, answers: { sentOn: '2026-02-26' } },
      { action: 'recordAnswer', afterHours: 830, by, answers: letter },
      { action: 'decide', afterHours: 920, by, answers: anew },
      { action: 'openReview', afterHours: 930, by },
      {
        action: 'close',
        afterHours: 1000,
        by: 'audit_lead',
        answers: { closedNote: 'The review is open, and its recommendations will be followed there.' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'a death on which the Panel asks to reconsider, so that there is no rapid review',
    at,
    by: 'screening_manager',
    start: death,
    deeds: [
      {
        action: 'tellChildDeath',
        afterHours: 1,
        by: 'screening_manager',
        answers: { childDeathToldAt: '2026-02-08 15:00' },
      },
      ...notified,
      {
        action: 'recordLetter',
        afterHours: 200,
        by,
        answers: { ...letter, letterOn: '2026-02-18', letterKind: 'asksToReconsider' },
      },
      {
        action: 'makeNoReview',
        afterHours: 230,
        by,
        answers: { noReviewOn: '2026-02-19', noReviewWhy: 'The criteria are not met in full.' },
      },
      {
        action: 'decide',
        afterHours: 231,
        by,
        answers: { ...decision, madeOn: '2026-02-19', decision: 'managementReview' },
      },
      { action: 'openReview', afterHours: 232, by },
    ],
    ends: 'answered',
  },
  {
    name: 'considered and not notified',
    at,
    by: 'screening_manager',
    start: { ...incident, pseudonym: 'Child M', harm: 'neither' },
    deeds: [
      {
        action: 'decideNotToNotify',
        afterHours: 20,
        by,
        answers: { notNotifiedWhy: 'The injury heals without lasting harm, and nothing points to abuse or neglect.' },
      },
    ],
    ends: 'notNotified',
  },
  {
    name: 'recorded in error',
    at,
    by,
    start: { ...incident, pseudonym: 'Child N' },
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'The child lives elsewhere' } }],
    ends: 'recordedInError',
  },
]

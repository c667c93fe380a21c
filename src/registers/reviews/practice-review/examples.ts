import type { Example } from '../../../declare/register.ts'

const at = '2026-03-02T10:00:00.000Z'
const by = 'partnership_manager'
const other = 'audit_lead'

export const begun = {
  incident: '',
  name: 'Child R',
  kind: 'localReview',
  decidedOn: '2026-03-02',
  instance: 'panel',
}
export const reviewer = {
  reviewer: 'A reviewer of another area',
  reviewerFrom: 'Independent',
  independent: 'independent',
  declaredOn: '2026-03-03',
}
export const enquiry = { enquiryNumber: '1', enquiry: 'How did adults see the age of the child, and what followed?' }
export const terms = {
  terms: 'The two years before. The mother and an aunt take part.',
  chronologiesDueOn: '2026-04-10',
}
export const asked = { askedAgency: 'Metropolitan Police', askedOn: '2026-03-09' }
export const received = { receivedAgency: 'Metropolitan Police', receivedOn: '2026-03-20', receivedNote: '' }
export const recommended = {
  recNumber: '1',
  recTitle: 'Training about adultification',
  recWords: 'Make adultification part of the training of everybody who meets young people.',
  recOutcome: 'Children are seen as the age they are.',
  recOwner: '',
  recAgency: 'Metropolitan Police',
  recDueOn: '2026-12-31',
}
export const text = {
  reportText: 'A child of Canal Street School was 15 years old. Agencies knew the child and met too late.',
}
export const published = {
  publishedOn: '2026-08-20',
  publishedAt: 'https://partnership.example/reviews/child-r',
  availableUntil: '2027-08-20',
}

/** Hours after the beginning at which it is ten in the morning some days later. */
const day = (days: number): number => days * 24 + 1

const setUp = [
  { action: 'addReviewer', afterHours: day(1), by, answers: reviewer },
  { action: 'addEnquiry', afterHours: day(2), by, answers: enquiry },
  { action: 'setTerms', afterHours: day(3), by, answers: terms },
] as const

export const examples: readonly (Example & { ends: 'closed' | 'finished' | 'stopped' | 'recordedInError' })[] = [
  {
    name: 'a review that is published',
    at,
    by,
    start: begun,
    deeds: [
      ...setUp,
      { action: 'askAgency', afterHours: day(7), by, answers: asked },
      { action: 'receive', afterHours: day(18), by: 'agency_lead', answers: received },
      {
        action: 'addDelay',
        afterHours: day(40),
        by,
        answers: {
          delayFrom: '2026-04-10',
          delayWhy: 'criminal',
          delayNote: 'The trial of an adult waits for the court.',
          meanwhile: 'The form for schools is changed already.',
        },
      },
      { action: 'writeText', afterHours: day(100), by, answers: text },
      {
        action: 'confirmText',
        afterHours: day(101),
        by: other,
        answers: { confirmWhy: 'The school agreed, and there are hundreds of that age there.' },
      },
      { action: 'planPublication', afterHours: day(102), by, answers: { plannedOn: '2026-08-20' } },
      { action: 'sendCopy', afterHours: day(150), by, answers: { copySentOn: '2026-07-30' } },
      { action: 'publish', afterHours: day(171), by, answers: published },
      {
        action: 'close',
        afterHours: day(300),
        by: other,
        answers: { embedded: 'It recommended nothing that was not followed elsewhere already.' },
      },
    ],
    ends: 'closed',
  },
  {
    name: 'an internal management review with a recommendation',
    at,
    by,
    start: { ...begun, name: 'Child S', kind: 'managementReview', instance: 'partnership' },
    deeds: [
      ...setUp,
      { action: 'recommend', afterHours: day(60), by, answers: recommended },
      {
        action: 'finish',
        afterHours: day(61),
        by,
        answers: {
          notPublishedWhy: 'It is internal, and the family asked for quiet.',
          improvements: 'All agencies were told what has to become better.',
        },
      },
    ],
    ends: 'finished',
  },
  {
    name: 'a review that is stopped',
    at,
    by,
    start: { ...begun, name: 'Child T' },
    deeds: [{ action: 'stop', afterHours: 50, by: other, answers: { stoppedWhy: 'Another area reviews it.' } }],
    ends: 'stopped',
  },
  {
    name: 'recorded in error',
    at,
    by,
    start: { ...begun, name: 'Child U' },
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'It was recorded twice' } }],
    ends: 'recordedInError',
  },
]

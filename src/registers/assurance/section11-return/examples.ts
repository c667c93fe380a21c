import type { Typed } from '../../../declare/input.ts'
import { section11Sets } from './questionSet.ts'

/** Invented agencies' answers only. Used by tests, the import template and the API's examples. */
export const round: Typed = {
  askedOf: 'Metropolitan Police',
  round: '2026-27',
  sentOn: '2026-09-07',
  dueOn: '2026-10-30',
}

export const met = (standard: string): Typed => ({
  standard,
  rating: 'met',
  evidence: 'Training records and the minutes of the safeguarding board, June 2026',
})

export const partlyMet = (standard: string, actionDueOn: string): Typed => ({
  standard,
  rating: 'partiallyMet',
  evidence: 'Dip sample of 20 files: 14 show that children were asked for their views',
  action: 'Write the views of children into the template for service reviews',
  actionOwner: 'Head of Quality',
  actionDueOn,
})

const deed = (action: string, afterHours: number, by: string, answers?: Typed) => ({
  action,
  afterHours,
  by,
  ...(answers === undefined ? {} : { answers }),
})

const day = 24
const everyStandard = section11Sets[0]?.questions.map(question => question.code) ?? []

/** All standards answered in one sitting; those named are partially met, with an action. */
const answered = (by: string, afterHours: number, partly: Readonly<Record<string, string>>) =>
  everyStandard.map((code, at) =>
    deed('answer', afterHours + at / 10, by, partly[code] === undefined ? met(code) : partlyMet(code, partly[code])),
  )

const moderated = (afterHours: number, ratings: Readonly<Record<string, Typed>>) =>
  everyStandard.map((code, at) =>
    deed('moderate', afterHours + at / 10, 'audit_lead', {
      moderatedStandard: code,
      moderatedRating: 'met',
      ...ratings[code],
    }),
  )

const at = '2026-09-07T08:00:00.000Z'

export const examples = [
  {
    name: 'sent, and not started when the reminder goes out',
    at,
    by: 'partnership_manager',
    start: { ...round, askedOf: 'Holly Lane Primary' },
    deeds: [deed('remind', 40 * day, 'audit_lead')],
    ends: 'sent' as const,
  },
  {
    name: 'answered, sent back for an action, moderated and signed off, so that its actions stand on the list of all actions',
    at,
    by: 'audit_lead',
    start: round,
    deeds: [
      ...answered('agency_lead', 20 * day, { 4: '2027-01-29' }),
      deed('submit', 21 * day, 'agency_lead', { returnNote: 'Standard 6 is waiting for a new policy' }),
      deed('sendBack', 25 * day, 'audit_lead', {
        sentBackStandards: '6',
        sentBackWhy: 'The evidence shows two volunteers without checks. Please add an action',
      }),
      deed('answer', 28 * day, 'agency_lead', partlyMet('6', '2026-12-18')),
      deed('submit', 29 * day, 'agency_lead'),
      ...moderated(35 * day, {
        4: { moderatedRating: 'notMet', moderationWhy: 'None of the reviews since June asked a child' },
        6: { moderatedRating: 'partiallyMet' },
      }),
      deed('finishModeration', 36 * day, 'audit_lead', {
        moderationSummary: 'Strong on training; children’s views are not yet in service reviews',
      }),
      deed('signOff', 40 * day, 'agency_lead3', { position: 'Commander', declared: 'yes' }),
    ],
    ends: 'signedOff' as const,
  },
  {
    name: 'submitted late, with one standard that does not apply',
    at,
    by: 'audit_lead',
    start: { ...round, askedOf: 'Whittington Health' },
    deeds: [
      ...answered('agency_lead2', 55 * day, { 7: '2027-03-31' }),
      deed('answer', 56 * day, 'agency_lead2', {
        standard: '8',
        rating: 'notApplicable',
        whyNotApplicable: 'The service holds no records of children',
      }),
      deed('submit', 57 * day, 'agency_lead2', { returnNote: '' }),
    ],
    ends: 'submitted' as const,
  },
  {
    name: 'withdrawn from an agency that provides no service here',
    at,
    by: 'partnership_manager',
    start: { ...round, askedOf: 'Canal Street School', dueOn: '' },
    deeds: [
      deed('withdraw', 5 * day, 'partnership_manager', {
        withdrawnWhy: 'nilService',
        withdrawnNote: 'The contract ended in July 2026',
      }),
    ],
    ends: 'withdrawn' as const,
  },
  {
    name: 'not returned, although it was reminded',
    at: '2023-09-04T08:00:00.000Z',
    by: 'partnership_manager',
    start: {
      askedOf: 'Larkspur House',
      round: '2023-24',
      sentOn: '2023-09-04',
      dueOn: '2023-10-31',
    },
    deeds: [
      deed('recordNoReply', 60 * day, 'partnership_manager', {
        noReplyWhy: 'Telephoned twice. The chief executive is asked',
      }),
    ],
    ends: 'notReturned' as const,
  },
  {
    name: 'met in every standard, signed off and closed',
    at: '2024-09-02T08:00:00.000Z',
    by: 'audit_lead',
    start: { ...round, round: '2024-25', sentOn: '2024-09-02', dueOn: '2024-10-31' },
    deeds: [
      ...answered('agency_lead', 20 * day, {}),
      deed('submit', 21 * day, 'agency_lead', { returnNote: '' }),
      ...moderated(35 * day, {}),
      deed('finishModeration', 36 * day, 'audit_lead', {
        moderationSummary: 'Met throughout, with evidence that was seen',
      }),
      deed('signOff', 40 * day, 'agency_lead3', { position: 'Commander', declared: 'yes' }),
      deed('close', 41 * day, 'audit_lead'),
    ],
    ends: 'closed' as const,
  },
]

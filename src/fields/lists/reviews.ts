import { agency, date, longText, optional, sometimes, staff, text, wholeNumber } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'

/** What registers of reviews, inspections and learning have in common. Codes are for ever; words may change. */

/** Those who bring a review to its end besides whoever keeps it: nobody ends their own work. */
export const endsReviews = ['partnership_manager', 'audit_lead'] as const

export const reviewKinds = {
  localReview: 'Local child safeguarding practice review',
  managementReview: 'Internal management review',
} as const

export const reviewOutcomes = { rapidReviewOnly: 'Rapid review only', ...reviewKinds } as const

/** A number that a point, a key line of enquiry or a recommendation has in its source. */
export const numbered = (question: string, label: string, hint: string) =>
  wholeNumber(question, { label, min: 1, max: 99, hint, missing: 'Enter the number' })

/** A recommendation as the one register of recommendations gets it. */
export const recommendationFields = {
  recNumber: numbered('Which number does the recommendation have?', 'Number', 'The next free number'),
  recTitle: text('What is it about, in a few words?', {
    label: 'Recommendation',
    maxLength: 200,
    hint: 'Never the name of a child or a family',
    missing: 'Enter what it is about',
  }),
  recWords: longText('What does it say?', {
    rows: 4,
    label: 'Words of the recommendation',
    hint: 'It is kept with all recommendations, where it is answered and followed until it is shown to work',
    missing: 'Enter what it says',
  }),
  recOutcome: optional(longText('What has to be different for children?', { rows: 3, label: 'Outcome required' })),
  recOwner: optional(
    staff('Who answers for it?', { label: 'Accountable owner', hint: 'Leave empty if an agency answers for it' }),
  ),
  recAgency: sometimes(
    agency('Or which agency?', { label: 'Accountable agency', hint: 'Needed if no colleague is named' }),
  ),
  recDueOn: date('By when?', { label: 'To be done by', missing: 'Enter by when' }),
} as const

interface Recommended {
  readonly recNumber: number | null
  readonly recOwner: string | null
  readonly recAgency: string | null
  readonly recDueOn: string | null
}

export const problem = (wrong: boolean, field: string, message: string): readonly Problem[] =>
  wrong ? [{ field, message }] : []

/** One owner and a day from the beginning, under a number that is free. */
export const recommendedProblems = (
  { recNumber, recOwner, recAgency, recDueOn }: Recommended,
  before: readonly Pick<Recommended, 'recNumber'>[],
  today: string,
): readonly Problem[] => [
  ...problem(
    recNumber !== null && before.some(one => one.recNumber === recNumber),
    'recNumber',
    `There is a recommendation ${recNumber} already. It is changed where all recommendations are`,
  ),
  ...problem((recOwner === null) === (recAgency === null), 'recAgency', 'Enter either a colleague or an agency'),
  ...problem(recDueOn !== null && recDueOn < today, 'recDueOn-day', 'The day must not have passed already'),
]

import { wholeNumber } from '../../declare/field.ts'
import { type Problem, when } from '../../declare/input.ts'
import { recommendationFields, recommendationProblems } from './actions.ts'

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

/** A recommendation of a review has a number in it. */
export const numberedRecommendationFields = {
  recNumber: numbered('Which number does the recommendation have?', 'Number', 'The next free number'),
  ...recommendationFields,
} as const

interface Recommended {
  readonly recNumber: number | null
  readonly recOwner: string | null
  readonly recAgency: string | null
  readonly recDueOn: string | null
}

/** One owner and a day from the beginning, under a number that is free. */
export const recommendedProblems = (
  line: Recommended,
  before: readonly Pick<Recommended, 'recNumber'>[],
  today: string,
): readonly Problem[] => [
  ...when(
    line.recNumber !== null && before.some(one => one.recNumber === line.recNumber),
    'recNumber',
    `There is a recommendation ${line.recNumber} already. It is changed where all recommendations are`,
  ),
  ...recommendationProblems(line, today),
]

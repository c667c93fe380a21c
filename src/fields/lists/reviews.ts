import { wholeNumber } from '../../declare/field.ts'
import { type Problem, when } from '../../declare/input.ts'
import type { Found, Look } from '../../declare/pathway.ts'
import { recommendationFields, recommendationProblems } from './actions.ts'

/** What registers of reviews, inspections and learning have in common. Codes are for ever; words may change. */

/** Those who bring a review to its end besides whoever keeps it: nobody ends their own work. */
export const endsReviews = ['partnership_manager', 'audit_lead'] as const

export const reviewKinds = {
  localReview: 'Local child safeguarding practice review',
  managementReview: 'Internal management review',
} as const

export const reviewOutcomes = { rapidReviewOnly: 'Rapid review only', ...reviewKinds } as const

/**
 * Whether somebody else goes by a pseudonym already: one name for two children would mix what is told of them. Asked of the database by
 * a function, because whoever records an incident may read no reviews.
 */
const elsewhere = (
  said: string | null,
  forReview: boolean,
  incident: string | null,
  review: string | null,
): Look | null =>
  said === null
    ? null
    : {
        sql: 'select reference, kind from canopy.pseudonym_elsewhere($1, $2, $3, $4)',
        values: [said, forReview, incident, review],
      }

export const incidentPseudonym = (row: { readonly id?: string; readonly pseudonym: string | null }): Look | null =>
  elsewhere(row.pseudonym, false, row.id ?? null, null)

export const reviewPseudonym = (row: {
  readonly id?: string
  readonly name: string | null
  readonly incident: string | null
}): Look | null => elsewhere(row.name, true, row.incident, row.id ?? null)

const others = (found: Found, field: string): readonly Problem[] => {
  const other = found.find(({ kind }) => kind === 'other')
  return when(other !== undefined, field, `${other?.reference} has this pseudonym already. Enter another`)
}

export const incidentPseudonymProblems = (found: Found): readonly Problem[] => {
  const own = found.find(({ kind }) => kind === 'own')
  return [
    ...others(found, 'pseudonym'),
    ...when(
      own !== undefined,
      'pseudonym',
      `${own?.reference}, its review, is known under another pseudonym, which stays. Enter that one`,
    ),
  ]
}

export const reviewPseudonymProblems = (found: Found): readonly Problem[] => {
  const own = found.find(({ kind }) => kind === 'own')
  return [
    ...others(found, 'name'),
    ...when(
      own !== undefined,
      'name',
      `Its incident, ${own?.reference}, has another pseudonym. A review keeps the pseudonym of its incident`,
    ),
  ]
}

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

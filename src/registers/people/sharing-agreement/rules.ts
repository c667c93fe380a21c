import { type Problem, when } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { agreement } from './record.ts'

export type Agreement = RowOf<typeof agreement>
type Review = LinesOf<typeof agreement>['reviews'][number]

/** An agreement with nobody is none; a basis in a duty names the duty. */
export const draftProblems = (row: Agreement): readonly Problem[] => [
  ...when(
    row.otherParties === null && (row.parties?.length ?? 0) < 2,
    'parties',
    'An agreement has at least two parties. Select another, or enter one that is not on the list',
  ),
  ...when(row.article6 === '6.1.c' && row.duty === 'none', 'duty', 'A legal obligation is a duty in law. Select which'),
]

export const reviewProblems = (row: Agreement): readonly Problem[] => {
  // The answers of the line stand beside those of the record while a deed is checked.
  const review = row as Agreement & Review
  return [
    ...when(review.outcome === 'changed' && review.changes === null, 'changes', 'Enter what changed'),
    ...when(
      review.reviewedOn !== null && row.signedOn !== null && review.reviewedOn < row.signedOn,
      'reviewedOn-day',
      'The review cannot be before the agreement was signed',
    ),
  ]
}

/** The latest of the reviews: they may be recorded in another order than they were made. */
export const lastReview = (lines: LinesOf<typeof agreement>): string | null =>
  lines.reviews
    .flatMap(({ reviewedOn }) => reviewedOn ?? [])
    .sort()
    .at(-1) ?? null

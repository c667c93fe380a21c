import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Answers, Context, LinesOf, RowOf } from '../../../declare/record.ts'
import { recommendedProblems } from '../../../fields/lists/reviews.ts'
import { addMonths } from '../../../kit/dates.ts'
import { addWorkingDays } from '../../../kit/workingDays.ts'
import { warningsIn } from './identifying.ts'
import type { practiceReview } from './record.ts'

export type Review = RowOf<typeof practiceReview>
export type ReviewLines = LinesOf<typeof practiceReview>
type LineOf<G extends keyof (typeof practiceReview)['lines']> = Answers<(typeof practiceReview)['lines'][G]['fields']>

/** SI 2018/789: the Panel and the Secretary of State have a copy no later than this before it is published. */
const copyDays = 7

export const reviewerProblems = (row: Review): readonly Problem[] => {
  const { independent } = row as unknown as LineOf<'reviewers'>
  return [
    ...when(
      independent === 'subject',
      'independent',
      'Nobody reviews what they did themselves. Choose another reviewer',
    ),
    ...when(
      independent === 'managed',
      'independent',
      'Whoever managed the case or those who worked on it cannot review it. Choose another reviewer',
    ),
  ]
}

export const termsProblems = (row: Review): readonly Problem[] =>
  when(
    row.chronologiesDueOn !== null && row.decidedOn !== null && row.chronologiesDueOn < row.decidedOn,
    'chronologiesDueOn-day',
    'They cannot be needed before the review was decided',
  )

export const receivedProblems = (row: Review, { actor }: Context, { asked }: ReviewLines): readonly Problem[] => {
  const { receivedAgency, receivedOn } = row as unknown as LineOf<'received'>
  const question = asked.find(one => one.askedAgency === receivedAgency)
  return [
    ...when(
      actor.role === 'agency_lead' && receivedAgency !== null && receivedAgency !== actor.agencyId,
      'receivedAgency',
      'Select your own agency',
    ),
    ...when(receivedAgency !== null && !question, 'receivedAgency', 'This agency was not asked. Ask it first'),
    ...when(
      receivedOn !== null && typeof question?.askedOn === 'string' && receivedOn < question.askedOn,
      'receivedOn-day',
      'It cannot have been sent before it was asked for',
    ),
  ]
}

/** The day on which the last of all that were asked for came; nothing while one is missing. */
export const completeOn = ({ asked, received }: ReviewLines): string | null => {
  const days = asked.map(one => received.find(({ receivedAgency }) => receivedAgency === one.askedAgency)?.receivedOn)
  return asked.length === 0 || days.some(day => !day) ? null : ([...(days as string[])].sort().at(-1) ?? null)
}

export const recommendProblems = (row: Review, lines: ReviewLines, today: string): readonly Problem[] =>
  recommendedProblems(row as unknown as LineOf<'recommendations'>, lines.recommendations, today)

/** Names and birthday of the linked person, asked of the database by a function that says only whether they stand in the text. */
export const personIn = ({ incident, reportText }: Review): Look | null =>
  incident === null || reportText === null
    ? null
    : { sql: 'select told as kind from canopy.tells_who($1, $2) as told', values: [incident, reportText] }

export const textWarnings = (row: Review, found: Found): string | null => {
  const all = warningsIn(
    row.reportText ?? '',
    found.map(({ kind }) => String(kind)),
  )
  return all.length === 0 ? null : all.join('\n')
}

/** Warnings stop nobody, but somebody else than who wrote the text says why each may stand. */
export const confirmProblems = (row: Review): readonly Problem[] =>
  when(
    row.warnings !== null && row.confirmWhy === null,
    'confirmWhy',
    'Enter why it may be published although there are warnings, or have the text changed',
  )

export const planProblems = (row: Review, today: string): readonly Problem[] =>
  when(row.plannedOn !== null && row.plannedOn < today, 'plannedOn-day', 'The day must not have passed already')

export const copyDueOn = ({ plannedOn }: Pick<Review, 'plannedOn'>): string | null =>
  plannedOn === null ? null : addWorkingDays(plannedOn, -copyDays)

export const publishProblems = (row: Review): readonly Problem[] => {
  const { publishedOn, copySentOn, availableUntil } = row
  return [
    ...when(
      publishedOn !== null && copySentOn !== null && addWorkingDays(publishedOn, -copyDays) < copySentOn,
      'publishedOn-day',
      'The Panel and the Secretary of State have to have their copy at least seven working days before',
    ),
    ...when(
      publishedOn !== null && availableUntil !== null && availableUntil < addMonths(publishedOn, 12),
      'availableUntil-day',
      'It has to be available for at least one year',
    ),
  ]
}

const internal = 'An internal management review is not published. Finish it without publication'

export const notToPublish = (row: Review): string | false => row.kind === 'managementReview' && internal

export const notReady = (row: Review): string | false =>
  notToPublish(row) ||
  (row.confirmedBy === null
    ? 'Somebody else has to confirm the text first: it may tell who the child is'
    : row.copySentOn === null && 'Send the Panel and the Secretary of State their copy first')

export const notConfirmable = (row: Review): string | false =>
  row.confirmedBy !== null && 'The text is confirmed already'

/** What is missing before work begins. */
export const notSetUp = (_row: Review, { reviewers, enquiries }: ReviewLines): string | false =>
  reviewers.length === 0
    ? 'Name a reviewer who is independent first'
    : enquiries.length === 0 && 'Add the key lines of enquiry first'

export const noRecommendation = (_row: Review, { recommendations }: ReviewLines): string | false =>
  recommendations.length === 0 &&
  'There is no recommendation yet. A review that recommends nothing is stopped with its reason'

/** What the one register of recommendations says of those of this review. */
export const itsRecommendations = ({ reference }: Review): Look => ({
  sql: 'select r.reference, r.state from canopy.recommendation r where r.source = $1 and r.source_ref = $2 order by r.reference',
  values: ['review', reference],
})

/** A review is not closed over a recommendation that nobody has answered or that is still being carried out. */
export const closeProblems = (found: Found): readonly Problem[] => {
  const open = found.filter(({ state }) => ['made', 'accepted', 'reported'].includes(String(state)))
  return when(
    open.length > 0,
    'embedded',
    `Recommendations are still open: ${open.map(({ reference }) => reference).join(', ')}`,
  )
}

import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { reviewKinds } from '../../../../fields/lists/reviews.ts'
import { now, today } from '../../../../kit/clock.ts'
import { formatDay } from '../../../../kit/dates.ts'
import {
  type Cell,
  frame,
  type Handler,
  type HandWrittenPage,
  Table,
  type Web,
  within,
} from '../../../../web/public.ts'
import { practiceReviewAccess } from '../access.ts'
import { practiceReviewRegister } from '../index.ts'
import { practiceReviewPathway } from '../pathway.ts'
import { publicationWords, recommendationWords } from '../told.ts'
import { type Recommended, type ReviewStatus, readStatus } from './status.ts'

const path = '/practice-review/status'

/** States of a recommendation in its own words; this register does not know the other. */
const stateWords = (web: Web, { state }: Recommended): string =>
  state === null
    ? 'Not shown to your role'
    : (web.engine.registers.find(({ record }) => record.key === 'recommendation')?.pathway.states[state]?.label ??
      state)

const dayWords = (day: string | null, none: string): string => (day === null ? none : formatDay(day))

const actionWords = ({ actions, actionsDone }: Recommended): string =>
  actions === 0 ? 'None agreed' : `${actionsDone} of ${actions} done`

const rowOf = (web: Web, one: Recommended): readonly Cell[] => [
  { content: String(one.number) },
  {
    content:
      one.reference === null ? (
        one.title
      ) : (
        <a class="govuk-link" href={`/recommendation/${one.reference}`}>
          {one.title}
        </a>
      ),
  },
  { content: one.owner ?? 'Nobody' },
  { content: dayWords(one.dueOn, 'No day') },
  { content: stateWords(web, one) },
  { content: actionWords(one) },
]

const stateOf = ({ state }: ReviewStatus): string => {
  const states: Readonly<Record<string, { readonly label: string }>> = practiceReviewPathway.states
  // That it was published or finished is said with its day.
  return state === 'published' || state === 'finished' ? '' : `${states[state]?.label}.`
}

const sentences = (review: ReviewStatus): string =>
  [
    `${optionOf(reviewKinds, review.kind)?.label}, decided on ${formatDay(review.decidedOn)}${review.age === null ? '' : `, about a child aged ${review.age}`}.`,
    stateOf(review),
    publicationWords(review, today()),
    recommendationWords(review.recommended.map(({ state }) => state)),
  ]
    .filter(Boolean)
    .join(' ')

const Review = ({ web, review }: { readonly web: Web; readonly review: ReviewStatus }) => (
  <section>
    <h2 class="govuk-heading-m">
      <a class="govuk-link" href={`/practice-review/${review.reference}`}>
        {review.name}
      </a>
    </h2>
    <p class="govuk-body">{sentences(review)}</p>
    {review.recommended.length > 0 && (
      <Table
        id={`recommendations-${review.reference}`}
        caption={`Recommendations of the review of ${review.name}`}
        captionClasses="govuk-visually-hidden"
        head={['Number', 'Recommendation', 'Who answers', 'To be done by', 'Status', 'Actions'].map(content => ({
          content,
        }))}
        rows={review.recommended.map(one => rowOf(web, one))}
        narrow="rows"
      />
    )}
  </section>
)

/** Every review with every recommendation and where it stands: what the yearly report has to print. */
const statusPage: Handler = async (web, visit) => {
  const found = await within(web.engine, visit.actor, tx => readStatus(tx))
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'listed',
    register: practiceReviewRegister.record.key,
    detail: `status of ${found.length} reviews`,
  })
  return {
    page: frame(web, visit, {
      title: 'Status of reviews',
      section: practiceReviewRegister.record.plural,
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Status of reviews</h1>
          <p class="govuk-body">
            Each local review with its recommendations as they stand now. Nobody types a status here: it is read from
            the recommendations and their actions.
          </p>
          {found.length === 0 && <p class="govuk-body">There is no review that you may see.</p>}
          {found.map(review => (
            <Review web={web} review={review} />
          ))}
        </>
      ),
    }),
  }
}

export const practiceReviewPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path,
    by: Object.keys(practiceReviewAccess.read) as Role[],
    name: 'practice_review status',
    handler: statusPage,
    navigation: { text: 'Status of reviews', order: 45 },
  },
]

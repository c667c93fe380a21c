import { sql } from 'kysely'
import { optionOf } from '../declare/field.ts'
import { reviewKinds } from '../fields/lists/reviews.ts'
import { type Day, formatDay } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import type { RecordsRead, ToldRecord, ToldRecords } from '../publish/report/section.ts'
import { recommendationRegister } from '../registers/assurance/recommendation/index.ts'
import { warningsIn } from '../registers/reviews/practice-review/identifying.ts'
import { practiceReviewRegister } from '../registers/reviews/practice-review/index.ts'
import { publicationWords, recommendationWords } from '../registers/reviews/practice-review/told.ts'

/** Reviews of the yearly report with what became of each recommendation: read at the moment of its figures, never typed. */

interface Review {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly decidedOn: Day
  readonly publishedOn: Day | null
  readonly finishedOn: Day | null
  readonly dueOn: Day | null
  /** Something in its text may tell who the child is, and nobody has said yet why it may stand. */
  readonly warned: boolean
}

interface Line {
  readonly id: string
  readonly review: string
  readonly number: number
  readonly title: string
}

interface Recommendation {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly dueOn: Day | null
  readonly person: string | null
  readonly agency: string | null
}

const readReviews = ({ period, rows }: RecordsRead) =>
  rows<Review>(
    practiceReviewRegister,
    sql`select practice_review.id, name, kind, state, decided_on::text as "decidedOn", published_on::text as "publishedOn",
               finished_on::text as "finishedOn", due.due_on::text as "dueOn",
               warnings is not null and confirmed_by is null as warned
          from practice_review
          left join practice_review_clock due on due.record_id = practice_review.id and due.clock = 'publication'
         where state <> 'recordedInError' and decided_on <= ${period.to}
           and coalesce(published_on, finished_on, (closed_at at time zone 'Europe/London')::date, ${period.to}) >= ${period.from}
         order by decided_on, practice_review.id`,
  )

const readLines = ({ rows }: RecordsRead, reviews: readonly string[]) =>
  rows<Line>(
    practiceReviewRegister,
    sql`select id, record_id as review, rec_number as number, rec_title as title from practice_review_recommendations
         where record_id = any(${reviews}::uuid[]) order by rec_number`,
  )

const readRecommendations = ({ rows }: RecordsRead, ids: readonly string[]) =>
  rows<Recommendation>(
    recommendationRegister,
    sql`select id, title, state, due_on::text as "dueOn", owner_person as person, owner_agency as agency from recommendation
         where id = any(${ids}::uuid[])`,
  )

const stateWords: Readonly<Record<string, { readonly label: string }>> = practiceReviewRegister.pathway.states

const withheld = 'Not told: its words may tell who the child is'

const sentences = (review: Review, states: readonly string[]): string => {
  const ended = review.publishedOn !== null || review.finishedOn !== null
  return [
    `${optionOf(reviewKinds, review.kind)?.label}, decided on ${formatDay(review.decidedOn)}.`,
    ended ? '' : `${stateWords[review.state]?.label}.`,
    // Of a day that will be another when the report is read, it is not said whether it is over.
    publicationWords(review, null),
    recommendationWords(states),
  ]
    .filter(Boolean)
    .join(' ')
}

const recommendationStates: Readonly<Record<string, { readonly label: string }>> = recommendationRegister.pathway.states

export const reviewsTold: ToldRecords = {
  key: 'reviews',
  of: [practiceReviewRegister, recommendationRegister],
  none: 'No review was under way or published in this period.',
  read: async (read): Promise<readonly ToldRecord[]> => {
    const reviews = await readReviews(read)
    const lines = await readLines(
      read,
      reviews.map(({ id }) => id),
    )
    const idOf = ({ id }: Line) => idFrom(id, 'recommendation')
    const found = new Map((await readRecommendations(read, lines.map(idOf))).map(one => [one.id, one]))
    return reviews.map(review => {
      const own = lines.filter(line => line.review === review.id)
      const rowOf = (line: Line) => {
        const held = found.get(idOf(line))
        const title = held?.title ?? line.title
        return [
          String(line.number),
          review.warned || warningsIn(title, []).length > 0 ? withheld : title,
          held === undefined ? 'Nobody' : (read.agencyOf(held) ?? 'Nobody'),
          held?.dueOn ? formatDay(held.dueOn) : 'No day',
          held === undefined ? 'Not known' : (recommendationStates[held.state]?.label ?? held.state),
        ]
      }
      return {
        title: `Review of ${review.name}`,
        text: sentences(
          review,
          own.map(line => found.get(idOf(line))?.state ?? ''),
        ),
        columns: ['Number', 'Recommendation', 'Who answers', 'To be done by', 'Status'],
        rows: own.map(rowOf),
      }
    })
  },
}

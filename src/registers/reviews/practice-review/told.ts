import { type Day, formatDay } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'

/** What is told of a review where many are told: on the page of their status, and in the yearly report. */

interface Published {
  readonly kind: string
  readonly publishedOn: Day | null
  readonly finishedOn: Day | null
  readonly dueOn: Day | null
}

/** Published, or until when it is to be, and whether that is over on the day given; a management review is not published. */
export const publicationWords = ({ kind, publishedOn, finishedOn, dueOn }: Published, on: Day | null): string =>
  publishedOn !== null
    ? `Published on ${formatDay(publishedOn)}${dueOn !== null && publishedOn > dueOn ? `, after ${formatDay(dueOn)}` : ''}.`
    : finishedOn !== null
      ? `Finished without publication on ${formatDay(finishedOn)}.`
      : kind === 'managementReview'
        ? 'Not to be published.'
        : dueOn === null
          ? ''
          : `To be published by ${formatDay(dueOn)}${on !== null && dueOn < on ? ' (overdue)' : ''}.`

/** How many of its recommendations came to a good end, and how many were shown to work: nobody types these. */
export const recommendationWords = (states: readonly (string | null)[]): string => {
  if (states.length === 0) return 'It has no recommendation yet.'
  const done = states.filter(state => state === 'done' || state === 'embedded').length
  const shown = states.filter(state => state === 'embedded').length
  return `${plural(states.length, 'recommendation')}: ${done} done, of which ${shown} shown to work.`
}

import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { recommendationProblems } from '../../../fields/lists/actions.ts'
import type { scrutinyChallenge } from './record.ts'

type Challenge = RowOf<typeof scrutinyChallenge>
type ChallengeLines = LinesOf<typeof scrutinyChallenge>
type LineOf<G extends keyof (typeof scrutinyChallenge)['lines']> = Answers<
  (typeof scrutinyChallenge)['lines'][G]['fields']
>

export const settings = {
  answer: setting({
    key: 'challenge_answer_days',
    label: 'A challenge of the scrutineer is answered within',
    unit: 'days',
    default: 28,
    source: 'Local policy (GOV-SCRUT)',
  }),
}

/** A figure says nothing without its days and its base. */
const figureProblems = (row: Challenge): readonly Problem[] => {
  const { figure, otherFigure, figureFrom, figureTo, base } = row
  return [
    ...when(figure !== null && figureFrom === null, 'figureFrom-day', 'Enter from which day the figure is counted'),
    ...when(figure !== null && figureTo === null, 'figureTo-day', 'Enter until which day the figure is counted'),
    ...when(figure !== null && base === null, 'base', 'Select on which base the figure stands'),
    ...when(
      figureFrom !== null && figureTo !== null && figureTo < figureFrom,
      'figureTo-day',
      'The last day cannot be before the first',
    ),
    ...when(
      otherFigure !== null && (figure === null || otherFigure === figure),
      'otherFigure',
      'Select another figure than the first, or leave it empty',
    ),
  ]
}

export const challengeProblems = (row: Challenge): readonly Problem[] => [
  ...figureProblems(row),
  ...when(
    row.kind === 'challenge' && row.toAgency === null && row.toPerson === null,
    'toAgency',
    'Enter who is to answer: an agency or a colleague',
  ),
  ...when(
    row.toAgency !== null && row.toPerson !== null,
    'toPerson',
    'Enter either an agency or a colleague, so that one answers',
  ),
]

/** Promises that nobody has looked at since. */
export const openPromises = ({ promises, followUps }: ChallengeLines) =>
  promises.filter(({ number }) => !followUps.some(one => one.ofPromise === number))

/** The next promise that is due; where all were kept, the last one with the day on which it was. */
export const nextPromise = (row: Challenge, lines: ChallengeLines) => {
  const [first] = openPromises(lines)
    .map(({ promisedFor }) => promisedFor)
    .filter(day => day !== null)
    .sort()
  return first === undefined
    ? { followUpDueOn: row.followUpDueOn, followedUpOn: lines.followUps.at(-1)?.followedOn ?? null }
    : { followUpDueOn: first, followedUpOn: null }
}

export const followUpProblems = (row: Challenge, { promises }: ChallengeLines): readonly Problem[] => {
  const { ofPromise } = row as unknown as LineOf<'followUps'>
  return when(
    ofPromise !== null && !promises.some(({ number }) => number === ofPromise),
    'ofPromise',
    `There is no promise ${ofPromise}`,
  )
}

export const recommendProblems = (row: Challenge, today: string): readonly Problem[] =>
  recommendationProblems(row as unknown as LineOf<'recommended'>, today)

/** What stands in the way of closing. */
export const notYet = (row: Challenge, lines: ChallengeLines): string | false => {
  const [open] = openPromises(lines)
  return row.kind === 'challenge' && row.answeredOn === null
    ? 'A challenge is answered before it is closed'
    : open !== undefined && `You promised to look again (number ${open.number}): say what you found first`
}

import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { schemeOf } from '../../../fields/lists/inspectionGrades.ts'
import { recommendedProblems } from '../../../fields/lists/reviews.ts'
import type { outsideReview } from './record.ts'

export type Outside = RowOf<typeof outsideReview>
export type OutsideLines = LinesOf<typeof outsideReview>
type LineOf<G extends keyof (typeof outsideReview)['lines']> = Answers<(typeof outsideReview)['lines'][G]['fields']>

export const settings = {
  compare: setting({
    key: 'outside_review_compare_days',
    label: 'An outside review or inspection is compared within',
    unit: 'working days of taking it up',
    default: 60,
    source: 'Local policy (QA-JTAI)',
  }),
}

/** A grade without its scheme says nothing, and one of another scheme says something else (QA-04). */
export const startProblems = (row: Outside): readonly Problem[] => [
  ...when(
    row.firstDay !== null && row.madeOn !== null && row.madeOn < row.firstDay,
    'madeOn-day',
    'It cannot end before it began',
  ),
  ...when(
    row.takenUpOn !== null && row.firstDay !== null && row.takenUpOn < row.firstDay,
    'takenUpOn-day',
    'It cannot have been taken up before it began',
  ),
  ...when(row.scheme !== null && row.grade === null, 'grade', 'Select the grade, or “No grade” of that scheme'),
  ...when(
    row.grade !== null && (row.scheme === null || schemeOf(row.grade) !== row.scheme),
    'grade',
    'This grade is of another scheme. Select the scheme under which it was given',
  ),
]

export const judgementProblems = (row: Outside): readonly Problem[] => {
  const { judged } = row as unknown as LineOf<'judgements'>
  return when(
    judged !== null && schemeOf(judged) !== row.scheme,
    'judged',
    'This grade is of another scheme than the inspection',
  )
}

const pointOf = (number: number | null, { points }: OutsideLines) =>
  number === null ? undefined : points.find(one => one.point === number)

const unknownPoint = (number: number | null, field: string, lines: OutsideLines): readonly Problem[] =>
  when(
    number !== null && pointOf(number, lines) === undefined,
    field,
    `There is no point ${number}. Enter the number of a point`,
  )

/** What nobody can read cannot be compared: it stays “not known” instead of being guessed. */
export const comparisonProblems = (row: Outside, lines: OutsideLines): readonly Problem[] => {
  const { compared, here, assuredBy, assuredOn } = row as unknown as LineOf<'comparisons'>
  return [
    ...unknownPoint(compared, 'compared', lines),
    ...when(
      pointOf(compared, lines)?.printed === false && here !== null && here !== 'notKnown',
      'here',
      'What this point says is not recorded, so nobody knows whether it applies here',
    ),
    ...when(assuredBy !== null && assuredOn === null, 'assuredOn-day', 'Enter on which day the assurance was given'),
    ...when(assuredBy === null && assuredOn !== null, 'assuredBy', 'Select which agency gave the assurance'),
  ]
}

export const recommendProblems = (row: Outside, lines: OutsideLines, today: string): readonly Problem[] => {
  const line = row as unknown as LineOf<'recommendations'>
  return [...recommendedProblems(line, lines.recommendations, today), ...unknownPoint(line.recPoint, 'recPoint', lines)]
}

/** Numbers of points that somebody has to look at here and nobody has: neither compared, nor the ground of a recommendation. */
export const notLookedAt = ({ points, comparisons, recommendations }: OutsideLines): readonly number[] =>
  points
    .flatMap(({ point, pointKind }) =>
      point !== null &&
      pointKind === 'development' &&
      !comparisons.some(one => one.compared === point) &&
      !recommendations.some(one => one.recPoint === point)
        ? [point]
        : [],
    )
    .sort((a, b) => a - b)

export const notCompared = (_row: Outside, lines: OutsideLines): string | false => {
  const left = notLookedAt(lines)
  return lines.points.length === 0
    ? 'Add the points first'
    : left.length > 0 && `Not compared yet: ${left.length === 1 ? 'point' : 'points'} ${left.join(', ')}`
}

export const noPoint = (_row: Outside, { points }: OutsideLines): string | false =>
  points.length === 0 && 'There is no point yet'

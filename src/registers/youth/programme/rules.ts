import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, LinesOf, RowOf } from '../../../declare/record.ts'
import { plural } from '../../../kit/names.ts'
import type { programme } from './record.ts'

type Programme = RowOf<typeof programme>
type ProgrammeLines = LinesOf<typeof programme>
type LineOf<G extends keyof (typeof programme)['lines']> = Answers<(typeof programme)['lines'][G]['fields']>

const above = (low: number | null, high: number | null): boolean => low !== null && high !== null && low > high

type Capacity = Pick<Programme, 'circlesMost' | 'circleLeast' | 'circleMost'>

/** Places in one school, worked out from the circles and never typed in; nothing where circles have no size. */
export const placesOf = ({ circlesMost, circleLeast, circleMost }: Capacity) =>
  circlesMost === null || circleLeast === null || circleMost === null
    ? null
    : { least: circlesMost * circleLeast, most: circlesMost * circleMost }

/**
 * What a plan promises beside what its circles make. The published plan of 24 to 36 young people in a school does not follow
 * from up to five circles of 8 to 16, which are 40 to 80: it is recorded as published, and said.
 */
export const planFindingOf = (row: Capacity & Pick<Programme, 'planLeast' | 'planMost'>): string | null => {
  const places = placesOf(row)
  if (places === null) return null
  const made = `Up to ${plural(row.circlesMost ?? 0, 'circle')} of ${row.circleLeast} to ${row.circleMost} make ${places.least} to ${places.most} places in a school`
  if (row.planLeast === null || row.planMost === null) return made
  const follows = row.planLeast === places.least && row.planMost === places.most
  return `${made}. The plan promises ${row.planLeast} to ${row.planMost}: that ${follows ? 'follows' : 'does not follow'}`
}

export const planProblems = (row: Programme): readonly Problem[] => [
  ...when(above(row.ageFrom, row.ageTo), 'ageTo', 'The highest age must not be below the lowest'),
  ...when(
    above(row.circleLeast, row.circleMost),
    'circleMost',
    'The most in a circle must not be fewer than the fewest in it',
  ),
  ...when(above(row.planLeast, row.planMost), 'planMost', 'The most promised must not be fewer than the fewest'),
  ...when(
    row.circlesMost !== null && row.circleLeast === null,
    'circleLeast',
    'Enter how many young people are in a circle, at least',
  ),
  ...when(
    row.circlesMost !== null && row.circleMost === null,
    'circleMost',
    'Enter how many young people are in a circle, at most',
  ),
]

export const sessionProblems = (row: Programme): readonly Problem[] => {
  const { heldOn, came, firstTime } = row as Programme & LineOf<'sessions'>
  return [
    ...when(
      heldOn !== null && row.startedOn !== null && heldOn < row.startedOn,
      'heldOn-day',
      'A session cannot be held before the programme started',
    ),
    ...when(
      came !== null && firstTime !== null && firstTime > came,
      'firstTime',
      'Not more people can come for the first time than came',
    ),
  ]
}

/** A circle beyond those planned for a school is a fault of the plan, not of the person who types it: it is said, and stored. */
export const circleProblems = (row: Programme, lines: ProgrammeLines): readonly Problem[] => {
  const { circle } = row as Programme & LineOf<'circles'>
  return when(
    circle !== null &&
      lines.circles.some(one => one.circle?.toLowerCase() === circle.toLowerCase() && one.circle !== circle),
    'circle',
    'There is a circle of this name in other letters. Write the name as it is there',
  )
}

/** Schools with more circles than planned, by the agency: a warning, as counsellors may find more time. */
export const schoolsOver = (
  { circlesMost }: Pick<Programme, 'circlesMost'>,
  circles: readonly { readonly circleSchool: string | null }[],
): readonly string[] => {
  if (circlesMost === null) return []
  const counts = new Map<string, number>()
  for (const { circleSchool } of circles)
    if (circleSchool !== null) counts.set(circleSchool, (counts.get(circleSchool) ?? 0) + 1)
  return [...counts].filter(([, n]) => n > circlesMost).map(([school]) => school)
}

export const endProblems = ({ startedOn, endedOn }: Pick<Programme, 'startedOn' | 'endedOn'>): readonly Problem[] =>
  when(startedOn !== null && endedOn !== null && endedOn < startedOn, 'endedOn-day', 'It cannot end before it started')

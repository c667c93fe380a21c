import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { LinesOf, RowOf } from '../../../declare/record.ts'
import type { place } from './record.ts'

export type Place = RowOf<typeof place>
export type PlaceLines = LinesOf<typeof place>

/** No law sets these: each partnership may change them. */
export const settings = {
  assess: setting({
    key: 'place_assessment_days',
    label: 'A place is assessed within',
    unit: 'working days of being known',
    default: 20,
    source: 'Local policy',
  }),
  review: setting({
    key: 'place_review_days',
    label: 'Work on a place is reviewed every',
    unit: 'days',
    default: 84,
    source: 'Local policy',
  }),
} as const

/** Days before and after the first intervention in which what was told is compared. */
export const compareDays = 90

export const resultProblems = (row: Place, lines: PlaceLines): readonly Problem[] => {
  const { number, doneOn } = row as Place & PlaceLines['results'][number]
  const planned = lines.interventions.find(one => one.number === number)
  return [
    ...when(
      number !== null && planned === undefined,
      'number',
      `There is no intervention ${number}. Enter the number under which it was planned`,
    ),
    ...when(
      doneOn !== null && planned?.fromOn != null && doneOn < planned.fromOn,
      'doneOn-day',
      'It cannot be done before it begins',
    ),
  ]
}

/** The day from which before and after are told apart. */
export const firstIntervention = ({ interventions }: PlaceLines): string | null =>
  interventions.flatMap(one => one.fromOn ?? []).sort()[0] ?? null

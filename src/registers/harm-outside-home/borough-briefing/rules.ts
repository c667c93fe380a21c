import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Answers, RowOf } from '../../../declare/record.ts'
import type { Day } from '../../../kit/dates.ts'
import type { boroughBriefing } from './record.ts'

export type Briefing = RowOf<typeof boroughBriefing>
type Place = Answers<(typeof boroughBriefing)['lines']['audience']['fields']>

export const settings = {
  evaluate: setting({
    key: 'borough_briefing_evaluate_days',
    label: 'A briefing is evaluated with its audience within',
    unit: 'days',
    default: 28,
    source: 'Local policy: the annual report of 2021-22 asks for a more formal evaluation',
  }),
} as const

export const audienceProblems = (row: Briefing): readonly Problem[] => {
  const place = row as Briefing & Place
  return [
    ...when(
      place.placeAgency === null && place.placeOther === null,
      'placeAgency',
      'Select which agency, or enter one that is not on the list',
    ),
    ...when(
      place.placeAgency !== null && place.placeOther !== null,
      'placeOther',
      'You selected an agency. Leave this empty',
    ),
  ]
}

/** What has not happened cannot have been held, nor evaluated. */
export const notYet = (row: Briefing, today: Day): string | false =>
  row.heldOn !== null && row.heldOn > today && 'The day of the briefing has not come'

export const evaluationProblems = (row: Briefing): readonly Problem[] => [
  ...when(
    row.evaluatedOn !== null && row.heldOn !== null && row.evaluatedOn < row.heldOn,
    'evaluatedOn-day',
    'It cannot have been evaluated before it was held',
  ),
  ...when(
    (row.goesOn?.includes('asIs') ?? false) && (row.goesOn?.length ?? 0) > 1,
    'goesOn',
    'Select either what changes, or that nothing does',
  ),
]

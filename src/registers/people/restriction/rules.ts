import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Context, RowOf } from '../../../declare/record.ts'
import type { restriction } from './record.ts'

type Restriction = RowOf<typeof restriction>

export const settings = {
  review: setting({
    key: 'restriction_review_days',
    label: 'Look at a restriction again after',
    unit: 'days',
    default: 183,
    source: 'Local policy',
  }),
}

export const alreadyRestricted = (row: Restriction): Look => ({
  sql: "select reference from canopy.restriction where person = $1 and state = 'inForce' order by reference",
  values: [row.person],
})

/** One person has one restriction at a time, so that there is one list of who may see the records. */
export const restrictionProblems = (
  row: Restriction,
  { today }: Pick<Context, 'today'>,
  found: Found,
): readonly Problem[] => [
  ...(found.length > 0
    ? [
        {
          field: 'person',
          message: `The person is restricted already: ${String(found[0]?.reference)}. Change that one`,
        },
      ]
    : []),
  ...(row.since !== null && row.since > today
    ? [
        {
          field: 'since-day',
          message: 'A restriction holds from the moment it is recorded. Enter today or an earlier day',
        },
      ]
    : []),
]

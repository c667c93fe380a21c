import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { Person } from './rules.ts'
import { packed } from './rules.ts'

/**
 * People whom the one who records may see and who are so like the new one that they must be looked at first: the same
 * number, or names alike and a date of birth that fits. The database finds them by its own index of names.
 */
export const alike = (row: Person): Look => ({
  sql: 'select reference, same_number as "sameNumber" from canopy.people_alike($1, $2, $3, $4, $5) limit 3',
  values: [row.givenName, row.familyName, row.bornOn, packed(row.nhsNumber), packed(row.upn)],
})

/** Nobody is created twice by accident: whoever is like somebody known needs a reason why it is somebody else. */
export const alikeProblems = (row: Person, found: Found): readonly Problem[] => {
  const references = found.map(({ reference }) => String(reference)).join(', ')
  const same = found.find(({ sameNumber }) => sameNumber === true)
  return [
    ...when(
      same !== undefined,
      'nhsNumber',
      `${String(same?.reference)} has this number. Work on that record, or leave the number out and say below why it is somebody else`,
    ),
    ...when(
      found.length > 0 && row.searchedFor === null,
      'searchedFor',
      `Look at ${references} first. If it is none of them, enter why`,
    ),
  ]
}

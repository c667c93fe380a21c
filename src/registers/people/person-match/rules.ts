import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { personMatch } from './record.ts'

type PersonMatch = RowOf<typeof personMatch>

/** Both people as they stand, whether they are restricted alike, and whether the pair is on record already. */
export const both = (row: PersonMatch): Look => ({
  sql: `select a.state as "personState", b.state as "otherState", a.reference as "personReference", b.reference as "otherReference",
               canopy.restricted_alike(a.id, b.id) as alike,
               (select min(m.reference) from canopy.person_match m
                 where m.id is distinct from $3 and m.state in ('suggested', 'same', 'merged')
                   and ((m.person = $1 and m.other = $2) or (m.person = $2 and m.other = $1))) as already
          from canopy.person a, canopy.person b where a.id = $1 and b.id = $2`,
  values: [row.person, row.other, row.id],
})

export const pairProblems = (row: PersonMatch, found: Found): readonly Problem[] => {
  const [known] = found
  return [
    ...when(row.person !== null && row.person === row.other, 'other', 'These are one record'),
    ...when(
      typeof known?.already === 'string',
      'other',
      `These two are on record as a match: ${String(known?.already)}`,
    ),
    ...when(
      known !== undefined && known.personState !== 'current',
      'person',
      `${String(known?.personReference)} is merged or recorded in error. Give the record that it leads to`,
    ),
    ...when(
      known !== undefined && known.otherState !== 'current',
      'other',
      `${String(known?.otherReference)} is merged or recorded in error already`,
    ),
    ...when(
      known?.alike === false,
      'other',
      'The two are restricted differently: a merged record would show one of them to people who may not know of it. Ask information governance to restrict both in the same way first',
    ),
  ]
}

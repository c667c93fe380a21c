import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import { servedBy } from './codes.ts'
import type { involvement } from './record.ts'

type Involvement = RowOf<typeof involvement>

/** Whom the service serves: by its name where that tells it, else as answered. */
export const servesOf = ({ service, serves }: Pick<Involvement, 'service' | 'serves'>) =>
  (service === null ? undefined : servedBy[service]) ?? serves

/** The same service of the same agency that is open for the person already, as far as the one who records may know. */
export const openAlready = (row: Involvement): Look => ({
  sql: `select reference from canopy.involvement
         where person = $1 and service = $2 and state = 'open' and id is distinct from $3
           and agency is not distinct from $4 and lower(agency_name) is not distinct from lower($5)
         order by reference limit 1`,
  values: [row.person, row.service, row.id, row.agency, row.agencyName],
})

export const involvementProblems = (row: Involvement, found: Found): readonly Problem[] => {
  const told = row.service === null ? undefined : servedBy[row.service]
  return [
    ...when(
      row.agency === null && row.agencyName === null,
      'agencyName',
      'Select the agency, or enter what it is called',
    ),
    ...when(
      row.agency !== null && row.agencyName !== null,
      'agencyName',
      'Select the agency from the list or enter its name, not both',
    ),
    ...when(
      row.service !== null && told === undefined && row.serves === null,
      'serves',
      'Select whom the service serves here',
    ),
    ...when(
      told !== undefined && row.serves !== null && row.serves !== told,
      'serves',
      'This does not fit the service. Leave it empty, or select another service',
    ),
    ...when(
      found.length > 0,
      'service',
      `This service is recorded as involved already: ${String(found[0]?.reference)}. Record a new professional there`,
    ),
  ]
}

export const endProblems = ({ since, until }: Involvement): readonly Problem[] =>
  when(since !== null && until !== null && until < since, 'until-day', 'It cannot end before it began')

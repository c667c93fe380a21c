import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { encompassSchool } from './record.ts'

type School = RowOf<typeof encompassSchool>

/** A school joins with an agreement and a key adult who is trained (rulebook OE-02). */
export const joinProblems = ({ joinedOn, agreementOn, trainedOn }: School): readonly Problem[] => [
  ...when(
    joinedOn !== null && agreementOn !== null && agreementOn > joinedOn,
    'agreementOn-day',
    'The agreement comes first: it cannot be signed after the school joined',
  ),
  ...when(
    joinedOn !== null && trainedOn !== null && trainedOn > joinedOn,
    'trainedOn-day',
    'The key adult is trained before the school joins',
  ),
]

/** The agency that follows a school, as the directory has it. */
export const follower = (row: School): Look | null =>
  row.school === null ? null : { sql: 'select succeeded_by from canopy.agency where id = $1', values: [row.school] }

/** Whoever follows is taken from the directory, so that the list and the way of notifications say the same. */
export const followedBy = ([found]: Found): { readonly follows: string | null } => ({
  follows: typeof found?.succeeded_by === 'string' ? found.succeeded_by : null,
})

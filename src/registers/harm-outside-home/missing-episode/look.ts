import type { Look } from '../../../declare/pathway.ts'
import type { Episode } from './rules.ts'

/**
 * Other episodes that may be of the same child, by the person or else by name and date of birth, as far as the person who asks sees
 * them; and interviews still to be held after earlier ones, of which only the identifier is told.
 */
export const ofTheChild = (row: Episode): Look => ({
  sql: `select 'episode' as kind, e.id, e.reference, e.missing_since as since, e.returned_at as until, null::uuid as of
          from canopy.missing_episode e
         where e.state not in ('joined', 'recordedInError') and e.id is distinct from $1::uuid
           and (e.person = $2::uuid
                or (($2::uuid is null or e.person is null)
                    and lower(e.family_name) = lower($3::text) and lower(e.given_name) = lower($4::text)
                    and e.born_on = $5::date))
        union all
        select 'interview', i.id, '', i.returned_at, null, i.episode from canopy.interviews_to_be_held($2::uuid) i`,
  values: [row.id ?? null, row.person ?? null, row.familyName ?? null, row.givenName ?? null, row.bornOn ?? null],
})

/** Whether an interview of this child says that the carer is a concern: then the placement is told nothing new. */
export const carerOfConcern = (row: Episode): Look => ({
  sql: 'select canopy.carer_is_a_concern($1::uuid, $2::uuid) as concern',
  values: [row.id ?? null, row.person ?? null],
})

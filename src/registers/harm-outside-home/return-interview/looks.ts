import type { Look } from '../../../declare/pathway.ts'
import type { Interview, InterviewLines } from './rules.ts'

/** Places on record whose name, or another name, is like the words typed. */
export const placesLike = (row: Interview): Look | null => {
  const { namedKind, namedWords, knownPlace } = row as Interview & InterviewLines['named'][number]
  return namedKind !== 'place' || namedWords === null || knownPlace !== null
    ? null
    : {
        sql: `select p.reference, p.name from canopy.place p
               where p.state <> 'recordedInError' and canopy.place_likeness(p.name, p.also_called, $1::text) > 0.3
               order by canopy.place_likeness(p.name, p.also_called, $1::text) desc, p.reference limit 3`,
        values: [namedWords],
      }
}

/** The interview that was about this episode as well. */
export const otherInterview = (row: Interview): Look => ({
  sql: `select o.interview_at as "heldAt",
               (o.child = $2::uuid or (o.child is null and lower(o.family_name) = lower($3::text) and lower(o.given_name) = lower($4::text))) as "sameChild"
          from canopy.return_interview o where o.id = $1::uuid`,
  values: [row.heldIn ?? null, row.child ?? null, row.familyName ?? null, row.givenName ?? null],
})

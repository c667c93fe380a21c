import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import { londonDay } from '../../../kit/dates.ts'
import type { policeSearch } from './record.ts'

export const settings = {
  referral: setting({
    key: 'police_search_referral_hours',
    label: 'A child whose intimate parts were exposed in a search is referred to the contact team within',
    unit: 'hours of the search',
    default: 24,
    source: 'Local policy, after the review of Child Q',
  }),
  footage: setting({
    key: 'police_search_footage_days',
    label: 'Video of such a search, or of one complained of, is reviewed within',
    unit: 'working days',
    default: 10,
    source: 'Local policy, after the review of Child Q',
  }),
}

type Search = RowOf<typeof policeSearch>

/** Whether intimate parts of the child were exposed: on the street or in custody. */
export const exposes = ({ kind }: Pick<Search, 'kind'>): boolean => kind === 'intimateParts' || kind === 'custodyStrip'

/** What a search in which a child was exposed has to say. What went wrong can be said: it is not refused, it is counted. */
export const searchProblems = (row: Search): readonly Problem[] => [
  ...when(exposes(row) && row.authorisedBy === null, 'authorisedBy', 'Select who authorised it'),
  ...when(exposes(row) && row.adult === null, 'adult', 'Select whether an appropriate adult was there'),
  ...when(
    row.adult !== null && row.adult !== 'present' && row.adultAbsentWhy === null,
    'adultAbsentWhy',
    'Enter why no appropriate adult was there: the urgent reason, or what the child said',
  ),
  ...when(
    row.adult === 'present' && row.adultAbsentWhy !== null,
    'adultAbsentWhy',
    'An appropriate adult was there, so leave out why none was',
  ),
  ...when(
    row.kind === 'custodyStrip' && row.place !== null && row.place !== 'station',
    'place',
    'A strip search in custody is in a police station. Select the place or the kind anew',
  ),
]

/** Earlier searches of the same child, by the number the police have for the child. */
export const earlierOnes = (row: Search): Look | null =>
  row.childNumber === null
    ? null
    : {
        sql: `select count(*)::int as n from canopy.police_search
               where upper(child_number) = upper($1) and searched_at < $2 and state <> 'recordedInError' and id is distinct from $3
                 and searched_at >= $2::timestamptz - interval '12 months'`,
        values: [row.childNumber, row.searchedAt, row.id],
      }

const earlierCount = (row: Search, [found]: Found): number | null =>
  typeof found?.n === 'number' ? found.n : row.earlierSearches

/** When the video of it is to be reviewed: at once where a child was exposed, and from a complaint on. */
export const asRecorded = (row: Search, found: Found) => ({
  earlierSearches: row.childNumber === null ? null : earlierCount(row, found),
  footageAskedOn: exposes(row) && row.searchedAt !== null ? londonDay(row.searchedAt) : row.complainedOn,
})

/** Why a search cannot be put away yet. */
export const openEnds = (row: Search): string | false =>
  exposes(row) && row.referredAt === null
    ? 'Intimate parts of a child were exposed: refer the child to the contact team first'
    : row.footageAskedOn !== null && row.footage === 'recorded' && row.footageReviewedOn === null
      ? 'The footage has to be reviewed first'
      : row.complainedOn !== null && row.complaintOutcome === null && 'Record first how the complaint ended'

import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
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

/** By what is removed (PACE Code A, paragraphs 3.5 to 3.7; Code C, annex A). */
export const searchKinds = {
  stopAndSearch: {
    label: 'Stop and search',
    hint: 'Outer coat, jacket and gloves at most',
  },
  moreThorough: {
    label: 'More thorough search',
    hint: 'More is taken off, out of public view. No intimate parts are exposed',
  },
  intimateParts: {
    label: 'More thorough search in which intimate parts are exposed (MTIP)',
    hint: 'On the street or anywhere but a custody suite',
  },
  custodyStrip: { label: 'Strip search in custody' },
} as const

export const places = {
  street: 'In the street or a park',
  school: 'In a school',
  home: 'In a home',
  vehicle: 'In or beside a vehicle',
  transport: 'On public transport',
  station: 'In a police station',
  other: 'Somewhere else',
} as const

export const grounds = {
  drugs: 'Drugs (Misuse of Drugs Act 1971, section 23)',
  weapons: 'Weapons or blades (PACE, section 1)',
  stolen: 'Stolen goods or tools for theft (PACE, section 1)',
  firearms: 'Firearms (Firearms Act 1968, section 47)',
  noSuspicion: 'An area where no suspicion is needed (Criminal Justice and Public Order Act 1994, section 60)',
  arrested: 'After an arrest or in custody',
  other: 'Other grounds',
} as const

export const foundAnswers = {
  nothing: 'Nothing',
  drugs: 'Drugs',
  weapon: 'A weapon or blade',
  stolen: 'Stolen goods or tools for theft',
  other: 'Something else that was looked for',
} as const

export const results = {
  noAction: 'No further action',
  advice: 'Advice, or a community resolution',
  interview: 'Asked to a voluntary interview',
  arrest: 'Arrest',
  other: 'Something else',
} as const

export const authorisers = {
  inspector: 'An inspector, or somebody above',
  sergeant: 'A sergeant',
  nobody: 'Nobody authorised it',
  notKnown: 'Not known',
} as const

/** PACE Code C, annex A, paragraph 11(c): the same for a child searched elsewhere. */
export const adultAnswers = {
  present: 'Yes',
  urgent: 'No: it was urgent, because of a risk of serious harm to the child or others',
  childChose: 'No: the child chose so in the presence of the adult, who agreed',
  absent: 'No, and neither of these reasons holds',
} as const

export const footageAnswers = { recorded: 'Yes', notRecorded: 'No', notKnown: 'Not known' } as const

export const parentAnswers = {
  told: 'Yes',
  notYet: 'Not yet',
  unsafe: 'No: it would put the child at risk',
} as const

export const findings = {
  proper: 'It was carried out properly',
  learning: 'It was carried out properly, and there is something to learn',
  notProper: 'It was not carried out properly',
  cannotTell: 'The footage does not show it',
} as const

export const viewers = {
  supervisor: 'A supervisor of the police',
  youthJustice: 'The Youth Justice Service, with the young person',
  monitoringGroup: 'The community monitoring group for stop and search',
  professionalStandards: 'Professional standards of the police',
} as const

export const complainants = {
  child: 'The child',
  parent: 'A parent',
  youthJustice: 'The Youth Justice Service, for the child',
  other: 'Somebody else',
} as const

export const complaintOutcomes = {
  upheld: 'Upheld',
  partly: 'Upheld in part',
  notUpheld: 'Not upheld',
  withdrawn: 'Withdrawn',
} as const

type Search = RowOf<typeof policeSearch>

/** Whether intimate parts of the child were exposed: on the street or in custody. */
export const exposes = ({ kind }: Pick<Search, 'kind'>): boolean => kind === 'intimateParts' || kind === 'custodyStrip'

const when = (wrong: boolean, field: string, message: string): readonly Problem[] => (wrong ? [{ field, message }] : [])

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

import { type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { policeSearch } from './record.ts'

type Db = Kysely<MeasureTables<'police_search', (typeof policeSearch)['fields'], (typeof policeSearch)['lines']>>

const source = 'POL-SEARCH (local definition)'
const of = 'search of a child'
const by = ['kind', 'ethnicity', 'sex', 'age', 'place', 'grounds', 'found', 'result'] as const
const errors = 'Records made in error are left out.'

const inPeriod = (db: Db, { fromInstant, toInstant }: PeriodAsked) =>
  db
    .selectFrom('police_search')
    .where('police_search.state', '!=', 'recordedInError')
    .where('police_search.searchedAt', '>=', fromInstant)
    .where('police_search.searchedAt', '<', toInstant)

const exposing = (db: Db, period: PeriodAsked) =>
  inPeriod(db, period).where('police_search.kind', 'in', ['intimateParts', 'custodyStrip'])

const all = sql<boolean>`true`

export const searches = measure(policeSearch, {
  key: 'police_searches',
  label: 'Searches of children by the police',
  definition: `Stop and searches, more thorough searches and strip searches of people under 18 in the period. ${errors}`,
  unit: 'count',
  of,
  numerator: 'Searches',
  source,
  by,
  version: 1,
  ratePer: '10 to 17',
  cases: (db, { period }) => inPeriod(db, period).select(['police_search.id', all.as('counted')]),
})

export const thoroughSearches = measure(policeSearch, {
  key: 'police_searches_intimate_parts',
  label: 'Searches of children outside custody in which intimate parts were exposed (MTIP)',
  definition: `More thorough searches of people under 18 in which intimate parts were exposed, anywhere but in a custody suite. Strip searches in custody are counted by themselves. ${errors}`,
  unit: 'count',
  of,
  numerator: 'Searches in which intimate parts were exposed, outside custody',
  source: 'POL-SEARCH; PACE Code A, paragraph 3.7',
  by: ['ethnicity', 'sex', 'age', 'place', 'grounds', 'found', 'adult'],
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    inPeriod(db, period)
      .where('police_search.kind', '=', 'intimateParts')
      .select(['police_search.id', all.as('counted')]),
})

export const stripSearches = measure(policeSearch, {
  key: 'police_searches_custody',
  label: 'Strip searches of children in custody',
  definition: `Strip searches of people under 18 in custody in the period. ${errors}`,
  unit: 'count',
  of,
  numerator: 'Strip searches in custody',
  source: 'POL-SEARCH; PACE Code C, annex A',
  by: ['ethnicity', 'sex', 'age', 'grounds', 'found', 'adult'],
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    inPeriod(db, period)
      .where('police_search.kind', '=', 'custodyStrip')
      .select(['police_search.id', all.as('counted')]),
})

export const repeated = measure(policeSearch, {
  key: 'police_searches_repeated',
  label: 'Searches of a child who was searched in the twelve months before',
  definition: `Of searches of children for whom the police have a number, those of a child who was searched at least once in the twelve months before. Searches of children without a number are left out: nobody can tell. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'The same child was searched in the twelve months before',
  denominator: 'Searches of children for whom the police have a number',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    inPeriod(db, period)
      .where('police_search.childNumber', 'is not', null)
      .select([
        'police_search.id',
        sql<boolean>`exists (
          select 1 from police_search earlier
           where upper(earlier.child_number) = upper(police_search.child_number) and earlier.state <> 'recordedInError'
             and earlier.searched_at < police_search.searched_at
             and earlier.searched_at >= police_search.searched_at - interval '12 months')`.as('counted'),
      ]),
})

export const nothingFound = measure(policeSearch, {
  key: 'police_searches_nothing_found',
  label: 'Searches of children in which nothing was found',
  definition: `Of searches of people under 18 in the period, those in which nothing was found. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'Nothing was found',
  denominator: 'Searches',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    inPeriod(db, period).select(['police_search.id', sql<boolean>`police_search.found = 'nothing'`.as('counted')]),
})

export const footageReviewed = measure(policeSearch, {
  key: 'police_searches_footage_reviewed',
  label: 'Searches of children whose footage was reviewed',
  definition: `Of searches of people under 18 that body-worn video recorded, those whose footage somebody has reviewed since, within the police or with others. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'The footage was reviewed',
  denominator: 'Searches recorded by body-worn video',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    inPeriod(db, period)
      .where('police_search.footage', '=', 'recorded')
      .select(['police_search.id', sql<boolean>`police_search.footage_reviewed_on is not null`.as('counted')]),
})

export const adultPresent = measure(policeSearch, {
  key: 'police_searches_adult_present',
  label: 'Searches that exposed a child with an appropriate adult there',
  definition: `Of searches in which intimate parts of a person under 18 were exposed, in custody or not, those at which an appropriate adult was there. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'An appropriate adult was there',
  denominator: 'Searches in which intimate parts were exposed',
  source: 'POL-SEARCH; PACE Code C, annex A, paragraph 11(c)',
  by: ['kind', 'ethnicity', 'sex', 'adult'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    exposing(db, period).select(['police_search.id', sql<boolean>`police_search.adult = 'present'`.as('counted')]),
})

export const referredInTime = measure(policeSearch, {
  key: 'police_searches_referred_in_time',
  label: 'Children exposed in a search who were referred in time',
  definition: `Of searches in which intimate parts of a person under 18 were exposed, those after which the child was referred to the contact team in time. ${errors}`,
  unit: 'percent',
  of,
  numerator: 'Referred in time',
  denominator: 'Searches in which intimate parts were exposed',
  source,
  by: ['kind', 'ethnicity', 'sex'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    exposing(db, period)
      .innerJoin('police_search_clock as due', join =>
        join.onRef('due.recordId', '=', 'police_search.id').on('due.clock', '=', 'referral'),
      )
      .select([
        'police_search.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const complaints = measure(policeSearch, {
  key: 'police_searches_complaints',
  label: 'Complaints about searches of children',
  definition: `Searches of people under 18 in the period about which there was a complaint, whenever it arrived. ${errors}`,
  unit: 'count',
  of,
  numerator: 'Searches complained of',
  source,
  by: ['kind', 'ethnicity', 'complaintFrom', 'complaintOutcome'],
  version: 1,
  cases: (db, { period }) =>
    inPeriod(db, period)
      .where('police_search.complainedOn', 'is not', null)
      .select(['police_search.id', all.as('counted')]),
})

export const measures = [
  searches,
  thoroughSearches,
  stripSearches,
  repeated,
  nothingFound,
  footageReviewed,
  adultPresent,
  referredInTime,
  complaints,
]

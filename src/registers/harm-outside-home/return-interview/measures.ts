import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { returnInterview } from './record.ts'

type Db = Kysely<
  MeasureTables<'return_interview', (typeof returnInterview)['fields'], (typeof returnInterview)['lines']>
>

const of = 'missing episode that has ended (one child, one time)'
const by = ['standing', 'missingFrom', 'responsible', 'sex', 'ethnicity'] as const
const ended = 'Missing episodes that ended in the period'
const source = 'Rulebook MX-03; remedy for offers without an outcome (I-17)'
const leftOut =
  'Each episode that has ended has one interview, offered or not. Episodes joined to another, and records made in error, are left out.'

/** One for each episode that ended in the period: the same base as the table of episodes. */
const due = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('return_interview')
    .where('return_interview.state', '!=', 'recordedInError')
    .where('return_interview.returnedAt', '>=', period.fromInstant)
    .where('return_interview.returnedAt', '<', period.toInstant)

const offered = (db: Db, scope: MeasureScope) => due(db, scope).where('return_interview.offeredAt', 'is not', null)

/** Offers that came to an end that is known: held, declined, nobody reached, or missing again. */
const concluded = (db: Db, scope: MeasureScope) =>
  offered(db, scope).where('return_interview.standing', 'in', [
    'heldInTime',
    'heldLate',
    'declined',
    'noContact',
    'missingAgain',
  ])

const held = sql<boolean>`coalesce(standing in ('heldInTime', 'heldLate'), false)`.as('counted')
const stands = (standing: string) => sql<boolean>`coalesce(standing = ${sql.lit(standing)}, false)`.as('counted')
const inTime = sql<boolean>`coalesce(interview_at - returned_at <= interval '72 hours', false)`

export const interviewsDue = measure(returnInterview, {
  key: 'return_interviews_due',
  label: 'Return home interviews by where they stand',
  definition: `Missing episodes that ended in the period, to be broken down by where the interview stands: not offered yet, offered without an outcome yet, held within 72 hours, held later, declined, no contact, missing again, and not offered with a reason are different, and add up to the total. ${leftOut}`,
  unit: 'count',
  of,
  numerator: ended,
  source,
  by: [...by, 'notOfferedWhy', 'declinedWhy'],
  version: 1,
  cases: (db, scope) => due(db, scope).select(['return_interview.id', sql<boolean>`true`.as('counted')]),
})

export const interviewsOffered = measure(returnInterview, {
  key: 'return_interviews_offered',
  label: 'Missing episodes with a return home interview offered',
  definition: `Of missing episodes that ended in the period, those after which an interview was offered to the child. An offer is no interview. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Episodes after which an interview was offered',
  denominator: ended,
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    due(db, scope).select(['return_interview.id', sql<boolean>`offered_at is not null`.as('counted')]),
})

export const heldOfEpisodes = measure(returnInterview, {
  key: 'return_interviews_held_of_episodes',
  label: 'Return home interviews held, of episodes',
  definition: `Of missing episodes that ended in the period, those after which an interview was held, in time or late. It stands beside the same of offers, and of offers that came to an end. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Interviews held',
  denominator: ended,
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => due(db, scope).select(['return_interview.id', held]),
})

export const heldOfOffers = measure(returnInterview, {
  key: 'return_interviews_held_of_offers',
  label: 'Return home interviews held, of offers',
  definition: `Of interviews offered after episodes that ended in the period, those held, in time or late. Offers that are still open count as not held, so this is lower than it will be. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Interviews held',
  denominator: 'Interviews offered',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => offered(db, scope).select(['return_interview.id', held]),
})

export const heldOfConcluded = measure(returnInterview, {
  key: 'return_interviews_held_of_concluded',
  label: 'Return home interviews held, of offers that came to an end',
  definition: `Of interviews offered after episodes that ended in the period and that were held, declined, given up because nobody was reached, or overtaken by another episode, those held. Offers still open, and those of which no outcome was ever recorded, are left out. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Interviews held',
  denominator: 'Interviews offered that came to an end',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => concluded(db, scope).select(['return_interview.id', held]),
})

const ofOffers = (key: string, standing: string, label: string, what: string) =>
  measure(returnInterview, {
    key,
    label,
    definition: `Of interviews offered after episodes that ended in the period, those ${what}. ${leftOut}`,
    unit: 'percent',
    of,
    numerator: `Interviews ${what}`,
    denominator: 'Interviews offered',
    source,
    by,
    version: 1,
    direction: 'fewer',
    cases: (db, scope) => offered(db, scope).select(['return_interview.id', stands(standing)]),
  })

export const declinedOfOffers = ofOffers(
  'return_interviews_declined',
  'declined',
  'Return home interviews declined, of offers',
  'that the child declined',
)
export const noContactOfOffers = ofOffers(
  'return_interviews_no_contact',
  'noContact',
  'Return home interviews without contact, of offers',
  'for which nobody could be reached after several attempts',
)
export const openOfOffers = ofOffers(
  'return_interviews_in_progress',
  'offered',
  'Return home interviews still open, of offers',
  'that had no outcome yet at the moment of the figure',
)

export const inSeventyTwoHours = measure(returnInterview, {
  key: 'return_interviews_in_time',
  label: 'Return home interviews held within 72 hours',
  definition: `Of missing episodes that ended in the period, those after which an interview was held within 72 elapsed hours of the return, nights, weekends and changes of the clocks included. Where the time of return is estimated, it is the earliest known. Interviews that were never offered, declined or not reached count as not held in time. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Interviews held within 72 hours of the return',
  denominator: ended,
  source: 'Rulebook MX-03 and TC-04; statutory guidance of 2014',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    due(db, scope).select([
      'return_interview.id',
      inTime.as('counted'),
      sql<boolean>`coalesce(standing in ('waiting', 'offered'), false)`.as('open'),
      sql<boolean>`coalesce(standing in ('waiting', 'offered'), false) and returned_at + interval '72 hours' < ${scope.asAt}::timestamptz`.as(
        'overdue',
      ),
    ]),
})

export const hoursToInterview = measure(returnInterview, {
  key: 'return_interviews_hours',
  label: 'Hours from return to interview',
  definition: `The median of elapsed hours from the return of the child to the interview, of interviews held after episodes that ended in the period. ${leftOut}`,
  unit: 'hours',
  of,
  numerator: 'Interviews held',
  denominator: ended,
  source: 'Rulebook MX-03',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    due(db, scope).select([
      'return_interview.id',
      held,
      sql<number>`extract(epoch from interview_at - returned_at) / 3600`.as('value'),
    ]),
})

export const measures: readonly Measure[] = [
  interviewsDue,
  interviewsOffered,
  heldOfEpisodes,
  heldOfOffers,
  heldOfConcluded,
  declinedOfOffers,
  noContactOfOffers,
  openOfOffers,
  inSeventyTwoHours,
  hoursToInterview,
]

import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { arrangement } from './record.ts'
import { noticeDays } from './rules.ts'

type Db = Kysely<MeasureTables<'private_fostering', typeof arrangement.fields, typeof arrangement.lines>>

const by = [
  'notifiedBy',
  'carerRelation',
  'sex',
  'ethnicity',
  'disabled',
  'ward',
  'homesForUkraine',
  'definition',
] as const
const one = 'notification (one child, one arrangement)'
const dueVisit = 'visit that was due (one limit of one child)'
const regulations = 'SI 2005/1533'
const yes = sql<boolean>`true`

const notified = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('private_fostering')
    .where('notifiedOn', '>=', period.from)
    .where('notifiedOn', '<=', period.to)
    .where('state', '!=', 'recordedInError')

export const notifications = measure(arrangement, {
  key: 'private_fostering_notifications',
  label: 'Private fostering notifications',
  definition:
    'Notifications of a private fostering arrangement, or of what was thought to be one, received in the period; one for each child. Records made in error are left out.',
  unit: 'count',
  of: one,
  numerator: 'Notifications received in the period',
  source: 'Rulebook PF-06 (national minimum standards 2005)',
  by,
  version: 1,
  cases: (db, scope) => notified(db, scope).select(['private_fostering.id', yes.as('counted')]),
})

export const assessedAsPrivateFostering = measure(arrangement, {
  key: 'private_fostering_assessed',
  label: 'Notifications assessed as private fostering',
  definition:
    'Of notifications received in the period, those that a manager has decided to be private fostering, whether suitable or not. Notifications not yet decided count as not assessed.',
  unit: 'percent',
  of: one,
  numerator: 'Notifications decided to be private fostering',
  denominator: 'Notifications received in the period',
  source: 'Rulebook PF-01 and PF-06',
  by,
  version: 1,
  cases: (db, scope) =>
    notified(db, scope).select(['private_fostering.id', sql<boolean>`authorised_on is not null`.as('counted')]),
})

export const notifiedInAdvance = measure(arrangement, {
  key: 'private_fostering_in_advance',
  label: 'Notified before the child moved in',
  definition:
    'Of notifications received in the period, those received before the day the child moved in or was to move in. A notification without that day counts as not in advance.',
  unit: 'percent',
  of: one,
  numerator: 'Notifications received before the child moved in',
  denominator: 'Notifications received in the period',
  source: `${regulations}, regulation 3; rulebook PF-02`,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    notified(db, scope).select([
      'private_fostering.id',
      sql<boolean>`coalesce(notified_on < starts_on, false)`.as('counted'),
    ]),
})

export const sixWeeksNotice = measure(arrangement, {
  key: 'private_fostering_six_weeks_notice',
  label: 'Notified at least six weeks ahead',
  definition:
    'Of notifications received in the period, those received 42 days or more before the day the child moved in or was to move in.',
  unit: 'percent',
  of: one,
  numerator: 'Notifications received 42 days or more ahead',
  denominator: 'Notifications received in the period',
  source: `${regulations}, regulation 3(1)(a); rulebook PF-02`,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    notified(db, scope).select([
      'private_fostering.id',
      sql<boolean>`coalesce(starts_on - notified_on >= ${noticeDays}, false)`.as('counted'),
    ]),
})

/** In force: by its answers private fostering, the child there, and not closed otherwise. */
const inForce = (db: Db) =>
  db
    .selectFrom('private_fostering')
    .where('definition', '=', 'meets')
    .where('visitsFrom', 'is not', null)
    .where('state', 'not in', ['recordedInError', 'notPrivateFostering'])

export const arrangementsAtPeriodEnd = measure(arrangement, {
  key: 'private_fostering_arrangements',
  label: 'Private fostering arrangements at the end of the period',
  definition:
    'Arrangements known on the last day of the period that are private fostering by what is recorded, with the child living there, and that had not ended by then. Arrangements still being assessed are included.',
  unit: 'count',
  of: 'arrangement (one child, one carer)',
  numerator: 'Arrangements in force on the last day of the period',
  source: 'Rulebook PF-01; DfE return PF1 until 2015',
  by,
  version: 1,
  cases: (db, { period }) =>
    inForce(db)
      .where('visitsFrom', '<=', period.to)
      .where(eb => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>', period.to)]))
      .select(['private_fostering.id', yes.as('counted')]),
})

export const arrangementsBegun = measure(arrangement, {
  key: 'private_fostering_begun',
  label: 'Private fostering arrangements begun',
  definition:
    'Arrangements that are private fostering by what is recorded and that began in the period: on the day the council became aware, or on the day the child moved in where it knew before.',
  unit: 'count',
  of: 'arrangement (one child, one carer)',
  numerator: 'Arrangements begun in the period',
  source: `${regulations}, regulation 8(6); rulebook PF-06`,
  by,
  version: 1,
  cases: (db, { period }) =>
    inForce(db)
      .where('visitsFrom', '>=', period.from)
      .where('visitsFrom', '<=', period.to)
      .select(['private_fostering.id', yes.as('counted')]),
})

export const arrangementsEnded = measure(arrangement, {
  key: 'private_fostering_ended',
  label: 'Private fostering arrangements ended',
  definition: 'Arrangements whose day of ending lies in the period.',
  unit: 'count',
  of: 'arrangement (one child, one carer)',
  numerator: 'Arrangements ended in the period',
  source: 'Rulebook PF-06',
  by: [...by, 'endReason', 'destination'],
  version: 1,
  cases: (db, { period }) =>
    inForce(db)
      .where('endedOn', '>=', period.from)
      .where('endedOn', '<=', period.to)
      .select(['private_fostering.id', yes.as('counted')]),
})

/** Of limits that fell due in the period and by the day of the figure: overdue ones count, those not yet due do not. */
const due = (db: Db, { period, asAt }: MeasureScope, clock: string) =>
  db
    .selectFrom('private_fostering')
    .innerJoin('private_fostering_clock as due', 'due.recordId', 'private_fostering.id')
    .where('due.clock', '=', clock)
    .where('due.dueOn', '>=', period.from)
    .where('due.dueOn', '<=', period.to)
    .where('due.dueAt', '<', asAt)
    .where('state', '!=', 'recordedInError')
    .select(['private_fostering.id', sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted')])

export const firstVisitsInTime = measure(arrangement, {
  key: 'private_fostering_first_visits_in_time',
  label: 'First visits within seven working days',
  definition:
    'Of first visits due in the period, those made within seven working days of the notification with the child seen, or with the home of the carer visited where the child had not moved in. First visits that are overdue count as not in time.',
  unit: 'percent',
  of: 'first visit that was due (one notification)',
  numerator: 'First visits made by the due date',
  denominator: 'First visits due in the period',
  source: `${regulations}, regulations 4(1) and 7(1); rulebook PF-03`,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => due(db, scope, 'first_visit'),
})

export const assessmentsInTime = measure(arrangement, {
  key: 'private_fostering_assessments_in_time',
  label: 'Assessments decided in time',
  definition:
    'Of assessments due in the period, those that a manager decided by the due date, including decisions that it is not private fostering. Assessments that are overdue count as not in time. The limit (42 working days from the notification unless changed) is local policy.',
  unit: 'percent',
  of: 'assessment that was due (one notification)',
  numerator: 'Assessments decided by the due date',
  denominator: 'Assessments due in the period',
  source: 'Rulebook PF-04 (grade C); local policy',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => due(db, scope, 'assessment'),
})

/**
 * Every limit by which a visit was due. An interval that passed without a visit for twice its length missed two limits,
 * and so on, until the visit was made, the arrangement ended, or the day of the figure.
 */
const limits = (db: Db, { period, asAt }: MeasureScope) =>
  db
    .selectFrom('private_fostering')
    .innerJoin('private_fostering_clock as due', 'due.recordId', 'private_fostering.id')
    .innerJoin(
      sql<{ passing: string }>`lateral generate_series(due.due_on, greatest(due.due_on, least(
          (due.met_at at time zone 'Europe/London')::date - 1,
          private_fostering.ended_on - 1,
          (${asAt}::timestamptz at time zone 'Europe/London')::date - 1
        )), (due.due_on - (due.started_at at time zone 'Europe/London')::date) * interval '1 day')`.as('passing'),
      join => join.onTrue(),
    )
    .where('due.clock', '=', 'next_visit')
    .where('due.dueAt', '<', asAt)
    .where('state', 'not in', ['recordedInError', 'notPrivateFostering'])
    .where(sql<boolean>`passing::date between ${period.from}::date and ${period.to}::date`)

const inTime = sql<boolean>`coalesce(due.met_at <= due.due_at, false)`

export const visitsInTime = measure(arrangement, {
  key: 'private_fostering_visits_in_time',
  label: 'Visits made in time',
  definition:
    'Of visits due in the period, at intervals of six weeks in the first year and twelve weeks after, those made by the due date with the child seen. Visits that are overdue count as not in time.',
  unit: 'percent',
  of: dueVisit,
  numerator: 'Visits made by the due date',
  denominator: 'Visits due in the period',
  source: `${regulations}, regulation 8(1) and (6); rulebook PF-05`,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => limits(db, scope).select(['private_fostering.id', inTime.as('counted')]),
})

export const visitsMissed = measure(arrangement, {
  key: 'private_fostering_visits_missed',
  label: 'Limits for visits missed',
  definition: 'Visits due in the period that were not made by the due date, whether they were made later or not.',
  unit: 'count',
  of: dueVisit,
  numerator: 'Visits due in the period and not made by the due date',
  source: `${regulations}, regulation 8(1) and (6); rulebook PF-05`,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    limits(db, scope)
      .where(sql<boolean>`not ${inTime}`)
      .select(['private_fostering.id', yes.as('counted')]),
})

export const childrenVisitedInTime = measure(arrangement, {
  key: 'private_fostering_children_in_time',
  label: 'Children whose every visit was in time',
  definition:
    'Of children for whom at least one visit was due in the period, those whose every visit was made in time.',
  unit: 'percent',
  of: 'child (one arrangement)',
  numerator: 'Children with every visit in time',
  denominator: 'Children with a visit due in the period',
  source: `${regulations}, regulation 8(1) and (6); rulebook PF-05`,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    limits(db, scope)
      .groupBy('private_fostering.id')
      .select(['private_fostering.id', sql<boolean>`bool_and(${inTime})`.as('counted')]),
})

export const measures: readonly Measure[] = [
  notifications,
  assessedAsPrivateFostering,
  notifiedInAdvance,
  sixWeeksNotice,
  arrangementsBegun,
  arrangementsAtPeriodEnd,
  arrangementsEnded,
  firstVisitsInTime,
  assessmentsInTime,
  visitsInTime,
  visitsMissed,
  childrenVisitedInTime,
]

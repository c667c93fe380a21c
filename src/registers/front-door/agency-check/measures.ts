import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { agencyCheck } from './record.ts'

type Tables = MeasureTables<'agency_check', (typeof agencyCheck)['fields'], (typeof agencyCheck)['lines']>

const of = 'agency check (one agency, one contact)'
const by = ['askedOf', 'urgency', 'answer', 'basis'] as const

/** Checks of the period as they count: those withdrawn did not have to be answered. */
const askedIn = (db: Kysely<Tables>, { period }: MeasureScope) =>
  db
    .selectFrom('agency_check')
    .where('agency_check.askedAt', '>=', period.fromInstant)
    .where('agency_check.askedAt', '<', period.toInstant)
    .where('agency_check.state', '!=', 'withdrawn')

const withClock = (db: Kysely<Tables>, scope: MeasureScope) =>
  askedIn(db, scope).innerJoin(
    db.selectFrom('agency_check_clock').where('agency_check_clock.clock', '=', 'answer').selectAll().as('due'),
    'due.recordId',
    'agency_check.id',
  )

/** A check that waits for the contact team's reply stands still: open, and not the agency's delay. */
const open = sql<boolean>`due.met_at is null`
const overdue = (asAt: string) => sql<boolean>`due.met_at is null and due.paused_at is null and due.due_at < ${asAt}`

const asked = 'Checks asked in the period, not withdrawn'
const answered = (code: string) => sql<boolean>`coalesce(agency_check.answer = ${code}, false)`

export const checksAsked = measure(agencyCheck, {
  key: 'checks_asked',
  label: 'Checks asked of agencies',
  definition: 'Agency checks asked in the period, one for each agency and contact, leaving out those withdrawn.',
  unit: 'count',
  of,
  numerator: asked,
  source: 'Rulebook FD-07',
  by,
  version: 1,
  cases: (db, scope) => askedIn(db, scope).select(['agency_check.id', sql<boolean>`true`.as('counted')]),
})

export const checksAnswered = measure(agencyCheck, {
  key: 'checks_answered',
  label: 'Checks answered',
  definition:
    'Of the checks asked in the period and not withdrawn, those the agency has answered, in time or late, whatever the answer.',
  unit: 'percent',
  of,
  numerator: 'Checks answered',
  denominator: asked,
  source: 'Rulebook FD-07',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    askedIn(db, scope).select(['agency_check.id', sql<boolean>`agency_check.answered_at is not null`.as('counted')]),
})

export const checksInTime = measure(agencyCheck, {
  key: 'checks_on_time',
  label: 'Checks answered in time',
  definition:
    'Of the checks asked in the period and not withdrawn, those answered by the due time of their urgency, which is counted in office hours and stands still while the agency waits for a reply. Checks still open count as not in time; how many are still open and overdue is told beside the figure.',
  unit: 'percent',
  of,
  numerator: 'Checks answered by their due time',
  denominator: asked,
  source: 'Rulebook FD-07; the limits are local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    withClock(db, scope).select([
      'agency_check.id',
      sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
      open.as('open'),
      overdue(scope.asAt).as('overdue'),
    ]),
})

export const hoursToAnswer = measure(agencyCheck, {
  key: 'hours_to_answer_check',
  label: 'Hours from asking to the answer',
  definition:
    'The median of the hours, by the clock and not in office hours, from asking an agency to its answer. Checks still open have no hours and are told beside the figure.',
  unit: 'hours',
  of,
  numerator: 'Checks answered',
  denominator: asked,
  source: 'Rulebook FD-07',
  by,
  version: 1,
  direction: 'fewer',
  timeliness: true,
  cases: (db, scope) =>
    withClock(db, scope).select([
      'agency_check.id',
      sql<boolean>`agency_check.answered_at is not null`.as('counted'),
      sql<number>`extract(epoch from agency_check.answered_at - agency_check.asked_at) / 3600`.as('value'),
      open.as('open'),
      overdue(scope.asAt).as('overdue'),
    ]),
})

export const checksWithInformation = measure(agencyCheck, {
  key: 'checks_with_information',
  label: 'Answers that brought information',
  definition: 'Of the checks asked in the period and answered, those in which the agency knew something and said it.',
  unit: 'percent',
  of,
  numerator: 'Checks answered with information',
  denominator: 'Checks asked in the period and answered',
  source: 'Local policy, after rulebook FD-07',
  by,
  version: 1,
  cases: (db, scope) =>
    askedIn(db, scope)
      .where('agency_check.answeredAt', 'is not', null)
      .select(['agency_check.id', answered('information').as('counted')]),
})

export const checksNotShared = measure(agencyCheck, {
  key: 'checks_not_shared',
  label: 'Answers that an agency could not share',
  definition: 'Of the checks asked in the period and answered, those in which the agency said that it cannot share.',
  unit: 'percent',
  of,
  numerator: 'Checks answered with “We cannot share”',
  denominator: 'Checks asked in the period and answered',
  source: 'Rulebook FD-07 and IS-01',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    askedIn(db, scope)
      .where('agency_check.answeredAt', 'is not', null)
      .select(['agency_check.id', answered('cannotShare').as('counted')]),
})

export const measures = [
  checksAsked,
  checksAnswered,
  checksInTime,
  hoursToAnswer,
  checksWithInformation,
  checksNotShared,
]

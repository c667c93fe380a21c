import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { seriousIncident } from './record.ts'

type Db = Kysely<
  MeasureTables<'serious_incident', (typeof seriousIncident)['fields'], (typeof seriousIncident)['lines']>
>

const of = 'incident (one child)'
const by = ['harm', 'care', 'place'] as const
const source = 'Rulebook SI-01 to SI-04; CR-SYSTEM'
const leftOut = 'Incidents recorded in error are left out.'

const consideredIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('serious_incident')
    .where('serious_incident.state', '!=', 'recordedInError')
    .where('serious_incident.awareOn', '>=', period.from)
    .where('serious_incident.awareOn', '<=', period.to)

/** In time or not, and what is still open (TC-08), by one of the stored clocks. */
const inTime = (db: Db, scope: MeasureScope, clock: string) =>
  consideredIn(db, scope)
    .innerJoin('serious_incident_clock as due', 'due.recordId', 'serious_incident.id')
    .where('due.clock', '=', clock)
    .select([
      'serious_incident.id',
      sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
      sql<boolean>`due.met_at is null`.as('open'),
      sql<boolean>`due.met_at is null and due.due_at < ${scope.asAt}`.as('overdue'),
    ])

const yes = sql<boolean>`true`.as('counted')
const timely = { unit: 'percent', of, source, by, version: 1, direction: 'more', timeliness: true } as const

export const considered = measure(seriousIncident, {
  key: 'incidents_considered',
  label: 'Serious incidents considered',
  definition: `Incidents of which the authority became aware in the period and that were considered, whether or not the Panel was notified. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Incidents considered',
  source,
  by,
  version: 1,
  cases: (db, scope) => consideredIn(db, scope).select(['serious_incident.id', yes]),
})

export const notified = measure(seriousIncident, {
  key: 'incidents_notified',
  label: 'Incidents notified to the Panel',
  definition: `Of incidents considered in the period, those notified to the Child Safeguarding Practice Review Panel. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Incidents notified',
  denominator: 'Incidents considered',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    consideredIn(db, scope).select([
      'serious_incident.id',
      sql<boolean>`serious_incident.notified_on is not null`.as('counted'),
    ]),
})

export const notifiedInTime = measure(seriousIncident, {
  ...timely,
  key: 'incidents_notified_in_time',
  label: 'Notifications to the Panel made in time',
  definition: `Of incidents of which the authority became aware in the period and that are notified, those notified within five working days. One that is still to be considered is not counted yet. ${leftOut}`,
  numerator: 'Notified within five working days',
  denominator: 'Incidents notified or to be notified',
  cases: (db, scope) => inTime(db, scope, 'notify_panel').where('serious_incident.state', '!=', 'recorded'),
})

export const partnersInTime = measure(seriousIncident, {
  ...timely,
  key: 'incident_partners_told_in_time',
  label: 'Safeguarding partners told of incidents in time',
  definition: `Of incidents of which the authority became aware in the period and that are notified, those of which the safeguarding partners were told within five working days. ${leftOut}`,
  numerator: 'Partners told within five working days',
  denominator: 'Incidents notified or to be notified',
  cases: (db, scope) => inTime(db, scope, 'tell_partners').where('serious_incident.state', '!=', 'recorded'),
})

export const childDeathsInTime = measure(seriousIncident, {
  ...timely,
  key: 'incident_deaths_told_in_time',
  label: 'Deaths told to the child death review partners in time',
  definition: `Of incidents in which a child died and of which the authority became aware in the period, those told within the limit, which is local policy (24 hours unless changed). ${leftOut}`,
  numerator: 'Told within the limit',
  denominator: 'Incidents in which a child died',
  cases: (db, scope) => inTime(db, scope, 'child_death'),
})

export const rapidReviewsInTime = measure(seriousIncident, {
  ...timely,
  key: 'rapid_reviews_in_time',
  label: 'Rapid reviews sent to the Panel in time',
  definition: `Of incidents of which the authority became aware in the period and for which a rapid review is made, those whose rapid review was sent within fifteen working days of awareness, the earlier of the two days from which sources count. ${leftOut}`,
  numerator: 'Sent within fifteen working days of awareness',
  denominator: 'Rapid reviews made or due',
  cases: (db, scope) => inTime(db, scope, 'rapid_review'),
})

export const panelDisagreements = measure(seriousIncident, {
  key: 'panel_disagreements',
  label: 'Incidents on which the Panel saw it differently',
  definition: `Of incidents considered in the period that the Panel has answered, those on which it disagreed or asked to reconsider at least once, in either direction. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Panel disagreed or asked to reconsider',
  denominator: 'Incidents answered by the Panel',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    consideredIn(db, scope)
      .where('serious_incident.panelAnswer', 'is not', null)
      .select([
        'serious_incident.id',
        sql<boolean>`exists (select 1 from serious_incident_letters l where l.record_id = serious_incident.id
          and l.direction = 'fromPanel' and l.letter_kind in ('disagrees', 'asksToReconsider'))`.as('counted'),
      ]),
})

export const decisionsChanged = measure(seriousIncident, {
  key: 'incident_decisions_changed',
  label: 'Decisions about a review that were changed',
  definition: `Of incidents considered in the period about which something was decided, those whose decision in force is not the first one. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decision changed',
  denominator: 'Incidents with a decision',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    consideredIn(db, scope)
      .where('serious_incident.outcome', 'is not', null)
      .select([
        'serious_incident.id',
        sql<boolean>`serious_incident.outcome <> serious_incident.first_outcome`.as('counted'),
      ]),
})

export const measures: readonly Measure[] = [
  considered,
  notified,
  notifiedInTime,
  partnersInTime,
  childDeathsInTime,
  rapidReviewsInTime,
  panelDisagreements,
  decisionsChanged,
]

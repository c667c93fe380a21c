import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { jointSupervision } from './record.ts'

type Db = Kysely<
  MeasureTables<'joint_supervision', (typeof jointSupervision)['fields'], (typeof jointSupervision)['lines']>
>

const source = 'CSC-JOINT (two services, one family); the interval is local policy'
const said = 'Only what somebody has said counts: that both are open is computed, and said by a person.'

/** Pairs with both services open on the last day of the period. */
const openAtEnd = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('joint_supervision')
    .where('joint_supervision.state', '!=', 'recordedInError')
    .where('joint_supervision.bothOpenOn', '<=', period.to)
    .where(eb => eb.or([eb('joint_supervision.endedOn', 'is', null), eb('joint_supervision.endedOn', '>', period.to)]))

export const bothServicesOpen = measure(jointSupervision, {
  key: 'both_services_open',
  label: 'Both services open at the end of the period',
  definition: `Children and adults of one family for whom a children's and an adults' service were both open on the last day of the period; a child counts once for each such adult. ${said}`,
  unit: 'count',
  of: 'child and adult of one family with both services open',
  numerator: 'Both services open on the last day of the period',
  source,
  by: [],
  version: 1,
  cases: (db, scope) => openAtEnd(db, scope).select(['joint_supervision.id', sql<boolean>`true`.as('counted')]),
})

export const childrenBothOpen = measure(jointSupervision, {
  key: 'children_both_services_open',
  label: 'Children in families with both services open',
  definition: `Children with an open children's service in whose family an adults' service was open on the last day of the period; each child counts once, and records of one child that were merged are one. ${said}`,
  unit: 'count',
  of: 'child (one person)',
  numerator: 'Children with both services open on the last day of the period',
  source,
  by: [],
  version: 1,
  cases: (db, scope) =>
    openAtEnd(db, scope)
      .leftJoin(sql<{ id: string; stays: string }>`canopy.merged_people(${scope.asAt})`.as('merged'), join =>
        join.onRef('merged.id', '=', 'joint_supervision.child'),
      )
      .distinctOn(sql`coalesce(merged.stays, joint_supervision.child)`)
      .orderBy(sql`coalesce(merged.stays, joint_supervision.child)`)
      .orderBy('joint_supervision.bothOpenOn')
      .orderBy('joint_supervision.id')
      .select(['joint_supervision.id', sql<boolean>`true`.as('counted')]),
})

export const jointSupervisionInTime = measure(jointSupervision, {
  key: 'joint_supervision_in_time',
  label: 'Joint supervision held in time',
  definition: `Of joint supervisions due in the period, those held by the due date. An interval runs from the day both services were open, and from each joint supervision to the next. ${said}`,
  unit: 'percent',
  of: 'joint supervision that was due (one interval of one child and adult)',
  numerator: 'Joint supervisions held by the due date',
  denominator: 'Joint supervisions due in the period',
  source,
  by: [],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('joint_supervision')
      .innerJoin('joint_supervision_clock as due', 'due.recordId', 'joint_supervision.id')
      .where('due.clock', '=', 'joint_supervision')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('due.dueAt', '<', asAt)
      .where('joint_supervision.state', '!=', 'recordedInError')
      .select([
        'joint_supervision.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null`.as('overdue'),
      ]),
})

export const pairsSupervisedInTime = measure(jointSupervision, {
  key: 'both_services_open_supervised',
  label: 'Both services open, joint supervision in time',
  definition: `Of children and adults for whom both services were open on the last day of the period, those with no joint supervision overdue on that day. ${said}`,
  unit: 'percent',
  of: 'child and adult of one family with both services open',
  numerator: 'No joint supervision overdue on the last day of the period',
  denominator: 'Both services open on the last day of the period',
  source,
  by: [],
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    openAtEnd(db, scope).select([
      'joint_supervision.id',
      sql<boolean>`not exists (
        select 1 from joint_supervision_clock due
         where due.record_id = joint_supervision.id and due.clock = 'joint_supervision'
           and due.due_on < ${scope.period.to} and (due.met_at is null or (due.met_at at time zone 'Europe/London')::date > ${scope.period.to}))`.as(
        'counted',
      ),
    ]),
})

export const measures = [bothServicesOpen, childrenBothOpen, jointSupervisionInTime, pairsSupervisedInTime]

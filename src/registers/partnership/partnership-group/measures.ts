import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { isMeetingOf } from '../../../fields/lists/partnership.ts'
import { partnershipGroup } from './record.ts'

type Db = Kysely<
  MeasureTables<'partnership_group', (typeof partnershipGroup)['fields'], (typeof partnershipGroup)['lines']>
>

const by = ['kind'] as const
const leftOut = 'Groups recorded in error are left out.'
const yes = sql<boolean>`true`.as('counted')

const standing = (db: Db) =>
  db.selectFrom('partnership_group').where('partnership_group.state', '!=', 'recordedInError')

/** Established by the end of the period and not ended by then. */
const runningAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('partnership_group.establishedOn', '<=', period.to)
    .where(eb => eb.or([eb('partnership_group.endedOn', 'is', null), eb('partnership_group.endedOn', '>', period.to)]))

export const groupsRunning = measure(partnershipGroup, {
  key: 'groups_running',
  label: 'Groups that run',
  definition: `Groups established by the last day of the period that had not ended by then. ${leftOut}`,
  unit: 'count',
  of: 'group',
  numerator: 'Groups that run on the last day of the period',
  source: 'GOV-STRUCT (local definition)',
  by,
  version: 1,
  cases: (db, scope) => runningAtEnd(db, scope).select(['partnership_group.id', yes]),
})

export const taskGroupsEstablished = measure(partnershipGroup, {
  key: 'task_groups_established',
  label: 'Task and finish groups established',
  definition: `Task and finish groups established in the period, whether or not they have ended since. ${leftOut}`,
  unit: 'count',
  of: 'group',
  numerator: 'Task and finish groups established in the period',
  source: 'GOV-TFG',
  by: [],
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('partnership_group.kind', '=', 'taskGroup')
      .where('partnership_group.establishedOn', '>=', period.from)
      .where('partnership_group.establishedOn', '<=', period.to)
      .select(['partnership_group.id', yes]),
})

export const taskGroupsPastEnd = measure(partnershipGroup, {
  key: 'task_groups_past_end',
  label: 'Task and finish groups past the day they were to end by',
  definition: `Of task and finish groups that run on the last day of the period, those whose day to end by, as it was moved last, is before that day. ${leftOut}`,
  unit: 'percent',
  of: 'group',
  numerator: 'Past the day they were to end by',
  denominator: 'Task and finish groups that run on the last day of the period',
  source: 'GOV-TFG (local definition)',
  by: [],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    runningAtEnd(db, scope)
      .where('partnership_group.kind', '=', 'taskGroup')
      .select([
        'partnership_group.id',
        sql<boolean>`coalesce(partnership_group.ends_by < ${scope.period.to}, false)`.as('counted'),
      ]),
})

export const groupsThatMet = measure(partnershipGroup, {
  key: 'groups_that_met',
  label: 'Groups that met',
  definition: `Of groups that run on the last day of the period and whose meetings are planned in Canopy, those with at least one meeting that ended in the period. ${leftOut}`,
  unit: 'percent',
  of: 'group',
  numerator: 'Groups with a meeting held in the period',
  denominator: 'Groups whose kind of meeting is recorded',
  source: 'GOV-STRUCT (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    runningAtEnd(db, scope)
      .where('partnership_group.meetingKind', 'is not', null)
      .select([
        'partnership_group.id',
        sql<boolean>`exists (
          select 1 from canopy.meeting m
           where ${sql.raw(isMeetingOf({ kind: 'partnership_group.meeting_kind', name: 'partnership_group.meeting_name' }, 'm'))}
             and m.ended_at >= ${scope.period.fromInstant} and m.ended_at < ${scope.period.toInstant} and m.ended_at <= ${scope.asAt})`.as(
          'counted',
        ),
      ]),
})

export const areasReviewed = measure(partnershipGroup, {
  key: 'group_areas_reviewed',
  label: 'Areas that groups review',
  definition: `Areas that groups review on the last day of the period: performance data, audits and so on, each as its group has named it. ${leftOut}`,
  unit: 'count',
  of: 'area of one group',
  numerator: 'Areas reviewed on the last day of the period',
  source: 'QA-SUBGROUP',
  by,
  version: 1,
  cases: (db, scope) =>
    runningAtEnd(db, scope)
      .innerJoin('partnership_group_areas as area', 'area.recordId', 'partnership_group.id')
      .where('area.areaFrom', '<=', scope.period.to)
      .where(eb => eb.or([eb('area.areaUntil', 'is', null), eb('area.areaUntil', '>=', scope.period.to)]))
      .select(['area.id', 'partnership_group.id as recordId', yes]),
})

export const workstreams = measure(partnershipGroup, {
  key: 'group_workstreams',
  label: 'Workstreams begun',
  definition: `Workstreams of groups that began in the period. ${leftOut}`,
  unit: 'count',
  of: 'workstream of one group',
  numerator: 'Workstreams that began in the period',
  source: 'DI-TFG',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .innerJoin('partnership_group_workstreams as stream', 'stream.recordId', 'partnership_group.id')
      .where('stream.streamFrom', '>=', period.from)
      .where('stream.streamFrom', '<=', period.to)
      .select(['stream.id', 'partnership_group.id as recordId', yes]),
})

export const outputs = measure(partnershipGroup, {
  key: 'group_outputs',
  label: 'Outputs of groups',
  definition: `Protocols, maps, plans and other outputs of groups that were agreed in the period. ${leftOut}`,
  unit: 'count',
  of: 'output',
  numerator: 'Outputs agreed in the period',
  source: 'GOV-TFG',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .innerJoin('partnership_group_outputs as made', 'made.recordId', 'partnership_group.id')
      .where('made.outputOn', '>=', period.from)
      .where('made.outputOn', '<=', period.to)
      .select(['made.id', 'partnership_group.id as recordId', yes]),
})

export const measures: readonly Measure[] = [
  groupsRunning,
  taskGroupsEstablished,
  taskGroupsPastEnd,
  groupsThatMet,
  areasReviewed,
  workstreams,
  outputs,
]

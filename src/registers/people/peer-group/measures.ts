import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { peerGroup } from './record.ts'

type Db = Kysely<MeasureTables<'peer_group', (typeof peerGroup)['fields'], (typeof peerGroup)['lines']>>

const source = 'EXP-PEERMAP (local definition)'
const by = ['kind', 'toldBy', 'ward'] as const

/** Groups that somebody worried about on the last day of the period. */
const knownAtEnd = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('peer_group')
    .where('peer_group.state', '!=', 'recordedInError')
    .where('peer_group.knownOn', '<=', period.to)
    .where(eb => eb.or([eb('peer_group.until', 'is', null), eb('peer_group.until', '>', period.to)]))

export const groupsKnown = measure(peerGroup, {
  key: 'peer_groups_known',
  label: 'Groups known at the end of the period',
  definition:
    'Groups known to us by the last day of the period about which the worry had not ended by then. Records made in error are left out.',
  unit: 'count',
  of: 'group',
  numerator: 'Groups known on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => knownAtEnd(db, scope).select(['peer_group.id', sql<boolean>`true`.as('counted')]),
})

/** The date of birth as it was known at the instant: people are another register, whose history is asked. */
const bornAt = (asAt: string) => sql<{ born: string | null; child: boolean }>`lateral (
  select h.born_on as born, h.kind = 'child' as child from canopy.person_history h
   where h.id = peer_group_members.person and h.updated_at <= ${asAt}
   order by h.version desc limit 1)`

export const membersUnder18 = measure(peerGroup, {
  key: 'peer_group_children',
  label: 'Children who belong to groups',
  definition:
    'People under 18 on the last day of the period who belonged then to a group known to us. Each counts once, in the group known first, and records of one person that were merged are one. Where the date of birth is not known, whoever is recorded as a child counts.',
  unit: 'count',
  of: 'child (one person)',
  numerator: 'Children who belong to a group on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    knownAtEnd(db, scope)
      .innerJoin('peer_group_members', 'peer_group_members.recordId', 'peer_group.id')
      .innerJoin(bornAt(scope.asAt).as('known'), join => join.onTrue())
      .leftJoin(sql<{ id: string; stays: string }>`canopy.merged_people(${scope.asAt})`.as('merged'), join =>
        join.onRef('merged.id', '=', 'peer_group_members.person'),
      )
      .where(sql<boolean>`coalesce(peer_group_members.since <= ${scope.period.to}, true)`)
      .where(sql<boolean>`coalesce(peer_group_members.until > ${scope.period.to}, true)`)
      .where(sql<boolean>`coalesce(known.born > (${scope.period.to}::date - interval '18 years')::date, known.child)`)
      .distinctOn(sql`coalesce(merged.stays, peer_group_members.person)`)
      .orderBy(sql`coalesce(merged.stays, peer_group_members.person)`)
      .orderBy('peer_group.knownOn')
      .orderBy('peer_group.id')
      .select(['peer_group_members.id', 'peer_group.id as recordId', sql<boolean>`true`.as('counted')]),
})

export const taskingInTime = measure(peerGroup, {
  key: 'peer_group_tasking_in_time',
  label: 'Actions of daily tasking done in time',
  definition:
    'Of actions of daily tasking due in the period, those done by the day they were due. Actions of groups recorded in error are left out.',
  unit: 'percent',
  of: 'action of daily tasking',
  numerator: 'Actions done by the day they were due',
  denominator: 'Actions due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('peer_group')
      .innerJoin('peer_group_tasking', 'peer_group_tasking.recordId', 'peer_group.id')
      .leftJoin('peer_group_results', join =>
        join
          .onRef('peer_group_results.recordId', '=', 'peer_group.id')
          .onRef('peer_group_results.number', '=', 'peer_group_tasking.number'),
      )
      .where('peer_group.state', '!=', 'recordedInError')
      .where('peer_group_tasking.dueOn', '>=', period.from)
      .where('peer_group_tasking.dueOn', '<=', period.to)
      .select([
        'peer_group_tasking.id',
        'peer_group.id as recordId',
        sql<boolean>`coalesce(peer_group_results.done_on <= peer_group_tasking.due_on, false)`.as('counted'),
        sql<boolean>`peer_group_results.done_on is null`.as('open'),
        sql<boolean>`peer_group_results.done_on is null and peer_group_tasking.due_on < (${asAt}::timestamptz at time zone 'Europe/London')::date`.as(
          'overdue',
        ),
      ]),
})

export const measures = [groupsKnown, membersUnder18, taskingInTime]

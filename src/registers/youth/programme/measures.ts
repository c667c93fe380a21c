import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import type { programmeKinds } from '../../../fields/lists/youth.ts'
import { programme } from './record.ts'

type Db = Kysely<MeasureTables<'programme', (typeof programme)['fields'], (typeof programme)['lines']>>
type Kind = keyof typeof programmeKinds

const by = ['kind', 'objective', 'provider', 'audience'] as const
const yes = sql<boolean>`true`
const leftOut = 'Programmes recorded in error are left out.'

const standing = (db: Db, kinds: readonly Kind[] | null) => {
  const all = db.selectFrom('programme').where('programme.state', '!=', 'recordedInError')
  return kinds === null ? all : all.where('programme.kind', 'in', kinds)
}

/** One row for each unit of a head count, so that a case is a person or an attendance and leads back to its session. */
const each = (count: RawBuilder<number>) =>
  sql<{ nth: number }>`lateral generate_series(1, ${count})`.as<'nth'>(sql`each_one(nth)`)

const inSessions = (db: Db, kinds: readonly Kind[] | null, count: RawBuilder<number>) =>
  standing(db, kinds)
    .innerJoin('programme_sessions', 'programme_sessions.recordId', 'programme.id')
    .innerJoin(each(count), join => join.onTrue())
    .select(['programme_sessions.id', 'programme.id as recordId', yes.as('counted')])

const attendances = sql<number>`programme_sessions.came`
const firstTimers = sql<number>`programme_sessions.first_time`

const heldIn =
  (kinds: readonly Kind[] | null, count: RawBuilder<number>) =>
  (db: Db, { period }: MeasureScope) =>
    inSessions(db, kinds, count)
      .where('programme_sessions.heldOn', '>=', period.from)
      .where('programme_sessions.heldOn', '<=', period.to)

const summer = ['summer', 'launchPad'] as const
const openToAll = ['universal', 'summer', 'launchPad'] as const

export const summerPeople = measure(programme, {
  key: 'summer_people',
  label: 'Young people reached by the summer programme and Launch Pad',
  definition: `Young people who came to a session of the summer programme or of Launch Pad for the first time in the period, by the head counts of the sessions. Each is counted once in a programme; somebody in both programmes counts twice. ${leftOut}`,
  unit: 'count',
  of: 'young person at their first session of a programme',
  numerator: 'Young people who came for the first time in the period',
  source: 'YS-UNIVERSAL (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => heldIn(summer, firstTimers)(db, scope),
})

export const universalPeople = measure(programme, {
  key: 'universal_people',
  label: 'Young people reached by what is open to all',
  definition: `Young people who came to a session of the universal offer, the summer programme or Launch Pad for the first time in the period. Each is counted once in a programme. ${leftOut}`,
  unit: 'count',
  of: 'young person at their first session of a programme',
  numerator: 'Young people who came for the first time in the period',
  source: 'YS-UNIVERSAL (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => heldIn(openToAll, firstTimers)(db, scope),
})

export const universalAttendances = measure(programme, {
  key: 'universal_attendances',
  label: 'Attendances at what is open to all',
  definition: `Attendances at sessions of the universal offer, the summer programme and Launch Pad held in the period. Somebody who comes ten times is ten attendances. ${leftOut}`,
  unit: 'count',
  of: 'attendance (one person at one session)',
  numerator: 'Attendances at sessions held in the period',
  source: 'YS-UNIVERSAL (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => heldIn(openToAll, attendances)(db, scope),
})

export const wellbeingPeople = measure(programme, {
  key: 'wellbeing_people',
  label: 'Young people reached by the wellbeing programme',
  definition: `Young people who came to a session of the wellbeing programme for the first time in the period, the sessions in which it was designed with them among these. ${leftOut}`,
  unit: 'count',
  of: 'young person at their first session of a programme',
  numerator: 'Young people who came for the first time in the period',
  source: 'YS-ELEVATE (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) => heldIn(['wellbeing'], firstTimers)(db, scope),
})

export const parentsOffered = measure(programme, {
  key: 'parents_offered_training',
  label: 'Parents and carers offered online training',
  definition: `Parents and carers to whom online training or a workshop was offered in the period, by the counts of the offers. An offer is not attendance; somebody offered twice counts twice. ${leftOut}`,
  unit: 'count',
  of: 'parent or carer to whom it was offered',
  numerator: 'Parents and carers offered training in the period',
  source: 'YS-PARENT (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db, ['parentTraining'])
      .innerJoin('programme_offers', 'programme_offers.recordId', 'programme.id')
      .innerJoin(each(sql<number>`programme_offers.offered`), join => join.onTrue())
      .where('programme_offers.offeredOn', '>=', period.from)
      .where('programme_offers.offeredOn', '<=', period.to)
      .select(['programme_offers.id', 'programme.id as recordId', yes.as('counted')]),
})

export const reachedByChampions = measure(programme, {
  key: 'parents_reached_by_champions',
  label: 'Parents and carers reached by parent champions, to date',
  definition: `Parents and carers who came for the first time to a session held by parent champions, from the start of the programme to the end of the period. It grows from period to period. ${leftOut}`,
  unit: 'count',
  of: 'parent or carer at their first session',
  numerator: 'Parents and carers reached by the end of the period',
  source: 'YS-PARENT (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    inSessions(db, ['parentChampions'], firstTimers).where('programme_sessions.heldOn', '<=', period.to),
})

export const sessionsHeld = measure(programme, {
  key: 'programme_sessions_held',
  label: 'Sessions and meetings held',
  definition: `Sessions and meetings of programmes held in the period, those for staff and partners among them. ${leftOut}`,
  unit: 'count',
  of: 'session or meeting',
  numerator: 'Sessions and meetings held in the period',
  source: 'YJ-DISP (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db, null)
      .innerJoin('programme_sessions', 'programme_sessions.recordId', 'programme.id')
      .where('programme_sessions.heldOn', '>=', period.from)
      .where('programme_sessions.heldOn', '<=', period.to)
      .select(['programme_sessions.id', 'programme.id as recordId', yes.as('counted')]),
})

export const sessionsInTime = measure(programme, {
  key: 'programme_sessions_in_time',
  label: 'Sessions and meetings held as often as promised',
  definition: `Of sessions and meetings due in the period by what the plan of a programme promises, those held by the due date. Programmes that promise nothing are left out. ${leftOut}`,
  unit: 'percent',
  of: 'session or meeting that was due',
  numerator: 'Sessions and meetings held by the due date',
  denominator: 'Sessions and meetings due in the period',
  source: 'YJ-DISP: monthly and two-monthly meetings, supervision and programme (local policy)',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db, null)
      .innerJoin('programme_clock as due', 'due.recordId', 'programme.id')
      .where('due.clock', '=', 'next_session')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'programme.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const circleSchools = measure(programme, {
  key: 'circle_schools',
  label: 'Schools with circles',
  definition: `Schools in which at least one circle had begun by the end of the period, in programmes that had not ended by then. ${leftOut}`,
  unit: 'count',
  of: 'school',
  numerator: 'Schools with a circle at the end of the period',
  source: 'YS-BAM (local definition)',
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db, ['circles'])
      .innerJoin('programme_circles', 'programme_circles.recordId', 'programme.id')
      .where('programme_circles.circleFrom', '<=', period.to)
      .where(eb => eb.or([eb('programme.endedOn', 'is', null), eb('programme.endedOn', '>', period.to)]))
      .distinctOn('programme_circles.circleSchool')
      .orderBy('programme_circles.circleSchool')
      .orderBy('programme_circles.circleFrom')
      .orderBy('programme_circles.id')
      .select(['programme_circles.id', 'programme.id as recordId', yes.as('counted')]),
})

export const measures = [
  summerPeople,
  universalPeople,
  universalAttendances,
  wellbeingPeople,
  parentsOffered,
  reachedByChampions,
  sessionsHeld,
  sessionsInTime,
  circleSchools,
]

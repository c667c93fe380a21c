import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { type MeasureTables, measure, type PeriodAsked } from '../../../declare/measure.ts'
import { operationEncompass } from './record.ts'

type Tables = MeasureTables<
  'operation_encompass',
  (typeof operationEncompass)['fields'],
  (typeof operationEncompass)['lines']
>
type Measured = Kysely<Tables>
type Where = ExpressionBuilder<Tables, 'operation_encompass'>

const of = 'notification (one child, one incident)'
const by = [
  'settingType',
  'phase',
  'joined',
  'deliveredHow',
  'school',
  'council',
  'police',
  'contactWarning',
  'cameBack',
] as const

/** Known to the police in the period. */
const inPeriod =
  ({ fromInstant, toInstant }: PeriodAsked) =>
  (where: Where) =>
    where.and([where('attendedAt', '>=', fromInstant), where('attendedAt', '<', toInstant)])

/** One for each child and incident: what was sent on is counted once, at the school it ended with. */
const counts = (where: Where) => where('state', 'not in', ['sentOn', 'withdrawn'])

/** Notifications of the period, each child and incident once. */
const notified = (db: Measured, period: PeriodAsked) =>
  db.selectFrom('operation_encompass').where(inPeriod(period)).where(counts)

/** Those with a time limit to tell the school, old or new. */
const timed = (db: Measured, period: PeriodAsked) =>
  notified(db, period)
    .innerJoin('operation_encompass_clock as due', 'due.recordId', 'operation_encompass.id')
    .where('due.clock', 'in', ['told_voluntary', 'told_statutory'])

const notWithRightSchool = sql<boolean>`(delivered_at is null or came_back_at is not null)`

const counted = 'Each child and incident counts once: what was sent on to another school counts there.'

export const notifications = measure(operationEncompass, {
  key: 'encompass_notifications',
  label: 'Operation Encompass notifications',
  definition: `Notifications about incidents that were reported to or attended by the police in the period, leaving out those withdrawn before sending. ${counted}`,
  unit: 'count',
  of,
  numerator: 'Notifications whose incident became known to the police in the period',
  source: 'Rulebook OE-01',
  by,
  version: 1,
  cases: (db, { period }) => notified(db, period).select(['operation_encompass.id', sql<boolean>`true`.as('counted')]),
})

export const toldInTime = measure(operationEncompass, {
  key: 'encompass_in_time',
  label: 'Schools told before the next school day',
  definition: `Of notifications that were due, those told to the child’s own school (or, for a child without a school, to the council) before the start of the first school day after the incident. Due are those told, and those not told whose time limit has passed: open and overdue ones count as not in time. Where a school’s calendar is not held, the next working day stands in for it and the time limit is marked provisional. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'Told to the right school before its next school day began',
  denominator: 'Notifications due, including those still open and overdue',
  source: 'Rulebook OE-01 and OE-03; a voluntary scheme until 6 November 2025, statutory guidance from 7 November 2025',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    timed(db, period)
      .where(where =>
        where.or([
          where.and([where('deliveredAt', 'is not', null), where('cameBackAt', 'is', null)]),
          where('due.dueAt', '<=', asAt),
        ]),
      )
      .select([
        'operation_encompass.id',
        sql<boolean>`coalesce(came_back_at is null and delivered_at < due.due_at, false)`.as('counted'),
        notWithRightSchool.as('open'),
        sql<boolean>`${notWithRightSchool} and due.due_at <= ${asAt}`.as('overdue'),
      ]),
})

export const overdue = measure(operationEncompass, {
  key: 'encompass_overdue',
  label: 'Notifications overdue and not yet with the right school',
  definition: `Notifications about incidents of the period that have not been told to the child’s own school although its next school day has begun, including those that came back from a wrong school. ${counted}`,
  unit: 'count',
  of,
  numerator: 'Not told, and the time limit has passed',
  source: 'Rulebook OE-01 and TC-08',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period, asAt }) =>
    timed(db, period)
      .where('due.dueAt', '<=', asAt)
      .where(where => where.or([where('deliveredAt', 'is', null), where('cameBackAt', 'is not', null)]))
      .select(['operation_encompass.id', sql<boolean>`true`.as('counted')]),
})

export const schoolsJoined = measure(operationEncompass, {
  key: 'encompass_joined',
  label: 'Notifications for schools that have joined',
  definition: `Of notifications for children at a school or college, those whose school had joined Operation Encompass when the notification was recorded. Children educated at home, or without a known school, are left out. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'The school had joined',
  denominator: 'Notifications for a child at a school or college',
  source: 'Rulebook OE-01',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    notified(db, period)
      .where('school', 'is not', null)
      .select(['operation_encompass.id', sql<boolean>`joined = 'joined'`.as('counted')]),
})

/** Told, and not come back. */
const withRightSchool = (where: Where) =>
  where.and([where('deliveredAt', 'is not', null), where('cameBackAt', 'is', null)])

export const acknowledged = measure(operationEncompass, {
  key: 'encompass_acknowledged',
  label: 'Notifications read by the key adult',
  definition: `Of notifications told to the right school or council, those which its key adult has said to have read. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'Acknowledged',
  denominator: 'Notifications told to the right school or council',
  source: 'Rulebook OE-02',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    notified(db, period)
      .where(withRightSchool)
      .select(['operation_encompass.id', sql<boolean>`acknowledged_at is not null`.as('counted')]),
})

export const supported = measure(operationEncompass, {
  key: 'encompass_supported',
  label: 'Notifications with support recorded',
  definition: `Of notifications told to the right school or council, those for which it has recorded what it did for the child, which may be that no support was needed. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'Support recorded at least once',
  denominator: 'Notifications told to the right school or council',
  source: 'Rulebook OE-02',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    notified(db, period)
      .where(withRightSchool)
      .select(['operation_encompass.id', sql<boolean>`supported_at is not null`.as('counted')]),
})

export const misdirected = measure(operationEncompass, {
  key: 'encompass_misdirected',
  label: 'Notifications sent to a wrong school',
  definition:
    'Of all notifications told to a school about incidents of the period, those that the school returned because the child is not its pupil, or that were recalled because they had gone to the wrong school. Here each sending counts: one that went to a wrong school and then to the right one is two.',
  unit: 'percent',
  of: 'sending (one child, one incident, one school)',
  numerator: 'Returned or recalled',
  denominator: 'Notifications told to a school',
  source: 'Rulebook OE-02; UK GDPR article 33 (personal data breach)',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    db
      .selectFrom('operation_encompass')
      .where(inPeriod(period))
      .where('deliveredAt', 'is not', null)
      .where('school', 'is not', null)
      .select(['operation_encompass.id', sql<boolean>`came_back_at is not null`.as('counted')]),
})

export const complete = measure(operationEncompass, {
  key: 'encompass_complete',
  label: 'Notifications with all the content asked for',
  definition: `Of notifications, those that say where the incident was, who was present, what happened and what the child said or did. The name, date of birth, police reference and times are always there. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'Place, people present, circumstances and voice of the child are given',
  denominator: 'Notifications',
  source: 'Rulebook OE-02',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    notified(db, period).select([
      'operation_encompass.id',
      sql<boolean>`num_nonnulls(place, who_present, circumstances, child_voice) = 4`.as('counted'),
    ]),
})

export const hoursToTell = measure(operationEncompass, {
  key: 'encompass_hours_to_tell',
  label: 'Hours until the school was told',
  definition: `Median hours from the report to the police, or their attendance, until the right school (or, for a child without a school, the council) was told. Nights, weekends and holidays count: what was told on Monday about a Saturday took long, and can be in time. ${counted}`,
  unit: 'hours',
  of,
  numerator: 'Notifications told to the right school or council',
  source: 'Rulebook OE-01',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    notified(db, period)
      .where(withRightSchool)
      .select([
        'operation_encompass.id',
        sql<boolean>`true`.as('counted'),
        sql<number>`extract(epoch from delivered_at - attended_at)::float8 / 3600`.as('value'),
      ]),
})

export const readBeforeSchool = measure(operationEncompass, {
  key: 'encompass_read_in_time',
  label: 'Notifications read before the next school day',
  definition: `Of notifications told to the right school or council, those which its key adult has said to have read before the start of the first school day after the incident. What is told and not read helps no child at the gate. ${counted}`,
  unit: 'percent',
  of,
  numerator: 'Read before the next school day began',
  denominator: 'Notifications told to the right school or council',
  source: 'Rulebook OE-01 and OE-02 (local definition)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    timed(db, period)
      .where(withRightSchool)
      .select(['operation_encompass.id', sql<boolean>`coalesce(acknowledged_at < due.due_at, false)`.as('counted')]),
})

export const measures = [
  notifications,
  toldInTime,
  hoursToTell,
  readBeforeSchool,
  overdue,
  schoolsJoined,
  acknowledged,
  supported,
  misdirected,
  complete,
]

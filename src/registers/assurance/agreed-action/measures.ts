import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { ratingOfSql, saidSql, systemReasonSql, type Where } from '../../../fields/lists/actionStanding.ts'
import { agreedAction } from './record.ts'

type Db = Kysely<MeasureTables<'agreed_action', (typeof agreedAction)['fields'], (typeof agreedAction)['lines']>>

const by = ['source', 'ownerAgency', 'meeting'] as const
const source = 'Rulebook DA-05; pain 3'

const standing = (db: Db) =>
  db.selectFrom('agreed_action').where('agreed_action.state', 'not in', ['cancelled', 'duplicate'])

/** Due in the period, whatever became of them. */
const dueIn = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('agreed_action.dueAt', '>=', period.fromInstant)
    .where('agreed_action.dueAt', '<', period.toInstant)

export const actionsInTime = measure(agreedAction, {
  key: 'actions_in_time',
  label: 'Actions done in time',
  definition:
    'Of the actions due in the period, those reported done by then. Cancelled ones and duplicates are left out; those without a time are in no such figure and are counted apart.',
  unit: 'percent',
  of: 'action',
  numerator: 'Actions reported done in time',
  denominator: 'Actions due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    dueIn(db, scope).select([
      'agreed_action.id',
      sql<boolean>`coalesce(agreed_action.reported_at <= agreed_action.due_at, false)`.as('counted'),
      sql<boolean>`agreed_action.reported_at is null`.as('open'),
      sql<boolean>`agreed_action.reported_at is null and agreed_action.due_at < ${scope.asAt}`.as('overdue'),
    ]),
})

/** Agreed by the end of the period and not closed by then. */
const openAtEnd = (db: Db, { period }: MeasureScope) =>
  standing(db)
    .where('agreed_action.agreedOn', '<=', period.to)
    .where(eb => eb.or([eb('agreed_action.closedOn', 'is', null), eb('agreed_action.closedOn', '>', period.to)]))

export const actionsOpen = measure(agreedAction, {
  key: 'actions_open',
  label: 'Actions open at the end of the period',
  definition: 'Actions agreed by the last day of the period that were not closed by then.',
  unit: 'count',
  of: 'action',
  numerator: 'Actions open on the last day of the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => openAtEnd(db, scope).select(['agreed_action.id', sql<boolean>`true`.as('counted')]),
})

export const actionsWithoutOwner = measure(agreedAction, {
  key: 'actions_without_owner',
  label: 'Open actions that nobody has to do',
  definition:
    'Of the actions open at the end of the period, those that name neither a colleague who still works here nor an agency.',
  unit: 'percent',
  of: 'action',
  numerator: 'Open actions without an owner',
  denominator: 'Actions open on the last day of the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    openAtEnd(db, scope).select([
      'agreed_action.id',
      sql<boolean>`agreed_action.owner_agency is null and not canopy.works_here(agreed_action.owner_person)`.as(
        'counted',
      ),
    ]),
})

const own: Where = { schema: '', of: 'agreed_action' }
/** Open at the end of the period with a rating of their owner. */
const rated = (db: Db, scope: MeasureScope) =>
  openAtEnd(db, scope)
    .where('agreed_action.source', '!=', 'atMeeting')
    .where(sql<boolean>`${sql.raw(saidSql(own))} is not null`)

export const actionsRatedDifferently = measure(agreedAction, {
  key: 'actions_rated_differently',
  label: 'Actions whose owner rates them otherwise than Canopy',
  definition:
    'Of the actions open at the end of the period that their owner has rated, those of which dates, owners and news say something else: green until due and then red is seen here before it happens. Actions of meetings are left out.',
  unit: 'percent',
  of: 'action',
  numerator: 'Open actions rated differently',
  denominator: 'Open actions that their owner has rated',
  source: 'Pain 3; local definition',
  by: ['source', 'ownerAgency'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    rated(db, scope).select([
      'agreed_action.id',
      sql<boolean>`coalesce(${sql.raw(saidSql(own))} <> ${sql.raw(ratingOfSql(`(${systemReasonSql(own, `'${scope.asAt}'::timestamptz`)})`))}, false)`.as(
        'counted',
      ),
    ]),
})

export const actionsEmbedded = measure(agreedAction, {
  key: 'actions_embedded',
  label: 'Actions shown to work',
  definition:
    'Of the actions due in the period that were agreed as done, those of which a figure or an audit shows that they work. Actions of meetings, cancelled ones and duplicates are left out.',
  unit: 'percent',
  of: 'action',
  numerator: 'Actions done and shown to work',
  denominator: 'Actions due in the period and done',
  source: 'Rulebook SI-06; pain 3',
  by: ['source', 'ownerAgency'],
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    dueIn(db, scope)
      .where('agreed_action.source', '!=', 'atMeeting')
      .where('agreed_action.state', 'in', ['done', 'embedded'])
      .select(['agreed_action.id', sql<boolean>`agreed_action.state = 'embedded'`.as('counted')]),
})

export const actionsMoved = measure(agreedAction, {
  key: 'actions_moved',
  label: 'Actions whose date was moved',
  definition:
    'Of the actions open at the end of the period that have a date, those due later than was agreed first. However often it was moved, the first date counts.',
  unit: 'percent',
  of: 'action',
  numerator: 'Open actions due later than first agreed',
  denominator: 'Open actions with a date',
  source: 'Pain 3; local definition',
  by: ['source', 'ownerAgency'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    openAtEnd(db, scope)
      .where('agreed_action.dueAt', 'is not', null)
      .select([
        'agreed_action.id',
        sql<boolean>`coalesce(agreed_action.due_at > agreed_action.first_due_at, false)`.as('counted'),
      ]),
})

/** The day is the one that was promised, wherever it was moved to since; done is the day on which the agency did it. */
export const agencyActionsLate = measure(agreedAction, {
  key: 'section11_actions_past_date',
  label: 'Section 11 actions past their date',
  definition:
    'Of actions that agencies promised in their section 11 returns for a day in the period that has passed, those not done by that day: still open, or done later. An action counts as done when the partnership has agreed so, on the day on which the agency did it. Cancelled ones and duplicates are left out, and so is what was agreed as done on returns before actions had one list.',
  unit: 'percent',
  of: 'action',
  numerator: 'Actions not done by their date',
  denominator: 'Actions whose date lies in the period and has passed',
  source: 'Rulebook QA-01; Children Act 2004, section 11',
  by: ['ownerAgency'],
  version: 2,
  direction: 'fewer',
  cases: (db, scope) =>
    standing(db)
      .where('agreed_action.agencyReturn', 'is not', null)
      .where('agreed_action.firstDueAt', '>=', scope.period.fromInstant)
      .where('agreed_action.firstDueAt', '<', scope.period.toInstant)
      .where('agreed_action.firstDueAt', '<', scope.asAt)
      .select([
        'agreed_action.id',
        sql<boolean>`not coalesce(agreed_action.state in ('done', 'embedded') and agreed_action.done_on <= (agreed_action.first_due_at at time zone 'Europe/London')::date, false)`.as(
          'counted',
        ),
      ]),
})

export const measures: readonly Measure[] = [
  actionsInTime,
  actionsOpen,
  actionsWithoutOwner,
  actionsRatedDifferently,
  actionsEmbedded,
  actionsMoved,
  agencyActionsLate,
]

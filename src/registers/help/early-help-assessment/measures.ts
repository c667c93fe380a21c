import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { earlyHelp } from './record.ts'

type Db = Kysely<MeasureTables<'early_help_assessment', (typeof earlyHelp)['fields'], (typeof earlyHelp)['lines']>>

const of = 'early help assessment (one family, one or several children)'
const by = ['madeKind', 'madeBy', 'leadKind', 'leadAgency', 'mainNeed'] as const
const byEnd = [...by, 'outcome'] as const
const leftOut = 'Conversations to which the family did not agree and records made in error are left out.'
const begun = 'Assessments to which families agreed in the period'
const ended = 'Assessments that ended in the period'
const yes = sql<boolean>`true`.as('counted')

/** The assessment begins on the day the family agrees. */
const agreed = (db: Db) =>
  db
    .selectFrom('early_help_assessment')
    .where('early_help_assessment.state', '!=', 'recordedInError')
    .where('early_help_assessment.consent', '=', 'agreed')

const begunIn = (db: Db, { period }: MeasureScope) =>
  agreed(db)
    .where('early_help_assessment.agreedOn', '>=', period.from)
    .where('early_help_assessment.agreedOn', '<=', period.to)

const endedIn = (db: Db, { period }: MeasureScope) =>
  agreed(db)
    .where('early_help_assessment.endedOn', '>=', period.from)
    .where('early_help_assessment.endedOn', '<=', period.to)

export const started = measure(earlyHelp, {
  key: 'early_help_started',
  label: 'Early help assessments started',
  definition: `Assessments to which a family agreed in the period, counted by the kind of agency and the agency that began them. One assessment may be about several children. ${leftOut}`,
  unit: 'count',
  of,
  numerator: begun,
  source: 'Rulebook EH-01; remedy for assessments of partners that nobody counted (EH-EHM)',
  by,
  version: 1,
  cases: (db, scope) => begunIn(db, scope).select(['early_help_assessment.id', yes]),
})

export const byPartners = measure(earlyHelp, {
  key: 'early_help_by_partners',
  label: 'Early help assessments begun by partners of the council',
  definition: `Of the assessments to which a family agreed in the period, those that another agency than the council began. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Begun by a school, health, a charity or another partner',
  denominator: begun,
  source: 'Remedy for assessments of partners that nobody counted (EH-EHM)',
  by,
  version: 1,
  cases: (db, scope) =>
    begunIn(db, scope).select([
      'early_help_assessment.id',
      sql<boolean>`coalesce(made_kind <> 'council', false)`.as('counted'),
    ]),
})

export const openAtEnd = measure(earlyHelp, {
  key: 'early_help_open',
  label: 'Early help assessments open at the end of the period',
  definition: `Assessments to which a family had agreed by the end of the last day of the period and that had not ended by then. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Open at the end of the period',
  source: 'Rulebook EH-01',
  by,
  version: 1,
  cases: (db, { period }) =>
    agreed(db)
      .where('early_help_assessment.agreedOn', '<=', period.to)
      .where(eb =>
        eb.or([eb('early_help_assessment.endedOn', 'is', null), eb('early_help_assessment.endedOn', '>', period.to)]),
      )
      .select(['early_help_assessment.id', yes]),
})

export const daysToPlan = measure(earlyHelp, {
  key: 'early_help_days_to_plan',
  label: 'From agreement to plan',
  definition: `The median of working days from the day the family agreed to the day the plan was agreed, of assessments to which a family agreed in the period and that have a plan. ${leftOut}`,
  unit: 'workingDays',
  of,
  numerator: 'Assessments with a plan',
  denominator: begun,
  source: 'Rulebook EH-01',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    begunIn(db, scope).select([
      'early_help_assessment.id',
      sql<boolean>`days_to_plan is not null`.as('counted'),
      sql<number>`days_to_plan`.as('value'),
    ]),
})

export const reviewedInTime = measure(earlyHelp, {
  key: 'early_help_reviewed_in_time',
  label: 'Early help plans reviewed in time',
  definition: `Of the reviews of plans due in the period, those held by the due date. ${leftOut} The limits (42 days to the first review and 84 between later ones unless changed) are local policy.`,
  unit: 'percent',
  of: 'review that was due (one assessment)',
  numerator: 'Reviews held by the due date',
  denominator: 'Reviews due in the period',
  source: 'Rulebook EH-02; the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    agreed(db)
      .innerJoin('early_help_assessment_clock as due', 'due.recordId', 'early_help_assessment.id')
      .where('due.clock', '=', 'review')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('due.dueAt', '<', asAt)
      .select([
        'early_help_assessment.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const closedBy = measure(earlyHelp, {
  key: 'early_help_closed',
  label: 'Early help assessments closed',
  definition: `Assessments that ended in the period, to be broken down by how they ended: families who withdrew, moved or were passed to social care are told apart, never as one. ${leftOut}`,
  unit: 'count',
  of,
  numerator: ended,
  source: 'Rulebook EH-01 and EH-03; remedy for step-ups counted as no further action (EH-ASSESS)',
  by: byEnd,
  version: 1,
  cases: (db, scope) => endedIn(db, scope).select(['early_help_assessment.id', yes]),
})

export const needsMet = measure(earlyHelp, {
  key: 'early_help_needs_met',
  label: 'Families who have what they need at the end of early help',
  definition: `Of the assessments that ended in the period, those that ended because the family has what it needs. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Ended because the family has what it needs',
  denominator: ended,
  source: 'Rulebook EH-01',
  by: byEnd,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    endedIn(db, scope).select(['early_help_assessment.id', sql<boolean>`outcome = 'needsMet'`.as('counted')]),
})

export const furtherAlong = measure(earlyHelp, {
  key: 'early_help_further_along',
  label: 'Families who see themselves further along after early help',
  definition: `Of the assessments that ended in the period with a score of the family at the end, those whose score (0 to 10, chosen by the family) is higher than at the start. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Score at the end higher than at the start',
  denominator: 'Assessments that ended in the period with a score at the end',
  source: 'Voice of the family (EH-FAMVOICE)',
  by: byEnd,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    endedIn(db, scope)
      .where('early_help_assessment.scoreEnd', 'is not', null)
      .select(['early_help_assessment.id', sql<boolean>`score_end > score_start`.as('counted')]),
})

export const measures = [started, byPartners, openAtEnd, daysToPlan, reviewedInTime, closedBy, needsMet, furtherAlong]

import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { youngCarer } from './record.ts'

type Db = Kysely<MeasureTables<'young_carer', (typeof youngCarer)['fields'], (typeof youngCarer)['lines']>>

const of = 'young carer (one child, one person cared for)'
const by = ['caredForIs', 'noticedBy', 'schoolAffected', 'needBy', 'careIsRight', 'wholeFamily'] as const
const identified = 'Young carers of whom we learned in the period'
const leftOut = 'Records made in error are left out.'

const identifiedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('young_carer')
    .where('young_carer.state', '!=', 'recordedInError')
    .where('young_carer.knownOn', '>=', period.from)
    .where('young_carer.knownOn', '<=', period.to)

export const youngCarersIdentified = measure(youngCarer, {
  key: 'young_carers',
  label: 'Young carers identified',
  definition: `Young carers of whom we learned in the period; a child who cares for two people counts twice. ${leftOut} The annual report published no count to compare it with.`,
  unit: 'count',
  of,
  numerator: identified,
  source: 'CSC-YC; Children Act 1989, section 17ZA(3)',
  by,
  version: 1,
  ratePer: '0 to 17',
  cases: (db, scope) => identifiedIn(db, scope).select(['young_carer.id', sql<boolean>`true`.as('counted')]),
})

export const youngCarersAssessedInTime = measure(youngCarer, {
  key: 'young_carers_assessed_in_time',
  label: 'Young carers assessed in time',
  definition: `Of assessments of young carers due in the period, those finished by the due date, counted from the day need appeared or the assessment was asked for. ${leftOut} The limit (45 working days unless changed) is local policy.`,
  unit: 'percent',
  of: 'assessment that was due (one young carer)',
  numerator: 'Assessments finished by the due date',
  denominator: 'Assessments due in the period',
  source: 'Children Act 1989, section 17ZA(1); the limit is local policy',
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('young_carer')
      .innerJoin('young_carer_clock as due', 'due.recordId', 'young_carer.id')
      .where('due.clock', '=', 'assessment')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('young_carer.state', '!=', 'recordedInError')
      .select([
        'young_carer.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const youngCarersSupported = measure(youngCarer, {
  key: 'young_carers_supported',
  label: 'Young carers with support',
  definition: `Of young carers of whom we learned in the period, those who have accepted support, whenever they did. Support that was declined, or not answered, does not count. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Accepted support',
  denominator: identified,
  source: 'CSC-YC; Children Act 1989, section 17ZC',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    identifiedIn(db, scope).select(['young_carer.id', sql<boolean>`supported_on is not null`.as('counted')]),
})

export const measures = [youngCarersIdentified, youngCarersAssessedInTime, youngCarersSupported]

import { type Kysely, sql } from 'kysely'
import { text } from '../../../declare/field.ts'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { feedbackGroups, wordsOf } from '../../../fields/lists/audits.ts'
import { audit } from './record.ts'

type Db = Kysely<MeasureTables<'audit', (typeof audit)['fields'], (typeof audit)['lines']>>

const by = ['title', 'kind', 'unit'] as const
const source = 'Rulebook QA-03; QA-AUDIT'
const leftOut = 'Audits recorded in error are left out.'

const standing = (db: Db) => db.selectFrom('audit').where('audit.state', '!=', 'recordedInError')

const reportedIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('audit.reportedOn', '>=', period.from).where('audit.reportedOn', '<=', period.to)

const yes = sql<boolean>`true`.as('counted')

export const auditsDone = measure(audit, {
  key: 'audits_done',
  label: 'Audits whose findings were reported',
  definition: `Audits of which the findings were reported in the period. ${leftOut}`,
  unit: 'count',
  of: 'audit',
  numerator: 'Audits reported in the period',
  source,
  by: ['kind', 'unit', 'sampleMethod', 'commissioner'],
  version: 1,
  cases: (db, scope) => reportedIn(db, scope).select(['audit.id', yes]),
})

export const auditsPresented = measure(audit, {
  key: 'audits_presented',
  label: 'Audits presented to a group of the partnership',
  definition: `Audits that were presented to a group in the period, each once however often it was presented. ${leftOut}`,
  unit: 'count',
  of: 'audit',
  numerator: 'Audits presented in the period',
  source,
  by: ['kind', 'commissioner'],
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('audit_presentations as presented')
            .whereRef('presented.recordId', '=', 'audit.id')
            .where('presented.presentedOn', '>=', period.from)
            .where('presented.presentedOn', '<=', period.to)
            .select('presented.id'),
        ),
      )
      .select(['audit.id', yes]),
})

export const repeatedInTime = measure(audit, {
  key: 'audits_repeated_in_time',
  label: 'Audits repeated in time',
  definition: `Of audits due to be repeated in the period, those that were begun again by then. Audits of which it was said that they are not repeated have no such day. ${leftOut}`,
  unit: 'percent',
  of: 'audit',
  numerator: 'Audits repeated in time',
  denominator: 'Audits due to be repeated in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    standing(db)
      .innerJoin('audit_clock as due', 'due.recordId', 'audit.id')
      .where('due.clock', '=', 'audit_repeat')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .select([
        'audit.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const findingsWithoutRecommendation = measure(audit, {
  key: 'audit_findings_without_recommendation',
  label: 'Findings for which nothing was recommended',
  definition: `Of findings from which something is to be learned, of audits reported in the period, those for which nothing was recommended. ${leftOut}`,
  unit: 'percent',
  of: 'finding',
  numerator: 'Findings without a recommendation',
  denominator: 'Findings to learn from, of audits reported in the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    reportedIn(db, scope)
      .innerJoin('audit_findings as found', 'found.recordId', 'audit.id')
      .where('found.findingKind', '=', 'learning')
      .select([
        'found.id',
        'found.recordId',
        sql<boolean>`not exists (select from audit_recommended r where r.record_id = audit.id and r.recommended_for = found.number)`.as(
          'counted',
        ),
      ]),
})

export const cohortSampled = measure(audit, {
  key: 'audit_cohort_sampled',
  label: 'Share of the cohort that was chosen',
  definition: `Of the cases in the cohorts of audits reported in the period, those that were to be audited. Audits that do not say how many cases their cohort or their sample has are left out. ${leftOut}`,
  unit: 'percent',
  of: 'case of a cohort',
  numerator: 'Cases chosen for the audit',
  denominator: 'Cases in the cohort',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    reportedIn(db, scope)
      .where('audit.sampleSize', 'is not', null)
      .innerJoin(
        sql<{ n: number }>`lateral generate_series(1, audit.population_count)`.as<'each'>(sql`each(n)`),
        join => join.onTrue(),
      )
      .select(['audit.id', sql<boolean>`each.n <= audit.sample_size`.as('counted')]),
})

/** Each person who answered stands for a case of these figures: groups are counted, and have no record of their own. */
const heard = (db: Db, scope: MeasureScope) =>
  reportedIn(db, scope)
    .innerJoin('audit_feedback as heard', 'heard.recordId', 'audit.id')
    .innerJoin(sql<{ n: number }>`lateral generate_series(1, heard.feedback_answered)`.as<'each'>(sql`each(n)`), join =>
      join.onTrue(),
    )
    .innerJoin(
      sql<{
        question: string
      }>`lateral (select concat_ws(' · ', audit.title, ${sql.raw(wordsOf(feedbackGroups, 'heard.feedback_group'))}, heard.feedback_words) as question)`.as<'asked'>(
        sql`asked`,
      ),
      join => join.onTrue(),
    )

const asked = { asked: { field: text('Audit, group and question'), column: 'asked.question' } } as const

export const feedbackYes = measure(audit, {
  key: 'audit_feedback_yes',
  label: 'People asked by audits who said yes',
  definition: `Of answers that groups gave to questions of audits reported in the period, those that were yes. One person counts once for each question they answered. ${leftOut}`,
  unit: 'percent',
  of: 'answer',
  numerator: 'Said yes',
  denominator: 'Answered',
  source,
  by: ['title'],
  also: asked,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    heard(db, scope).select(['heard.id', 'heard.recordId', sql<boolean>`each.n <= heard.feedback_yes`.as('counted')]),
})

export const feedbackPartly = measure(audit, {
  key: 'audit_feedback_partly',
  label: 'People asked by audits who said partly',
  definition: `Of answers that groups gave to questions of audits reported in the period, those that were partly. ${leftOut}`,
  unit: 'percent',
  of: 'answer',
  numerator: 'Said partly',
  denominator: 'Answered',
  source,
  by: ['title'],
  also: asked,
  version: 1,
  cases: (db, scope) =>
    heard(db, scope).select([
      'heard.id',
      'heard.recordId',
      sql<boolean>`each.n <= coalesce(heard.feedback_partly, 0)`.as('counted'),
    ]),
})

export const measures: readonly Measure[] = [
  auditsDone,
  auditsPresented,
  repeatedInTime,
  findingsWithoutRecommendation,
  cohortSampled,
  feedbackYes,
  feedbackPartly,
]

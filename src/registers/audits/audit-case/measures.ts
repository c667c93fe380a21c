import { type Kysely, type RawBuilder, sql } from 'kysely'
import { text } from '../../../declare/field.ts'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { gradeSchemes, hasGood, type SchemeCode } from '../../../fields/lists/auditGrades.ts'
import {
  agreements,
  auditAnswers,
  auditedDecisions,
  auditGrades,
  caseFacts,
  wordsOf,
} from '../../../fields/lists/audits.ts'
import { auditCase } from './record.ts'

type Db = Kysely<MeasureTables<'audit_case', (typeof auditCase)['fields'], (typeof auditCase)['lines']>>

const by = ['auditTitle', 'auditKind', 'auditUnit'] as const
const source = 'Rulebook QA-03; QA-AUDIT'
const counts =
  'Cases count once they are handed in, by the day on which they were. Those recorded in error are left out.'

const auditedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('audit_case')
    .where('audit_case.state', '!=', 'recordedInError')
    .where('audit_case.auditedOn', '>=', period.from)
    .where('audit_case.auditedOn', '<=', period.to)

const yes = sql<boolean>`true`.as('counted')

/** One line of text for an audit with what else tells its cases apart. */
const told = (...columns: readonly string[]): RawBuilder<{ words: string | null }> =>
  sql`lateral (select concat_ws(' · ', audit_case.audit_title, ${sql.raw(columns.join(', '))}) as words)`

const told1 = (label: string) => ({ field: text(label), column: 'told.words' })

export const casesAudited = measure(auditCase, {
  key: 'audit_cases',
  label: 'Cases audited',
  definition: `Cases of audits that were audited in the period. ${counts}`,
  unit: 'count',
  of: 'case of an audit, in the unit of that audit',
  numerator: 'Cases audited in the period',
  source,
  by: [...by, 'grade', 'agreement', 'disagreedDecision'],
  also: { judgement: told1('Audit, agreement and decision disagreed with') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin(
        told(
          wordsOf(agreements, 'audit_case.agreement'),
          wordsOf(auditedDecisions, 'audit_case.disagreed_decision'),
        ).as<'told'>(sql`told`),
        join => join.onTrue(),
      )
      .select(['audit_case.id', yes]),
})

export const childrenAudited = measure(auditCase, {
  key: 'audit_children',
  label: 'Children in audited cases',
  definition: `Children that the cases audited in the period are about, where a case says how many. ${counts}`,
  unit: 'count',
  of: 'child in a case',
  numerator: 'Children in cases audited in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin(
        sql<{ n: number }>`lateral generate_series(1, audit_case.children_count)`.as<'each'>(sql`each(n)`),
        join => join.onTrue(),
      )
      .select(['audit_case.id', yes]),
})

export const gradesGiven = measure(auditCase, {
  key: 'audit_grades',
  label: 'Grades given to cases',
  definition: `Cases audited in the period that have a grade, by audit and grade. Grades of one agency and of several are never put together. ${counts}`,
  unit: 'count',
  of: 'graded case',
  numerator: 'Cases graded',
  source: 'Rulebook QA-03 and QA-04',
  by: ['auditKind', 'gradeScheme'],
  also: { graded: told1('Audit and grade') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .where('audit_case.grade', 'is not', null)
      .innerJoin(told(wordsOf(auditGrades, 'audit_case.grade')).as<'told'>(sql`told`), join => join.onTrue())
      .select(['audit_case.id', yes]),
})

const withGood = Object.keys(gradeSchemes).filter(code => hasGood(code as SchemeCode))

export const gradedGood = measure(auditCase, {
  key: 'audit_cases_good',
  label: 'Audited cases graded good or better',
  definition: `Of cases audited and graded in the period, those graded good or outstanding. Only schemes that have a grade called Good are counted. Read it by single and multi-agency: the two are never one figure. ${counts}`,
  unit: 'percent',
  of: 'graded case',
  numerator: 'Graded good or outstanding',
  denominator: 'Cases audited and graded',
  source: 'Rulebook QA-03 and QA-04',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    auditedIn(db, scope)
      .where('audit_case.grade', 'is not', null)
      .where('audit_case.gradeScheme', 'in', withGood as SchemeCode[])
      .select(['audit_case.id', sql<boolean>`audit_case.grade in ('good', 'outstanding')`.as('counted')]),
})

export const agreed = measure(auditCase, {
  key: 'audit_cases_agreed',
  label: 'Audited cases whose decision the auditors agree with',
  definition: `Of cases audited in the period whose audit asks, those in which the auditors agree with the decision. Agreeing on what was known, where more should have been asked, is counted apart. ${counts}`,
  unit: 'percent',
  of: 'case of an audit that asks whether the decision was right',
  numerator: 'Auditors agree',
  denominator: 'Cases audited whose audit asks',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    auditedIn(db, scope)
      .where('audit_case.agreement', '!=', 'notAsked')
      .select(['audit_case.id', sql<boolean>`audit_case.agreement = 'agreed'`.as('counted')]),
})

export const answeredYes = measure(auditCase, {
  key: 'audit_answers',
  label: 'Answers of auditors that are yes',
  definition: `Of answers to questions of audits, in cases audited in the period, those that are yes. Partly and no count among the answers; not applicable and not recorded do not. ${counts}`,
  unit: 'percent',
  of: 'answer to one question in one case',
  numerator: 'Yes',
  denominator: 'Yes, partly or no',
  source,
  by,
  also: { question: told1('Audit and question') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin('audit_case_answers as given', 'given.recordId', 'audit_case.id')
      .where('given.answer', 'in', ['yes', 'partly', 'no'])
      .innerJoin(told('given.code').as<'told'>(sql`told`), join => join.onTrue())
      .select(['given.id', 'given.recordId', sql<boolean>`given.answer = 'yes'`.as('counted')]),
})

export const answersGiven = measure(auditCase, {
  key: 'audit_answers_given',
  label: 'Answers of auditors',
  definition: `Answers to questions of audits, in cases audited in the period, by audit, question and answer: also those that are not applicable or not recorded. ${counts}`,
  unit: 'count',
  of: 'answer to one question in one case',
  numerator: 'Answers given',
  source,
  by,
  also: { answer: told1('Audit, question and answer') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin('audit_case_answers as given', 'given.recordId', 'audit_case.id')
      .innerJoin(
        told('given.code', `coalesce(given.chosen, ${wordsOf(auditAnswers, 'given.answer')})`).as<'told'>(sql`told`),
        join => join.onTrue(),
      )
      .select(['given.id', 'given.recordId', yes]),
})

export const countedShares = measure(auditCase, {
  key: 'audit_shares',
  label: 'Counted by auditors in their cases',
  definition: `Of all that auditors were asked to count in cases audited in the period, such as the children of a family, those of which the question is true. ${counts}`,
  unit: 'percent',
  of: 'what the question counts, such as a child of the family',
  numerator: 'Of which it is true',
  denominator: 'Counted in the cases',
  source,
  by,
  also: { question: told1('Audit and question') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin('audit_case_answers as given', 'given.recordId', 'audit_case.id')
      .where('given.answer', '=', 'counted')
      .innerJoin(sql<{ n: number }>`lateral generate_series(1, given.whole)`.as<'each'>(sql`each(n)`), join =>
        join.onTrue(),
      )
      .innerJoin(told('given.code').as<'told'>(sql`told`), join => join.onTrue())
      .select(['given.id', 'given.recordId', sql<boolean>`each.n <= given.part`.as('counted')]),
})

export const factsKnown = measure(auditCase, {
  key: 'audit_facts',
  label: 'Facts about audited cases',
  definition: `Facts that auditors recorded of cases audited in the period, such as the ethnic group in the words of the audit. ${counts}`,
  unit: 'count',
  of: 'fact about one case',
  numerator: 'Facts recorded',
  source,
  by,
  also: { fact: told1('Audit and fact') },
  version: 1,
  cases: (db, scope) =>
    auditedIn(db, scope)
      .innerJoin('audit_case_facts as known', 'known.recordId', 'audit_case.id')
      .innerJoin(told(wordsOf(caseFacts, 'known.fact'), 'known.value').as<'told'>(sql`told`), join => join.onTrue())
      .select(['known.id', 'known.recordId', yes]),
})

export const measures: readonly Measure[] = [
  casesAudited,
  childrenAudited,
  gradesGiven,
  gradedGood,
  agreed,
  answeredYes,
  answersGiven,
  countedShares,
  factsKnown,
]

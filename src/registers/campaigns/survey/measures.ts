import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { survey } from './record.ts'

type Db = Kysely<MeasureTables<'survey', (typeof survey)['fields'], (typeof survey)['lines']>>

const source = 'Surveys of the partnership'
const of = 'answer (one response, one question, one survey)'
const by = ['audience'] as const
const leftOut = 'Surveys recorded in error are left out.'

const answers = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('survey')
    .innerJoin('survey_answers as answer', 'answer.recordId', 'survey.id')
    .where('survey.openedOn', '>=', period.from)
    .where('survey.openedOn', '<=', period.to)
    .where('survey.state', '!=', 'recordedInError')

const answersGiven = measure(survey, {
  key: 'survey_answers',
  label: 'Answers to surveys',
  definition: `Answers to surveys that opened in the period, each question of each response once. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Answers given',
  source,
  by,
  version: 1,
  cases: (db, scope) => answers(db, scope).select(['answer.id', 'answer.recordId', sql<boolean>`true`.as('counted')]),
})

const answersAgree = measure(survey, {
  key: 'survey_answers_agree',
  label: 'Answers to surveys that agree',
  definition: `Of rated answers to surveys that opened in the period, those that agree. Who answers is not a sample: the figure is of those who did. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Answers that agree',
  denominator: 'Answers with a rating',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    answers(db, scope)
      .where('answer.rating', 'is not', null)
      .select(['answer.id', 'answer.recordId', sql<boolean>`answer.rating = 'agree'`.as('counted')]),
})

export const measures: readonly Measure[] = [answersGiven, answersAgree]

import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { headings } from '../../../fields/lists/settingQuestions.ts'
import { londonDay } from '../../../kit/dates.ts'
import { settingReturn } from './record.ts'

type Record = typeof settingReturn
type Db = Kysely<MeasureTables<Record['key'], Record['fields'], Record['lines']>>

const by = ['setKey', 'settingType', 'completeness'] as const
const source = 'Rulebook QA-02; Education Act 2002, sections 157 and 175'
const of = 'setting return (one setting, one round)'
const ofAnswer = 'answer (one setting, one statement, one round)'
const leftOut = 'Returns withdrawn or recorded in error are left out.'
const yes = sql<boolean>`true`.as('counted')

/** Returns that were due back in the period. */
const due = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('setting_return')
    .where('setting_return.dueOn', '>=', period.from)
    .where('setting_return.dueOn', '<=', period.to)
    .where('setting_return.state', 'not in', ['planned', 'withdrawn', 'recordedInError'])

const returned = (db: Db, scope: MeasureScope) => due(db, scope).where('setting_return.submittedAt', 'is not', null)

/** Answers of returns that were submitted, with the rating that holds; what does not apply is in no share. */
const answers = (db: Db, scope: MeasureScope) =>
  returned(db, scope)
    .innerJoin('setting_return_answers as answer', 'answer.recordId', 'setting_return.id')
    .leftJoin('setting_return_moderations as moderation', join =>
      join
        .onRef('moderation.recordId', '=', 'answer.recordId')
        .onRef('moderation.moderatedStatement', '=', 'answer.statement')
        .onRef('moderation.recordedAt', '>=', 'answer.recordedAt'),
    )
    .where(sql<boolean>`coalesce(moderation.moderated_rating, answer.rating) is not null`)

const applies = sql<boolean>`coalesce(moderation.moderated_rating, answer.rating) <> 'doesNotApply'`
const ratedMet = sql<boolean>`coalesce(moderation.moderated_rating, answer.rating) = 'met'`

const counted = (
  key: string,
  label: string,
  definition: string,
  numerator: string,
  cases: (db: Db, scope: MeasureScope) => ReturnType<typeof due>,
): Measure =>
  measure(settingReturn, {
    ...{ key, label, unit: 'count', of, numerator, source, by, version: 1 },
    definition: `${definition} ${leftOut}`,
    cases: (db, scope) => cases(db, scope).select(['setting_return.id', yes]),
  })

const settingsAsked = counted(
  'settings_asked',
  'Settings asked about safeguarding',
  'Returns of settings that were due back in the period, whether or not they came.',
  'Returns due back in the period',
  due,
)

const settingsReturned = counted(
  'settings_returned',
  'Settings that returned their self-assessment',
  'Of returns of settings due back in the period, those that were submitted by now, an independent review given instead included.',
  'Returns submitted',
  returned,
)

const independentReviews = counted(
  'settings_independent_review',
  'Settings that gave an independent review instead',
  'Returns of settings due back in the period for which an independent review was given in place of answers.',
  'Returns with an independent review instead',
  (db, scope) => returned(db, scope).where('setting_return.reviewSupplied', '=', true),
)

const notReturned = counted(
  'settings_not_returned',
  'Settings that did not return their self-assessment',
  'Returns of settings whose day lies in the period and has passed, and which were not submitted. The cases name the settings.',
  'Returns past their day and not submitted',
  (db, scope) =>
    due(db, scope)
      .where('setting_return.submittedAt', 'is', null)
      .where('setting_return.dueOn', '<', londonDay(scope.asAt)),
)

/** Open and overdue returns stay in the denominator (rulebook TC-08). */
const returnedInTime = measure(settingReturn, {
  key: 'settings_returned_in_time',
  label: 'Settings that returned their self-assessment in time',
  definition: `Of returns of settings due in the period that are submitted or past their day, those first submitted by the end of that day. A return that is overdue counts as not in time. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Returns submitted by their day',
  denominator: 'Returns due in the period that are submitted or past their day',
  source: `${source}; the day is local policy`,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    due(db, scope)
      .innerJoin('setting_return_clock as clock', 'clock.recordId', 'setting_return.id')
      .where('clock.clock', '=', 'setting_return')
      .where(where =>
        where.or([where('clock.metAt', 'is not', null), where('clock.dueOn', '<', londonDay(scope.asAt))]),
      )
      .select([
        'setting_return.id',
        sql<boolean>`coalesce(clock.met_at <= clock.due_at, false)`.as('counted'),
        sql<boolean>`clock.met_at is null`.as('open'),
        sql<boolean>`clock.met_at is null`.as('overdue'),
      ]),
})

const limitedReturns = measure(settingReturn, {
  key: 'settings_limited',
  label: 'Returns of settings that were limited',
  definition: `Of returns of settings due in the period, submitted and judged for completeness, those judged limited; support is offered to these. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Returns judged limited',
  denominator: 'Returns judged for completeness',
  source,
  by: ['setKey', 'settingType'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    returned(db, scope)
      .where('setting_return.completeness', 'is not', null)
      .select(['setting_return.id', sql<boolean>`setting_return.completeness = 'limited'`.as('counted')]),
})

const metDefinition =
  'in returns of settings due in the period and submitted, those rated Met: the moderated rating where there is one, otherwise the setting’s own. What does not apply is left out, and so is what was carried forward and not confirmed.'

const statementsMet = measure(settingReturn, {
  key: 'setting_statements_met',
  label: 'Statements that settings meet',
  definition: `Of answers to all statements ${metDefinition}`,
  unit: 'percent',
  of: ofAnswer,
  numerator: 'Answers rated Met',
  denominator: 'Answers given, without what does not apply',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    answers(db, scope)
      .where(applies)
      .select(['answer.id', 'answer.recordId', ratedMet.as('counted')]),
})

/** One figure for each of the eight headings; a return with three statements under it counts three times. */
const standardMet = Object.entries(headings).map(([number, title]) =>
  measure(settingReturn, {
    key: `setting_standard_${number}_met`,
    label: `Standard ${number} in settings rated Met: ${title}`,
    definition: `Of answers to the statements under standard ${number} (${title}) ${metDefinition}`,
    unit: 'percent',
    of: ofAnswer,
    numerator: `Answers under standard ${number} rated Met`,
    denominator: `Answers under standard ${number}, without what does not apply`,
    source,
    by,
    version: 1,
    direction: 'more',
    cases: (db, scope) =>
      answers(db, scope)
        .where(applies)
        .where(sql<boolean>`split_part(ltrim(answer.statement, 'E'), '.', 1) = ${number}`)
        .select(['answer.id', 'answer.recordId', ratedMet.as('counted')]),
  }),
)

const ratingsChanged = measure(settingReturn, {
  key: 'setting_ratings_changed',
  label: 'Ratings of settings changed by moderation',
  definition: `Of answers in returns of settings due in the period that were moderated, those whose moderated rating differs from the setting’s own. ${leftOut}`,
  unit: 'percent',
  of: ofAnswer,
  numerator: 'Answers whose moderated rating differs',
  denominator: 'Answers moderated',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    answers(db, scope)
      .where('moderation.id', 'is not', null)
      .select([
        'answer.id',
        'answer.recordId',
        sql<boolean>`moderation.moderated_rating <> answer.rating`.as('counted'),
      ]),
})

const actionsPromised = measure(settingReturn, {
  key: 'setting_actions_promised',
  label: 'Actions that settings promised',
  definition: `Answers with an action in returns of settings due in the period and accepted. Each stands in the list of all actions, which says what is open. ${leftOut}`,
  unit: 'count',
  of: ofAnswer,
  numerator: 'Answers with an action',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    due(db, scope)
      .where('setting_return.state', '=', 'accepted')
      .innerJoin('setting_return_answers as answer', 'answer.recordId', 'setting_return.id')
      .where('answer.task', 'is not', null)
      .select(['answer.id', 'answer.recordId', yes]),
})

const reportsDiffer = measure(settingReturn, {
  key: 'setting_reports_differ',
  label: 'Reports to governors that say something else',
  definition: `Of returns of settings due in the period whose report to governors was received and compared, those where it says something else than the return. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Returns from which the report differs',
  denominator: 'Returns compared with a report',
  source: `${source}; EDU-SCHOOLREPORT`,
  by,
  version: 1,
  cases: (db, scope) =>
    returned(db, scope)
      .where('setting_return.reportCheck', 'in', ['agrees', 'differs'])
      .select(['setting_return.id', sql<boolean>`setting_return.report_check = 'differs'`.as('counted')]),
})

export const measures: readonly Measure[] = [
  settingsAsked,
  settingsReturned,
  returnedInTime,
  notReturned,
  limitedReturns,
  independentReviews,
  statementsMet,
  ...standardMet,
  ratingsChanged,
  reportsDiffer,
  actionsPromised,
]

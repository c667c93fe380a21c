import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { londonDay } from '../../../kit/dates.ts'
import { section11Sets } from './questionSet.ts'
import { section11Return } from './record.ts'

type Record = typeof section11Return
type Db = Kysely<MeasureTables<Record['key'], Record['fields'], Record['lines']>>

const by = ['round', 'askedOf'] as const
const source = 'Rulebook QA-01; Children Act 2004, section 11'
const ofReturn = 'section 11 return (one agency, one round)'
const ofAnswer = 'answer (one agency, one standard, one round)'
const yes = sql<boolean>`true`

/** Returns that were due back in the period; those withdrawn were not asked for. */
const due = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('section11_return')
    .where('section11_return.dueOn', '>=', period.from)
    .where('section11_return.dueOn', '<=', period.to)
    .where('section11_return.state', '!=', 'withdrawn')

/** Answers of returns that were due in the period and have been submitted, with the rating that holds. */
const answers = (db: Db, scope: MeasureScope) =>
  due(db, scope)
    .innerJoin('section11_return_answers as answer', 'answer.recordId', 'section11_return.id')
    .leftJoin('section11_return_moderations as moderation', join =>
      join
        .onRef('moderation.recordId', '=', 'answer.recordId')
        .onRef('moderation.moderatedStandard', '=', 'answer.standard')
        .onRef('moderation.recordedAt', '>=', 'answer.recordedAt'),
    )
    .where('section11_return.submittedAt', 'is not', null)

/** The moderated rating where there is one, otherwise the agency's own. */
const rating = sql<string>`coalesce(moderation.moderated_rating, answer.rating)`
const ratedMet = sql<boolean>`coalesce(moderation.moderated_rating, answer.rating) = 'met'`

export const returnsDue = measure(section11Return, {
  key: 'section11_returns_due',
  label: 'Section 11 returns due',
  definition: 'Section 11 returns whose due date lies in the period, leaving out those withdrawn.',
  unit: 'count',
  of: ofReturn,
  numerator: 'Returns due back in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => due(db, scope).select(['section11_return.id', yes.as('counted')]),
})

export const returned = measure(section11Return, {
  key: 'section11_returned',
  label: 'Section 11 returns received',
  definition:
    'Section 11 returns whose due date lies in the period and which the agency has submitted by now, leaving out those withdrawn.',
  unit: 'count',
  of: ofReturn,
  numerator: 'Returns due in the period and submitted',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    due(db, scope)
      .where('section11_return.submittedAt', 'is not', null)
      .select(['section11_return.id', yes.as('counted')]),
})

/** Open and overdue returns stay in the denominator (rulebook TC-08). */
export const returnedInTime = measure(section11Return, {
  key: 'section11_returned_in_time',
  label: 'Section 11 returns submitted in time',
  definition:
    'Of section 11 returns due in the period, those first submitted complete by the end of the due date. Returns withdrawn are left out, and so are returns that are neither submitted nor past their date. A return that is overdue and still open counts as not in time.',
  unit: 'percent',
  of: ofReturn,
  numerator: 'Returns submitted by their due date',
  denominator: 'Returns due in the period that are submitted or past their date',
  source: `${source}; the due date is local policy`,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) =>
    due(db, scope)
      .innerJoin('section11_return_clock as due', 'due.recordId', 'section11_return.id')
      .where('due.clock', '=', 'return')
      .where(where => where.or([where('due.metAt', 'is not', null), where('due.dueOn', '<', londonDay(scope.asAt))]))
      .select([
        'section11_return.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null`.as('overdue'),
      ]),
})

/** The cases are the agencies that have not answered, each by name. */
export const notReturned = measure(section11Return, {
  key: 'section11_not_returned',
  label: 'Section 11 returns not received',
  definition:
    'Section 11 returns due in the period whose due date has passed and which the agency has not submitted, leaving out those withdrawn.',
  unit: 'count',
  of: ofReturn,
  numerator: 'Returns past their due date and not submitted',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    due(db, scope)
      .where('section11_return.submittedAt', 'is', null)
      .where('section11_return.dueOn', '<', londonDay(scope.asAt))
      .select(['section11_return.id', yes.as('counted')]),
})

const metDefinition =
  'in returns due in the period and submitted, those rated Met: the moderated rating where there is one, otherwise the agency’s own. Answers rated Not applicable are left out.'

/** The cases are answers, so a return with all eight standards counts eight times. */
export const standardsMet = measure(section11Return, {
  key: 'section11_standards_met',
  label: 'Section 11 standards rated Met',
  definition: `Of answers to the section 11 standards ${metDefinition}`,
  unit: 'percent',
  of: ofAnswer,
  numerator: 'Answers rated Met',
  denominator: 'Answers given, without Not applicable',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    answers(db, scope)
      .where(rating, '!=', 'notApplicable')
      .select(['answer.id', 'answer.recordId', ratedMet.as('counted')]),
})

const questions = new Map(section11Sets.flatMap(set => set.questions).map(question => [question.code, question]))

/** One figure for each standard; an agency answers a standard once, so the cases are its returns. */
export const standardMet = [...questions.values()].map(({ code, title }) =>
  measure(section11Return, {
    key: `section11_standard_${code}_met`,
    label: `Section 11 standard ${code} rated Met: ${title}`,
    definition: `Of answers to section 11 standard ${code} (${title}) ${metDefinition}`,
    unit: 'percent',
    of: ofReturn,
    numerator: `Returns with standard ${code} rated Met`,
    denominator: `Returns that answer standard ${code}, without Not applicable`,
    source,
    by,
    version: 1,
    direction: 'more',
    cases: (db, scope) =>
      answers(db, scope)
        .where('answer.standard', '=', code)
        .where(rating, '!=', 'notApplicable')
        .select(['section11_return.id', ratedMet.as('counted')]),
  }),
)

export const ratingsChanged = measure(section11Return, {
  key: 'section11_ratings_changed',
  label: 'Section 11 ratings changed by moderation',
  definition:
    'Of answers in returns due in the period that have been moderated, those whose moderated rating differs from the agency’s own. An answer given again after its moderation counts once it is moderated again.',
  unit: 'percent',
  of: ofAnswer,
  numerator: 'Answers whose moderated rating differs from the agency’s own',
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

export const measures = [
  returnsDue,
  returned,
  returnedInTime,
  notReturned,
  standardsMet,
  ...standardMet,
  ratingsChanged,
]

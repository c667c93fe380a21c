import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { boroughBriefing } from './record.ts'

type Db = Kysely<
  MeasureTables<'borough_briefing', (typeof boroughBriefing)['fields'], (typeof boroughBriefing)['lines']>
>

const by = ['how'] as const
const source = 'EXP-BRIEF (local definition)'

const held = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('borough_briefing')
    .where('borough_briefing.state', 'in', ['held', 'evaluated'])
    .where('borough_briefing.heldOn', '>=', period.from)
    .where('borough_briefing.heldOn', '<=', period.to)

export const briefings = measure(boroughBriefing, {
  key: 'borough_briefings',
  label: 'Borough briefings held',
  definition: 'Briefings for partners held in the period. Those planned, called off or recorded in error are left out.',
  unit: 'count',
  of: 'briefing',
  numerator: 'Briefings held in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => held(db, scope).select(['borough_briefing.id', sql<boolean>`true`.as('counted')]),
})

export const attendance = measure(boroughBriefing, {
  key: 'borough_briefing_attendance',
  label: 'Invited people who came to borough briefings',
  definition: 'Of people invited to briefings held in the period, those who came. One person at two briefings is two.',
  unit: 'percent',
  of: 'person invited (one briefing)',
  numerator: 'People who came',
  denominator: 'People invited',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    held(db, scope)
      .innerJoin('borough_briefing_audience', 'borough_briefing_audience.recordId', 'borough_briefing.id')
      .innerJoin(sql<{ nth: number }>`lateral generate_series(1, borough_briefing_audience.how_many)`.as('nth'), join =>
        join.onTrue(),
      )
      .select([
        'borough_briefing_audience.id',
        'borough_briefing.id as recordId',
        sql<boolean>`borough_briefing_audience.attended`.as('counted'),
      ]),
})

export const foundUseful = measure(boroughBriefing, {
  key: 'borough_briefing_useful',
  label: 'Feedback that found the briefing useful',
  definition:
    'Of answers from the audience of briefings held in the period, those that found it very or somewhat useful.',
  unit: 'percent',
  of: 'answer from the audience',
  numerator: 'Answers that found it very or somewhat useful',
  denominator: 'Answers from the audience',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    held(db, scope)
      .innerJoin('borough_briefing_feedback', 'borough_briefing_feedback.recordId', 'borough_briefing.id')
      .select([
        'borough_briefing_feedback.id',
        'borough_briefing.id as recordId',
        sql<boolean>`borough_briefing_feedback.useful in ('very', 'some')`.as('counted'),
      ]),
})

export const measures: readonly Measure[] = [briefings, attendance, foundUseful]

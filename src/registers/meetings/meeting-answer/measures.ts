import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { meetingAnswer } from './record.ts'

export const answersInTime = measure(meetingAnswer, {
  key: 'meeting_answers_in_time',
  label: 'Answers before the meeting',
  definition:
    'Of the answers that agencies were asked for before meetings of the period, those given by the hour the meeting had set. Those no longer needed are left out.',
  unit: 'percent',
  of: 'answer (one agency, one case)',
  numerator: 'Answers given in time',
  denominator: 'Answers asked for and still needed',
  source: 'Local policy, after rulebook DA-05',
  by: ['agency', 'knows'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('meeting_answer')
      .innerJoin('meeting_answer_clock as due', 'due.recordId', 'meeting_answer.id')
      .where('meeting_answer.state', '!=', 'notNeeded')
      .where('meeting_answer.answersBy', '>=', period.fromInstant)
      .where('meeting_answer.answersBy', '<', period.toInstant)
      .select([
        'meeting_answer.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [answersInTime]

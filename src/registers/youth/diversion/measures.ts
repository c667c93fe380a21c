import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { diversion } from './record.ts'
import { divertingDecisions } from './rules.ts'

type Db = Kysely<MeasureTables<'diversion', (typeof diversion)['fields'], Record<never, never>>>

const by = ['ethnicity', 'sex', 'offence', 'referredBy', 'firstTime', 'ageAtTriage'] as const
const of = 'triage (one young person, one occasion)'
const source = 'YS-TRIAGE (local definition)'
const leftOut = 'Records made in error are left out.'

const standing = (db: Db) => db.selectFrom('diversion').where('diversion.state', '!=', 'recordedInError')

const decidedIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('diversion.decidedOn', '>=', period.from).where('diversion.decidedOn', '<=', period.to)

const divertedIn = (db: Db, scope: MeasureScope) =>
  decidedIn(db, scope).where('diversion.decision', 'in', divertingDecisions as never)

export const triages = measure(diversion, {
  key: 'triages',
  label: 'Young people who came to triage',
  definition: `Triages received in the period; a young person who comes twice counts twice. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Triages received in the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    standing(db)
      .where('diversion.receivedOn', '>=', period.from)
      .where('diversion.receivedOn', '<=', period.to)
      .select(['diversion.id', sql<boolean>`true`.as('counted')]),
})

export const triageDiverted = measure(diversion, {
  key: 'triage_diverted',
  label: 'Young people diverted from the youth justice system',
  definition: `Of triages decided in the period, those that divert the young person: support by agreement, a community resolution with support, or a decision put off while support goes on. Cautions, charges and court are not diversion. Triages not yet decided are in neither number. The report published a share without its base, so the base is told here each time. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Triages that divert',
  denominator: 'Triages decided in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    decidedIn(db, scope).select([
      'diversion.id',
      sql<boolean>`diversion.decision = any(${divertingDecisions})`.as('counted'),
    ]),
})

const due = (db: Db, { period, asAt }: MeasureScope, clock: string) =>
  standing(db)
    .innerJoin('diversion_clock as due', 'due.recordId', 'diversion.id')
    .where('due.clock', '=', clock)
    .where('due.dueOn', '>=', period.from)
    .where('due.dueOn', '<=', period.to)
    .select([
      'diversion.id',
      sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
      sql<boolean>`due.met_at is null`.as('open'),
      sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
    ])

export const triageInTime = measure(diversion, {
  key: 'triage_in_time',
  label: 'Triage decided in time',
  definition: `Of triages whose decision was due in the period, those decided by the due date. The limit (10 working days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of: 'decision that was due (one triage)',
  numerator: 'Decisions by the due date',
  denominator: 'Decisions due in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, scope) => due(db, scope, 'decide'),
})

export const diversionCompleted = measure(diversion, {
  key: 'diversion_completed',
  label: 'Diverted young people who completed their support',
  definition: `Of triages decided in the period that divert, those whose support was completed, whenever it was. Support that goes on, was partly done or not taken up counts as not completed. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Support completed',
  denominator: 'Triages decided in the period that divert',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    divertedIn(db, scope).select([
      'diversion.id',
      sql<boolean>`coalesce(diversion.completion = 'completed', false)`.as('counted'),
    ]),
})

export const furtherOffences = measure(diversion, {
  key: 'diversion_further_offence',
  label: 'Diverted young people with a further offence within 12 months',
  definition: `Of young people diverted whose 12 months ended in the period and of whom it could be looked up, those with a further offence and an outcome within the 12 months. Those not looked up yet are in neither number. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'A further offence within 12 months',
  denominator: 'Looked up, of those whose 12 months ended in the period',
  source,
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    standing(db)
      .where('diversion.followUpFrom', '>=', period.from)
      .where('diversion.followUpFrom', '<=', period.to)
      .where('diversion.furtherOffence', 'in', ['none', 'some'])
      .select(['diversion.id', sql<boolean>`diversion.further_offence = 'some'`.as('counted')]),
})

export const measures = [triages, triageDiverted, triageInTime, diversionCompleted, furtherOffences]

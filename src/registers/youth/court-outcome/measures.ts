import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { courtOutcome } from './record.ts'
import { deprives } from './rules.ts'

type Db = Kysely<MeasureTables<'court_outcome', (typeof courtOutcome)['fields'], Record<never, never>>>

const by = ['ethnicity', 'sex', 'offence', 'outcome', 'court', 'ageAtCourt'] as const
const of = 'court outcome (one young person, one hearing)'
const source = 'YJ-PANEL (local definition)'
const leftOut = 'Records made in error are left out.'
const yes = sql<boolean>`true`

const standing = (db: Db) => db.selectFrom('court_outcome').where('court_outcome.state', '!=', 'recordedInError')

const heardIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('court_outcome.heardOn', '>=', period.from).where('court_outcome.heardOn', '<=', period.to)

const seenIn = (db: Db, { period }: MeasureScope) =>
  standing(db).where('court_outcome.panelOn', '>=', period.from).where('court_outcome.panelOn', '<=', period.to)

export const panelCases = measure(courtOutcome, {
  key: 'court_outcomes_seen',
  label: 'Court outcomes the panel looked at',
  definition: `Court outcomes at which the scrutiny panel looked in the period. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Court outcomes looked at in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => seenIn(db, scope).select(['court_outcome.id', yes.as('counted')]),
})

export const panelsHeld = measure(courtOutcome, {
  key: 'court_panels',
  label: 'Scrutiny panels held',
  definition: `Days in the period on which the scrutiny panel looked at court outcomes: the recommendation asks for one or two in a year. ${leftOut}`,
  unit: 'count',
  of: 'panel (one day)',
  numerator: 'Panels held in the period',
  source,
  by: [],
  version: 1,
  cases: (db, scope) =>
    seenIn(db, scope)
      .distinctOn('court_outcome.panelOn')
      .orderBy('court_outcome.panelOn')
      .orderBy('court_outcome.id')
      .select(['court_outcome.id', yes.as('counted')]),
})

export const appropriate = measure(courtOutcome, {
  key: 'court_outcomes_appropriate',
  label: 'Court outcomes the panel found appropriate',
  definition: `Of court outcomes the panel looked at in the period and could judge, those it found appropriate. Those of which it could not be told are in neither number. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Found appropriate',
  denominator: 'Looked at and judged in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    seenIn(db, scope)
      .where('court_outcome.view', '!=', 'notTold')
      .select(['court_outcome.id', sql<boolean>`court_outcome.view = 'appropriate'`.as('counted')]),
})

export const deprived = measure(courtOutcome, {
  key: 'court_outcomes_liberty',
  label: 'Court outcomes that were custody or remand',
  definition: `Of court outcomes of the period recorded for the panel, those that took away liberty: detention or custody, and remand other than bail. Broken down by ethnic group it is the question the panel was set up for. It is a share of the outcomes recorded here, not of all outcomes of the court. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Custody or remand',
  denominator: 'Court outcomes of the period recorded for the panel',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    heardIn(db, scope).select([
      'court_outcome.id',
      sql<boolean>`court_outcome.outcome = any(${[...deprives]})`.as('counted'),
    ]),
})

export const followed = measure(courtOutcome, {
  key: 'court_outcomes_as_proposed',
  label: 'Court outcomes as the report before sentence proposed',
  definition: `Of court outcomes of the period with a report before sentence, those in which the court decided what the report proposed. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Decided as proposed',
  denominator: 'Court outcomes of the period with a report',
  source,
  by,
  version: 1,
  cases: (db, scope) =>
    heardIn(db, scope)
      .where('court_outcome.proposal', '!=', 'noReport')
      .select(['court_outcome.id', sql<boolean>`court_outcome.outcome = court_outcome.proposal`.as('counted')]),
})

export const measures = [panelCases, panelsHeld, appropriate, deprived, followed]

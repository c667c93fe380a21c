import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { person } from './record.ts'

type Tables = MeasureTables<'person', (typeof person)['fields'], (typeof person)['lines']>

const of = 'child on record (one person, after merging)'
const by = ['sex', 'ethnicity', 'birthKnown', 'need'] as const

/** Children of whom the partnership learned in the period: one person each, merged records left out. */
const childrenIn = (db: Kysely<Tables>, { period }: MeasureScope) =>
  db
    .selectFrom('person')
    .where('person.kind', '=', 'child')
    .where('person.state', '=', 'current')
    .where('person.knownOn', '>=', period.from)
    .where('person.knownOn', '<=', period.to)

export const childrenRecorded = measure(person, {
  key: 'children_recorded',
  label: 'Children recorded for the first time',
  definition:
    'Children, unborn ones included, known to us since a day in the period; a person merged into another is counted once.',
  unit: 'count',
  of,
  numerator: 'Children known since a day in the period',
  source: 'Local policy',
  by,
  version: 1,
  cases: (db, scope) => childrenIn(db, scope).select(['person.id', sql<boolean>`true`.as('counted')]),
})

export const ethnicityKnown = measure(person, {
  key: 'ethnicity_known',
  label: 'Children whose ethnic group is known',
  definition:
    'Of the children known to us since a day in the period, those whose ethnic group is recorded. Refused, not stated, not asked and not recorded are told apart in the breakdown and count as not known.',
  unit: 'percent',
  of,
  numerator: 'Ethnic group recorded',
  denominator: 'Children known since a day in the period',
  source: 'Remedy for figures by ethnic group without their unknowns (X-ETHNICITY)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    childrenIn(db, scope).select([
      'person.id',
      sql<boolean>`person.ethnicity is not null and person.ethnicity not in ('REFU', 'NSTD', 'NOBT')`.as('counted'),
    ]),
})

export const measures = [childrenRecorded, ethnicityKnown]

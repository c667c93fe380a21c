import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { personMatch } from './record.ts'

export const matchesDecided = measure(personMatch, {
  key: 'person_matches_decided',
  label: 'Suggested matches that a person has decided',
  definition:
    'Of the pairs of records found in the period that may be one person, those about which a person has decided. The others are open.',
  unit: 'percent',
  of: 'pair of people (two records)',
  numerator: 'Decided: the same person, or two people',
  denominator: 'Pairs found in the period',
  source: 'Local policy',
  by: ['foundBy', 'strength'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('person_match')
      .where('person_match.foundAt', '>=', period.fromInstant)
      .where('person_match.foundAt', '<', period.toInstant)
      .select(['person_match.id', sql<boolean>`person_match.state <> 'suggested'`.as('counted')]),
})

export const measures = [matchesDecided]

import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { intelligenceItem } from './record.ts'

export const shared = measure(intelligenceItem, {
  key: 'intelligence_shared',
  label: 'Intelligence shared with the police after interviews',
  definition:
    'Places, people, vehicles and other things named in return home interviews and shared with the police in the period. What was withdrawn is left out.',
  unit: 'count',
  of: 'thing named and shared',
  numerator: 'Shared in the period',
  source: 'Return home interviews (RHI)',
  by: ['kind', 'usedFor'],
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('intelligence_item')
      .where('intelligence_item.state', '!=', 'withdrawn')
      .where('intelligence_item.sharedAt', '>=', period.fromInstant)
      .where('intelligence_item.sharedAt', '<', period.toInstant)
      .select(['intelligence_item.id', sql<boolean>`true`.as('counted')]),
})

export const measures = [shared]

import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { earlyHelpChild } from './record.ts'

export const childrenWithEarlyHelp = measure(earlyHelpChild, {
  key: 'early_help_children',
  label: 'Children with a new early help assessment',
  definition:
    'Children of assessments to which a family agreed in the period, one for each child and assessment. Records made in error are left out.',
  unit: 'count',
  of: 'child with early help (one child, one assessment)',
  numerator: 'Children of assessments to which families agreed in the period',
  source: 'Rulebook EH-01; one list of ethnic groups (X-ETHNICITY)',
  by: ['leadKind', 'leadAgency', 'sex', 'ethnicity', 'outcome'],
  version: 1,
  ratePer: '0 to 17',
  cases: (db, { period }) =>
    db
      .selectFrom('early_help_child')
      .where('early_help_child.state', '!=', 'recordedInError')
      .where('early_help_child.agreedOn', '>=', period.from)
      .where('early_help_child.agreedOn', '<=', period.to)
      .select(['early_help_child.id', sql<boolean>`true`.as('counted')]),
})

export const measures = [childrenWithEarlyHelp]

import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { practiceAudit } from './record.ts'

type Db = Kysely<MeasureTables<'practice_audit', (typeof practiceAudit)['fields'], Record<never, never>>>

const by = ['work', 'ethnicity', 'sex'] as const
const of = 'audited piece of work'
const source = 'YJ-DISP (local definition)'
const leftOut = 'Records made in error are left out.'

const auditedIn = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('practice_audit')
    .where('practice_audit.state', '=', 'audited')
    .where('practice_audit.auditedOn', '>=', period.from)
    .where('practice_audit.auditedOn', '<=', period.to)

export const audits = measure(practiceAudit, {
  key: 'practice_audits',
  label: 'Pieces of youth justice work audited',
  definition: `Assessments, reports, assessments of risk and decisions on a breach that were read again in the period. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Audited in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => auditedIn(db, scope).select(['practice_audit.id', sql<boolean>`true`.as('counted')]),
})

export const gracesUsed = measure(practiceAudit, {
  key: 'practice_audits_graces',
  label: 'Audited work that uses the Social GRACES',
  definition: `Of work audited in the period that needed them, the share that uses the Social GRACES in full. The report says they are in every assessment: this is how it is seen. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Uses the Social GRACES',
  denominator: 'Audited in the period and in need of them',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    auditedIn(db, scope)
      .where('practice_audit.graces', '!=', 'notNeeded')
      .select(['practice_audit.id', sql<boolean>`practice_audit.graces = 'yes'`.as('counted')]),
})

export const sameForOthers = measure(practiceAudit, {
  key: 'practice_audits_same',
  label: 'Audited work that would be the same for others',
  definition: `Of work audited in the period of which it could be told, the share that would have been written in the same way about another young person who did the same. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Would be the same',
  denominator: 'Audited in the period and judged',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    auditedIn(db, scope)
      .where('practice_audit.same', '!=', 'notTold')
      .select(['practice_audit.id', sql<boolean>`practice_audit.same = 'yes'`.as('counted')]),
})

export const measures = [audits, gracesUsed, sameForOthers]

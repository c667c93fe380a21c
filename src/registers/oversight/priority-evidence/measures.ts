import { type Kysely, sql } from 'kysely'
import { type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { priorityEvidence } from './record.ts'

type Db = Kysely<
  MeasureTables<'priority_evidence', (typeof priorityEvidence)['fields'], (typeof priorityEvidence)['lines']>
>

const by = ['givenBy', 'strength'] as const
const of = 'piece of evidence'
const source = 'GOV-PRIORITIES (local definition)'
const leftOut = 'Withdrawn evidence is left out.'

const given = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('priority_evidence')
    .where('priority_evidence.state', '!=', 'withdrawn')
    .where('priority_evidence.evidenceOn', '>=', period.from)
    .where('priority_evidence.evidenceOn', '<=', period.to)

export const evidenceItems = measure(priorityEvidence, {
  key: 'priority_evidence_items',
  label: 'Evidence on priorities',
  definition: `Evidence of a day in the period, accepted or not. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Evidence of a day in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => given(db, scope).select(['priority_evidence.id', sql<boolean>`true`.as('counted')]),
})

export const evidenceAccepted = measure(priorityEvidence, {
  key: 'priority_evidence_accepted',
  label: 'Evidence on priorities that was accepted',
  definition: `Of evidence of a day in the period, that which the partnership accepted. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Evidence accepted',
  denominator: 'Evidence of a day in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    given(db, scope).select(['priority_evidence.id', sql<boolean>`priority_evidence.state = 'accepted'`.as('counted')]),
})

export const evidenceOfChange = measure(priorityEvidence, {
  key: 'priority_evidence_of_change',
  label: 'Evidence that says what changed for children',
  definition: `Of evidence of a day in the period, that which says what is different for children. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Evidence that says what changed',
  denominator: 'Evidence of a day in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    given(db, scope).select([
      'priority_evidence.id',
      sql<boolean>`priority_evidence.what_changed is not null`.as('counted'),
    ]),
})

export const evidenceInTime = measure(priorityEvidence, {
  key: 'priority_evidence_in_time',
  label: 'Evidence on priorities judged in time',
  definition: `Of evidence given in the period, that which was accepted or returned by the due date. The limit (28 days unless changed) is local policy. ${leftOut}`,
  unit: 'percent',
  of,
  numerator: 'Accepted or returned in time',
  denominator: 'Evidence given in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('priority_evidence')
      .innerJoin('priority_evidence_clock as due', 'due.recordId', 'priority_evidence.id')
      .where('priority_evidence.state', '!=', 'withdrawn')
      .where('due.clock', '=', 'evidence_judged')
      .where('priority_evidence.givenOn', '>=', period.from)
      .where('priority_evidence.givenOn', '<=', period.to)
      .select([
        'priority_evidence.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures = [evidenceItems, evidenceAccepted, evidenceOfChange, evidenceInTime]

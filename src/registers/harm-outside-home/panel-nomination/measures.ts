import { sql } from 'kysely'
import { measure } from '../../../declare/measure.ts'
import { panelNomination } from './record.ts'

const by = ['subject', 'risk', 'riskAtStart', 'sift', 'placedIn'] as const
const source = 'Rulebook MX-06; EXP-MACE'

export const nominations = measure(panelNomination, {
  key: 'panel_nominations',
  label: 'Nominations for the exploitation panel',
  definition:
    'Children, people causing harm, places, groups and themes nominated for the exploitation panel in the period.',
  unit: 'count',
  of: 'nomination',
  numerator: 'Nominations of the period',
  source,
  by,
  version: 1,
  cases: (db, { period }) =>
    db
      .selectFrom('panel_nomination')
      .where('nominatedOn', '>=', period.from)
      .where('nominatedOn', '<=', period.to)
      .select(['panel_nomination.id', sql<boolean>`true`.as('counted')]),
})

export const panelInTime = measure(panelNomination, {
  key: 'nominations_heard_in_time',
  label: 'Nominations at the panel in time',
  definition:
    'Of the nominations of the period that were accepted for the panel, those first discussed there within the days of local policy.',
  unit: 'percent',
  of: 'nomination',
  numerator: 'Nominations discussed in time',
  denominator: 'Nominations of the period accepted for the panel',
  source,
  by,
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('panel_nomination')
      .innerJoin('panel_nomination_clock as due', join =>
        join.onRef('due.recordId', '=', 'panel_nomination.id').on('due.clock', '=', 'nomination_panel'),
      )
      .where('panel_nomination.sift', '=', 'accept')
      .where('panel_nomination.nominatedOn', '>=', period.from)
      .where('panel_nomination.nominatedOn', '<=', period.to)
      .select([
        'panel_nomination.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const riskReduced = measure(panelNomination, {
  key: 'panel_risk_reduced',
  label: 'Children whose risk was lower when the panel closed them',
  definition:
    'Of the children closed to the panel in the period, those whose level of risk at the end was lower than when they were nominated.',
  unit: 'percent',
  of: 'child (one nomination)',
  numerator: 'Children whose risk was lower at the end',
  denominator: 'Children closed to the panel in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('panel_nomination')
      .where('subject', '=', 'child')
      .where('state', '=', 'closed')
      .where('closedOn', '>=', period.from)
      .where('closedOn', '<=', period.to)
      .select([
        'panel_nomination.id',
        sql<boolean>`coalesce(array_position(array['emerging', 'moderate', 'significant'], risk_at_end)
                   < array_position(array['emerging', 'moderate', 'significant'], risk_at_start), false)`.as('counted'),
      ]),
})

export const measures = [nominations, panelInTime, riskReduced]

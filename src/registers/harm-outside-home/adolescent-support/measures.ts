import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { adolescentSupport } from './record.ts'

type Db = Kysely<
  MeasureTables<'adolescent_support', (typeof adolescentSupport)['fields'], (typeof adolescentSupport)['lines']>
>

const by = ['sex', 'ethnicity', 'ageBand', 'planAtStart'] as const
const of = 'referral (one young person)'
const source = 'EXP-ASIP'
const yes = sql<boolean>`true`

const referred = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('adolescent_support')
    .where('adolescent_support.state', '!=', 'recordedInError')
    .where('adolescent_support.referredOn', '>=', period.from)
    .where('adolescent_support.referredOn', '<=', period.to)

export const referrals = measure(adolescentSupport, {
  key: 'adolescent_support_referrals',
  label: 'Referrals for adolescent support',
  definition:
    'Young people referred in the period for adolescent support, whatever was decided. Records made in error are left out.',
  unit: 'count',
  of,
  numerator: 'Referrals in the period',
  source,
  by: [...by, 'whyNotTaken', 'outcome'],
  version: 1,
  cases: (db, scope) => referred(db, scope).select(['adolescent_support.id', yes.as('counted')]),
})

export const provided = measure(adolescentSupport, {
  key: 'adolescent_support_provided',
  label: 'Referrals for which the work began',
  definition:
    'Of young people referred in the period, those with whom the work began, then or later. Those who still wait count as not begun.',
  unit: 'percent',
  of,
  numerator: 'Referrals for which the work began',
  denominator: 'Referrals in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    referred(db, scope).select(['adolescent_support.id', sql<boolean>`started_on is not null`.as('counted')]),
})

export const notTaken = measure(adolescentSupport, {
  key: 'adolescent_support_not_taken',
  label: 'Referrals not taken on, with the reason',
  definition: 'Young people referred in the period who were not taken on. Each has a reason.',
  unit: 'count',
  of,
  numerator: 'Referrals not taken on',
  source: 'EXP-ASIP (local definition: the annual report gives no reasons)',
  by: [...by, 'whyNotTaken'],
  version: 1,
  cases: (db, scope) =>
    referred(db, scope)
      .where('adolescent_support.state', '=', 'notTaken')
      .select(['adolescent_support.id', yes.as('counted')]),
})

export const steppedDown = measure(adolescentSupport, {
  key: 'adolescent_support_stepped_down',
  label: 'Less needed from social care when the work ended',
  definition:
    'Of young people whose work ended in the period, those with a lower plan of social care at the end than at the start: looked after, child protection, child in need, early help, none.',
  unit: 'percent',
  of: 'young person whose work ended',
  numerator: 'Young people with a lower plan at the end',
  denominator: 'Young people whose work ended in the period',
  source: 'EXP-ASIP (local definition)',
  by: [...by, 'planAtEnd', 'outcome'],
  version: 1,
  direction: 'more',
  cases: (db, { period }) =>
    db
      .selectFrom('adolescent_support')
      .where('adolescent_support.state', '=', 'ended')
      .where('adolescent_support.endedOn', '>=', period.from)
      .where('adolescent_support.endedOn', '<=', period.to)
      .select([
        'adolescent_support.id',
        sql<boolean>`array_position(array['none', 'earlyHelp', 'childInNeed', 'childProtection', 'lookedAfter'], plan_at_end)
          < array_position(array['none', 'earlyHelp', 'childInNeed', 'childProtection', 'lookedAfter'], plan_at_start)`.as(
          'counted',
        ),
      ]),
})

export const waiting = measure(adolescentSupport, {
  key: 'adolescent_support_waiting',
  label: 'Young people who wait for adolescent support at the end of the period',
  definition:
    'Young people referred by the last day of the period with whom the work had not begun by then and who had not been refused by then. Records made in error are left out.',
  unit: 'count',
  of,
  numerator: 'Young people who wait on the last day of the period',
  source: 'EXP-ASIP (local definition)',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, { period }) =>
    db
      .selectFrom('adolescent_support')
      .where('adolescent_support.state', '!=', 'recordedInError')
      .where('adolescent_support.referredOn', '<=', period.to)
      .where(eb =>
        eb.and([
          eb.or([eb('adolescent_support.startedOn', 'is', null), eb('adolescent_support.startedOn', '>', period.to)]),
          eb.or([eb('adolescent_support.state', '!=', 'notTaken'), eb('adolescent_support.decidedOn', '>', period.to)]),
        ]),
      )
      .select(['adolescent_support.id', yes.as('counted')]),
})

export const measures: readonly Measure[] = [referrals, provided, notTaken, steppedDown, waiting]

import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { traffickingReferral } from './record.ts'
import { panelLimitDays } from './rules.ts'

type Db = Kysely<
  MeasureTables<'trafficking_referral', (typeof traffickingReferral)['fields'], (typeof traffickingReferral)['lines']>
>

const by = [
  'authority',
  'age',
  'sex',
  'ethnicity',
  'exploitation',
  'place',
  'route',
  'responder',
  'decidedHow',
] as const
const of = 'case (one child)'
const source = 'NRM-PILOT; rulebook NR-01 to NR-04'
const yes = sql<boolean>`true`

/** One child is one case, however often it is heard. */
const brought = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('trafficking_referral')
    .where('trafficking_referral.state', '!=', 'recordedInError')
    .where('trafficking_referral.broughtOn', '>=', period.from)
    .where('trafficking_referral.broughtOn', '<=', period.to)

export const cases = measure(traffickingReferral, {
  key: 'trafficking_cases',
  label: 'Cases of trafficking brought',
  definition:
    'Children whose case was brought to the coordinator in the period, referred or still to be referred. One child is one case, however often the panel hears it. The annual report calls these referrals.',
  unit: 'count',
  of,
  numerator: 'Cases brought in the period',
  source,
  by,
  version: 1,
  cases: (db, scope) => brought(db, scope).select(['trafficking_referral.id', yes.as('counted')]),
})

export const referred = measure(traffickingReferral, {
  key: 'trafficking_referred',
  label: 'Cases referred by the end of the period',
  definition:
    'Of cases brought in the period, those whose referral was sent by its last day. A case is not a referral before it is referred.',
  unit: 'percent',
  of,
  numerator: 'Cases referred by the last day of the period',
  denominator: 'Cases brought in the period',
  source,
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    brought(db, scope).select([
      'trafficking_referral.id',
      sql<boolean>`coalesce(trafficking_referral.referred_on <= ${scope.period.to}, false)`.as('counted'),
    ]),
})

const decided = (how: 'firstMeeting' | 'afterDeferral', key: string, label: string, numerator: string) =>
  measure(traffickingReferral, {
    key,
    label,
    definition: `Of cases brought in the period, those of which the panel found ${numerator}, in the period or later.`,
    unit: 'percent',
    of,
    numerator: `Cases with ${numerator}`,
    denominator: 'Cases brought in the period',
    source,
    by,
    version: 1,
    cases: (db, scope) =>
      brought(db, scope).select([
        'trafficking_referral.id',
        sql<boolean>`coalesce(trafficking_referral.decided_how = ${how}, false)`.as('counted'),
      ]),
  })

export const bothAtFirst = decided(
  'firstMeeting',
  'trafficking_both_at_first_meeting',
  'Both grounds found at the first hearing',
  'reasonable and conclusive grounds at the first hearing',
)
export const deferredThenFound = decided(
  'afterDeferral',
  'trafficking_found_after_deferral',
  'Reasonable grounds found first, conclusive grounds later',
  'reasonable grounds at one hearing and conclusive grounds at a later one',
)

/** Each hearing of the period, of whichever case: a case heard twice counts twice here. */
const heard = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('trafficking_referral')
    .innerJoin('trafficking_referral_hearings', 'trafficking_referral_hearings.recordId', 'trafficking_referral.id')
    .where('trafficking_referral.state', '!=', 'recordedInError')
    .where('trafficking_referral_hearings.heldOn', '>=', period.from)
    .where('trafficking_referral_hearings.heldOn', '<=', period.to)

const hearing = 'hearing (one case at one meeting of the panel)'

export const hearings = measure(traffickingReferral, {
  key: 'trafficking_hearings',
  label: 'Hearings of cases by the panel',
  definition:
    'Cases heard at meetings of the panel in the period, each time they were heard: a case heard at two meetings counts twice. Cases of children are a measure of their own.',
  unit: 'count',
  of: hearing,
  numerator: 'Hearings in the period',
  source: 'NRM-PILOT',
  by,
  version: 1,
  cases: (db, scope) =>
    heard(db, scope).select([
      'trafficking_referral_hearings.id',
      'trafficking_referral.id as recordId',
      yes.as('counted'),
    ]),
})

export const hearingsLate = measure(traffickingReferral, {
  key: 'trafficking_hearings_late',
  label: 'Hearings of cases decided too late',
  definition: `Of hearings in the period, those of cases that were referred and had no decision on reasonable grounds within ${panelLimitDays} days of the referral. Cases that are still to be referred have no such limit yet and count as in time.`,
  unit: 'percent',
  of: hearing,
  numerator: `Hearings of cases without a decision within ${panelLimitDays} days`,
  denominator: 'Hearings in the period',
  source: 'NRM-PILOT; rulebook NR-04',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) =>
    heard(db, scope).select([
      'trafficking_referral_hearings.id',
      'trafficking_referral.id as recordId',
      sql<boolean>`trafficking_referral.route = 'panel' and trafficking_referral.referred_on is not null
        and coalesce(trafficking_referral.reasonable_on, (${scope.asAt}::timestamptz at time zone 'Europe/London')::date)
          > trafficking_referral.referred_on + ${sql.raw(String(panelLimitDays))}`.as('counted'),
    ]),
})

const inTime = (clock: string, key: string, label: string, words: string, rule: string) =>
  measure(traffickingReferral, {
    key,
    label,
    definition: `Of ${words} that were due in the period and by the day of the figure, those made by the due date. Those that are overdue count as not in time, and are told beside the figure.`,
    unit: 'percent',
    of: 'decision that was due (one case)',
    numerator: 'Made by the due date',
    denominator: 'Due in the period',
    source: rule,
    by,
    version: 1,
    direction: 'more',
    timeliness: true,
    cases: (db, { period, asAt }) =>
      db
        .selectFrom('trafficking_referral')
        .innerJoin('trafficking_referral_clock as due', 'due.recordId', 'trafficking_referral.id')
        .where('due.clock', '=', clock)
        .where('due.dueOn', '>=', period.from)
        .where('due.dueOn', '<=', period.to)
        .where('trafficking_referral.state', '!=', 'recordedInError')
        .select([
          'trafficking_referral.id',
          sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
          sql<boolean>`due.met_at is null`.as('open'),
          sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
        ]),
  })

export const panelInTime = inTime(
  'panel_reasonable',
  'trafficking_panel_in_time',
  'Panel decisions on reasonable grounds in time',
  `decisions of the panel on reasonable grounds (${panelLimitDays} days from the referral)`,
  'Rulebook NR-04',
)
export const authorityInTime = inTime(
  'authority_reasonable',
  'trafficking_authority_in_time',
  'Reasonable grounds decided by the authority in time',
  'decisions of the Single Competent Authority on reasonable grounds (five working days, an aim)',
  'Rulebook NR-02',
)
export const guardianInTime = inTime(
  'guardian',
  'trafficking_guardian_in_time',
  'Guardians asked for in time',
  'referrals to the guardian service (local policy)',
  'Rulebook NR-05 (grade D); local policy',
)

export const guardianNotNeeded = measure(traffickingReferral, {
  key: 'trafficking_guardian_not_needed',
  label: 'Cases that needed no guardian: exploited abroad only',
  definition:
    'Of cases brought in the period, those for which no guardian was asked for because the child was exploited abroad only.',
  unit: 'percent',
  of,
  numerator: 'Cases with exploitation abroad only and no guardian',
  denominator: 'Cases brought in the period',
  source: 'NRM-ICTG',
  by,
  version: 1,
  cases: (db, scope) =>
    brought(db, scope).select([
      'trafficking_referral.id',
      sql<boolean>`coalesce(trafficking_referral.guardian_not = 'abroadOnly', false)`.as('counted'),
    ]),
})

export const guardianAsked = measure(traffickingReferral, {
  key: 'trafficking_guardian_asked',
  label: 'Children for whom a guardian was asked',
  definition:
    'Of cases brought in the period without a reason recorded against a guardian, those for which the guardian service was asked.',
  unit: 'percent',
  of,
  numerator: 'Cases with a guardian asked for',
  denominator: 'Cases without a reason against a guardian',
  source: 'Rulebook NR-05 (referred / eligible)',
  by,
  version: 1,
  direction: 'more',
  cases: (db, scope) =>
    brought(db, scope)
      .where('trafficking_referral.guardianNot', 'is', null)
      .select([
        'trafficking_referral.id',
        sql<boolean>`trafficking_referral.guardian_referred_at is not null`.as('counted'),
      ]),
})

export const measures: readonly Measure[] = [
  cases,
  referred,
  bothAtFirst,
  deferredThenFound,
  hearings,
  hearingsLate,
  panelInTime,
  authorityInTime,
  guardianInTime,
  guardianNotNeeded,
  guardianAsked,
]

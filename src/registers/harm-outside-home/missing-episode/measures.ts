import { type Kysely, sql } from 'kysely'
import { type Measure, type MeasureScope, type MeasureTables, measure } from '../../../declare/measure.ts'
import { missingEpisode } from './record.ts'

type Db = Kysely<MeasureTables<'missing_episode', (typeof missingEpisode)['fields'], (typeof missingEpisode)['lines']>>

const of = 'missing episode (one child, one time)'
const ofChild = 'child (in the setting, the latest episode of the period stands for the child)'
const by = [
  'missingFrom',
  'careType',
  'durationBand',
  'policeGrade',
  'lookedAfter',
  'responsible',
  'toldBy',
  'sex',
  'ethnicity',
] as const
const yes = sql<boolean>`true`.as('counted')
const leftOut = 'Second records of one episode, joined to the first, and records made in error are left out.'
const oneChild =
  'Records of one person that were merged are one child; a child whose person is not known yet is told apart by name and date of birth.'

/** Episodes that began in the period: by when the child was missing, not by when somebody typed it. */
const begun = (db: Db, { period }: MeasureScope) =>
  db
    .selectFrom('missing_episode')
    .where('missing_episode.state', 'not in', ['joined', 'recordedInError'])
    .where('missing_episode.missingSince', '>=', period.fromInstant)
    .where('missing_episode.missingSince', '<', period.toInstant)

/** The same with who the child is, as known at the instant of the figure. */
const begunByChild = (db: Db, scope: MeasureScope, setting?: Setting) => {
  const all = begun(db, scope).leftJoin(
    sql<{ id: string; stays: string }>`canopy.merged_people(${scope.asAt})`.as('merged'),
    join => join.onRef('merged.id', '=', 'missing_episode.person'),
  )
  return setting === undefined ? all : all.where('missing_episode.missingFrom', '=', setting)
}

const child = sql<string>`coalesce(merged.stays::text, missing_episode.person::text,
  lower(missing_episode.given_name || ' ' || missing_episode.family_name) || coalesce(missing_episode.born_on::text, ''))`

type Setting = 'home' | 'care'

/** One row for each child: the latest episode. */
const children = (db: Db, scope: MeasureScope, setting?: Setting) =>
  begunByChild(db, scope, setting)
    .distinctOn(child)
    .orderBy(child)
    .orderBy('missing_episode.missingSince', 'desc')
    .orderBy('missing_episode.id')
    .select(['missing_episode.id', yes])

export const episodes = measure(missingEpisode, {
  key: 'missing_episodes',
  label: 'Missing episodes',
  definition: `Episodes in which a child went missing in the period, whatever their length. Each has exactly one setting, so that the settings add up to the total. ${leftOut}`,
  unit: 'count',
  of,
  numerator: 'Episodes that began in the period',
  source: 'Rulebook MX-01 and MX-02; remedy for episodes that stood in no table (I-16)',
  by,
  version: 1,
  direction: 'fewer',
  cases: (db, scope) => begun(db, scope).select(['missing_episode.id', yes]),
})

const childrenWords = (where: string) =>
  `Children who went missing ${where} in the period, each once. A child who went missing from more than one setting is counted in each of them, so that these counts do not add up to children. ${oneChild} ${leftOut}`

export const childrenMissing = measure(missingEpisode, {
  key: 'missing_children',
  label: 'Children who went missing',
  definition: `Children who went missing in the period from any setting, each once. ${oneChild} ${leftOut}`,
  unit: 'count',
  of: ofChild,
  numerator: 'Children with an episode that began in the period',
  source: 'Rulebook MX-01',
  by: ['lookedAfter', 'sex', 'ethnicity', 'responsible'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) => children(db, scope),
})

export const childrenFromHome = measure(missingEpisode, {
  key: 'missing_children_home',
  label: 'Children who went missing from home',
  definition: childrenWords('from home'),
  unit: 'count',
  of: ofChild,
  numerator: 'Children with an episode from home that began in the period',
  source: 'Rulebook MX-01',
  by: ['sex', 'ethnicity', 'lookedAfter'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) => children(db, scope, 'home'),
})

export const childrenFromCare = measure(missingEpisode, {
  key: 'missing_children_care',
  label: 'Children who went missing from care',
  definition: childrenWords('from care'),
  unit: 'count',
  of: ofChild,
  numerator: 'Children with an episode from care that began in the period',
  source: 'Rulebook MX-02; SSDA903',
  by: ['sex', 'ethnicity', 'careType'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) => children(db, scope, 'care'),
})

const bands = {
  under24: { key: 'missing_back_within_24_hours', words: 'in less than 24 hours', counted: ['under24'] },
  nextDay: {
    key: 'missing_back_next_day',
    words: 'on the following day, after 24 hours or more',
    counted: ['nextDay'],
  },
  byNextDay: {
    key: 'missing_back_by_next_day',
    words: 'on the following day at the latest',
    counted: ['under24', 'nextDay'],
  },
} as const

const backIn = ({ key, words, counted }: (typeof bands)[keyof typeof bands]) =>
  measure(missingEpisode, {
    key,
    label: `Missing children back ${words}`,
    definition: `Of episodes that began in the period and have ended, those in which the child was back ${words}. Hours are elapsed hours, days are days in London. Episodes still open are left out. ${leftOut}`,
    unit: 'percent',
    of,
    numerator: `Episodes in which the child was back ${words}`,
    denominator: 'Episodes that began in the period and have ended',
    source: 'Rulebook MX-01; bands of the annual report',
    by,
    version: 1,
    direction: 'more',
    cases: (db, scope) =>
      begun(db, scope)
        .where('missing_episode.returnedAt', 'is not', null)
        .select([
          'missing_episode.id',
          sql<boolean>`missing_episode.duration_band in (${sql.join(counted.map(one => sql.lit(one)))})`.as('counted'),
        ]),
  })

export const backWithin24Hours = backIn(bands.under24)
export const backNextDay = backIn(bands.nextDay)
export const backByNextDay = backIn(bands.byNextDay)

/** The ten children with most episodes; where two have as many, the one whose identity comes first, so that it is always ten. */
const topTen = (db: Db, scope: MeasureScope, setting?: Setting) =>
  begunByChild(db, scope, setting)
    .groupBy(child)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(child)
    .limit(10)
    .select(child.as('key'))

const ofTopTen = (setting: Setting, label: string) =>
  measure(missingEpisode, {
    key: `missing_top_ten_${setting}`,
    label: `Share of missing episodes from ${setting} that are of ten children`,
    definition: `Of episodes from ${setting} that began in the period, those of the ten children who went missing from ${setting} most often in it. Ten children are ${label} in the year of the first report. ${oneChild} ${leftOut}`,
    unit: 'percent',
    of,
    numerator: 'Episodes of the ten children with most',
    denominator: `Episodes from ${setting} that began in the period`,
    source: 'Annual report 2021-22, chapter on missing children; one rule of rounding (I-18)',
    by: ['sex', 'lookedAfter'],
    version: 1,
    direction: 'fewer',
    cases: (db, scope) =>
      begunByChild(db, scope, setting).select([
        'missing_episode.id',
        sql<boolean>`${child} in (${topTen(db, scope, setting)})`.as('counted'),
      ]),
  })

export const topTenHome = ofTopTen('home', 'about 10% of the children')
export const topTenCare = ofTopTen('care', 'about 11% of the children')

export const mostOften = measure(missingEpisode, {
  key: 'missing_most_often',
  label: 'The ten children who went missing most often',
  definition: `The ten children with most episodes that began in the period, from any setting, to be broken down by who they are. ${oneChild} ${leftOut}`,
  unit: 'count',
  of: ofChild,
  numerator: 'The ten children with most episodes',
  source: 'Annual report 2021-22, chapter on missing children',
  by: ['sex', 'lookedAfter', 'missingFrom', 'ethnicity'],
  version: 1,
  cases: (db, scope) => children(db, scope).where(sql<boolean>`${child} in (${topTen(db, scope)})`),
})

/** Of each child, episodes of the 90 days up to this one; those before the period count too. */
export const threeInNinetyDays = measure(missingEpisode, {
  key: 'missing_repeatedly',
  label: 'Children missing three times or more in 90 days',
  definition: `Children with an episode in the period that was at least their third within 90 days, each once. There is no definition in law. ${oneChild} ${leftOut}`,
  unit: 'count',
  of: ofChild,
  numerator: 'Children with a third episode within 90 days',
  source: 'Rulebook MX-04 (grade D)',
  by: ['missingFrom', 'sex', 'ethnicity', 'lookedAfter'],
  version: 1,
  direction: 'fewer',
  cases: (db, scope) => children(db, scope).where('missing_episode.episodesIn90Days', '>=', 3),
})

export const strategyInTime = measure(missingEpisode, {
  key: 'missing_strategy_in_time',
  label: 'Strategy discussions about missing children held in time',
  definition: `Of strategy discussions due in the period, those held by their time. They are due where the police grade the risk as high, from the third episode in 90 days, and where somebody asked. The limits (24 hours and three episodes unless changed) are local policy. ${leftOut}`,
  unit: 'percent',
  of: 'strategy discussion that was due (one episode)',
  numerator: 'Strategy discussions held in time',
  denominator: 'Strategy discussions due in the period',
  source: 'Rulebook MX-04 (grade D)',
  by: ['missingFrom', 'strategyWhy', 'policeGrade'],
  version: 1,
  direction: 'more',
  timeliness: true,
  cases: (db, { period, asAt }) =>
    db
      .selectFrom('missing_episode')
      .innerJoin('missing_episode_clock as due', 'due.recordId', 'missing_episode.id')
      .where('missing_episode.state', 'not in', ['joined', 'recordedInError'])
      .where('due.clock', '=', 'strategy_discussion')
      .where('due.dueOn', '>=', period.from)
      .where('due.dueOn', '<=', period.to)
      .where('due.dueAt', '<', asAt)
      .select([
        'missing_episode.id',
        sql<boolean>`coalesce(due.met_at <= due.due_at, false)`.as('counted'),
        sql<boolean>`due.met_at is null`.as('open'),
        sql<boolean>`due.met_at is null and due.due_at < ${asAt}`.as('overdue'),
      ]),
})

export const measures: readonly Measure[] = [
  episodes,
  childrenMissing,
  childrenFromHome,
  childrenFromCare,
  backWithin24Hours,
  backNextDay,
  backByNextDay,
  topTenHome,
  topTenCare,
  mostOften,
  threeInNinetyDays,
  strategyInTime,
]

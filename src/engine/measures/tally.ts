import { type RawBuilder, sql } from 'kysely'
import { groupOf } from '../../declare/field.ts'
import { alone, type CasesQuery, type Measure, type PeriodAsked } from '../../declare/measure.ts'
import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Period } from '../../kit/periods.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'
import type { Dimension, Found } from './find.ts'
import { tablesAt } from './tablesAt.ts'

/** What the cases of one period, or of one row of a breakdown, add up to. Exact: never leaves without disclosure control. */
export interface Tally {
  readonly cases: number
  readonly counted: number
  readonly open: number
  readonly overdue: number
  /** Of the values of the cases counted. */
  readonly median: number | null
}

export const nothing: Tally = { cases: 0, counted: 0, open: 0, overdue: 0, median: null }

/** System time of a question: the instant measures are told, and that of the tables (null where they are today's). */
export interface At {
  readonly asAt: Instant
  readonly tables: Instant | null
}

export const casesQuery = (engine: Engine, { measure }: Found, period: PeriodAsked, { asAt }: At): CasesQuery =>
  measure.cases(engine.pools.measures, { period, asAt })

/** The tables in front of a question, as they stood. */
export const tablesFor = ({ register }: Found, { tables }: At, query: CasesQuery | undefined): RawBuilder<unknown> =>
  tablesAt(register, tables, query?.compile().sql ?? '')

/** Whether the figure is a median of how long something took. */
export const isTimed = ({ unit }: Measure): boolean => unit === 'hours' || unit === 'workingDays'

const sums = (measure: Measure): RawBuilder<unknown> => sql`count(*)::int as cases,
  count(*) filter (where counted)::int as counted,
  ${measure.timeliness ? sql`count(*) filter (where open)::int as open, count(*) filter (where overdue)::int as overdue` : sql`0 as open, 0 as overdue`},
  ${isTimed(measure) ? sql`percentile_cont(0.5) within group (order by value::float8) filter (where counted)` : sql`null::float8`} as median`

/** Keeps PostgreSQL from asking what decides whether a case is counted once for every sum. */
const once = sql.raw('offset 0')

/** Which columns the cases of a measure have besides `id` and `counted`. */
export const caseColumns = (measure: Measure): RawBuilder<unknown> =>
  sql.raw(
    [
      'id',
      'coalesce(counted, false) as counted',
      ...(measure.timeliness ? ['open', 'overdue'] : []),
      ...(isTimed(measure) ? ['value'] : []),
    ].join(', '),
  )

/**
 * Digest of the cases of one figure: SHA-256 over them in the order of their identifiers, of each the 16 bytes of the
 * identifier and one byte, 1 when it is counted and 0 when it is not.
 */
const digestSql = sql`encode(sha256(coalesce(
  string_agg(uuid_send(id) || case when counted then '\\x01'::bytea else '\\x00'::bytea end, ''::bytea order by id), ''::bytea)), 'hex')`

/** For whom a transaction counts. */
const countsFor = new WeakMap<object, Actor>()

/**
 * Counts as one person: what is withheld from them is in none of their figures, so that no total tells of it. All questions
 * see one state of the database, so that what others record meanwhile cannot come between them: a page of many figures
 * asks them all within one. Within it the same person counts on in it.
 */
export const countedFor = async <T>(engine: Engine, actor: Actor, work: (engine: Engine) => Promise<T>): Promise<T> => {
  const counting = countsFor.get(engine.pools.measures)
  if (counting && counting !== actor) throw new Error('Figures were about to be counted as somebody else')
  if (counting) return await work(engine)
  return await engine.pools.measures
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async measures => {
      await sql`select set_config('canopy.account', ${actor.accountId}, true), set_config('canopy.role', ${actor.role}, true), set_config('canopy.now', ${now()}, true)`.execute(
        measures,
      )
      countsFor.set(measures, actor)
      return await work({ ...engine, pools: { ...engine.pools, measures } })
    })
}

/** The tally of one period, with the digest of its cases where it is wanted: that takes longer than the counting. */
export const tallyWithDigest = async (
  engine: Engine,
  found: Found,
  period: Period,
  at: At & { readonly withDigest?: boolean },
): Promise<Tally & { readonly digest: string | null }> => {
  const query = casesQuery(engine, found, alone(period), at)
  const { rows } = await sql<Tally & { digest: string | null }>`
    ${tablesFor(found, at, query)}
    select ${sums(found.measure)}, ${at.withDigest ? digestSql : sql`null`} as digest
      from (select ${caseColumns(found.measure)} from ${query} q ${once}) cases`.execute(engine.pools.measures)
  return rows[0] ?? { ...nothing, digest: null }
}

/** The days of a period that stands in a row beside others. */
const eachPeriod: PeriodAsked = {
  from: sql.ref('each_period.first_day'),
  to: sql.ref('each_period.last_day'),
  fromInstant: sql.ref('each_period.begins'),
  toInstant: sql.ref('each_period.ends'),
}

/**
 * The tallies of many periods in one question, by the period's id. The cases are asked for once, beside the list of periods:
 * a question that repeats them for each takes the database far longer to plan than to answer.
 */
export const talliesOf = async (
  engine: Engine,
  found: Found,
  periods: readonly Period[],
  at: At,
): Promise<ReadonlyMap<string, Tally>> => {
  const unique = [...new Map(periods.map(one => [one.id, one])).values()]
  if (unique.length === 0) return new Map()
  const query = casesQuery(engine, found, eachPeriod, at)
  const { rows } = await sql<Tally & { id: string }>`
    ${tablesFor(found, at, query)}
    select period_id as id, ${sums(found.measure)}
      from unnest(${unique.map(one => one.id)}::text[], ${unique.map(one => one.from)}::date[], ${unique.map(one => one.to)}::date[],
        ${unique.map(one => one.fromInstant)}::timestamptz[], ${unique.map(one => one.toInstant)}::timestamptz[])
        as each_period (period_id, first_day, last_day, begins, ends)
     cross join lateral (select ${caseColumns(found.measure)} from ${query} q ${once}) cases
     group by period_id`.execute(engine.pools.measures)
  const byId = new Map(rows.map(({ id, ...tally }) => [id, tally]))
  return new Map(unique.map(({ id }) => [id, byId.get(id) ?? nothing]))
}

/** The answer to a field of the record as text, or the group it rolls up into; an empty text is no answer. */
export const answerOf = (
  { register }: Found,
  { name, field, grouped, column }: Dimension,
): RawBuilder<string | null> => {
  const answer = sql<string | null>`nullif(${sql.ref(column ?? `${register.record.key}.${name}`)}::text, '')`
  if (!grouped || field.kind !== 'choice') return answer
  const groups = Object.keys(field.options).map(code => sql`when ${code} then ${groupOf(field.options, code)}`)
  return sql<string | null>`case ${answer} ${sql.join(groups, sql` `)} else ${answer} end`
}

/** The tallies of one period by the row of a breakdown, as text; null for cases without an answer. */
export const talliesBy = async (
  engine: Engine,
  found: Found,
  period: Period,
  by: Dimension,
  at: At,
): Promise<ReadonlyMap<string | null, Tally>> => {
  const query = casesQuery(engine, found, alone(period), at).select(answerOf(found, by).as('answer'))
  const { rows } = await sql<Tally & { answer: string | null }>`
    ${tablesFor(found, at, query)}
    select answer, ${sums(found.measure)} from (select answer, ${caseColumns(found.measure)} from ${query} q ${once}) cases
     group by answer`.execute(engine.pools.measures)
  return new Map(rows.map(({ answer, ...tally }) => [answer, tally]))
}

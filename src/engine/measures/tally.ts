import { type RawBuilder, sql } from 'kysely'
import { groupOf } from '../../declare/field.ts'
import type { CasesQuery, Measure } from '../../declare/measure.ts'
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

export const casesQuery = (engine: Engine, { measure }: Found, period: Period, { asAt }: At): CasesQuery =>
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

/**
 * Counts as one person: what is withheld from them is in none of their figures, so that no total tells of it. All questions
 * see one state of the database, so that what others record meanwhile cannot come between them.
 */
export const countedFor = <T>(engine: Engine, actor: Actor, work: (engine: Engine) => Promise<T>): Promise<T> =>
  engine.pools.measures
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async measures => {
      await sql`select set_config('canopy.account', ${actor.accountId}, true), set_config('canopy.role', ${actor.role}, true), set_config('canopy.now', ${now()}, true)`.execute(
        measures,
      )
      return await work({ ...engine, pools: { ...engine.pools, measures } })
    })

/** The tally of one period, with the digest of its cases where it is wanted: that takes longer than the counting. */
export const tallyWithDigest = async (
  engine: Engine,
  found: Found,
  period: Period,
  at: At & { readonly withDigest?: boolean },
): Promise<Tally & { readonly digest: string | null }> => {
  const query = casesQuery(engine, found, period, at)
  const { rows } = await sql<Tally & { digest: string | null }>`
    ${tablesFor(found, at, query)}
    select ${sums(found.measure)}, ${at.withDigest ? digestSql : sql`null`} as digest
      from (select ${caseColumns(found.measure)} from ${query} q ${once}) cases`.execute(engine.pools.measures)
  return rows[0] ?? { ...nothing, digest: null }
}

/** The tallies of many periods in one question, by the period's id. */
export const talliesOf = async (
  engine: Engine,
  found: Found,
  periods: readonly Period[],
  at: At,
): Promise<ReadonlyMap<string, Tally>> => {
  const unique = [...new Map(periods.map(one => [one.id, one])).values()]
  if (unique.length === 0) return new Map()
  const queries = unique.map(one => casesQuery(engine, found, one, at))
  const parts = queries.map(
    (query, n) => sql`(select ${sql.lit(n)} as part, ${caseColumns(found.measure)} from ${query} q ${once})`,
  )
  const { rows } = await sql<Tally & { part: number }>`
    ${tablesFor(found, at, queries[0])}
    select part, ${sums(found.measure)} from (${sql.join(parts, sql` union all `)}) cases group by part`.execute(
    engine.pools.measures,
  )
  const byPart = new Map(rows.map(({ part, ...tally }) => [part, tally]))
  return new Map(unique.map((one, n) => [one.id, byPart.get(n) ?? nothing]))
}

/** The answer to a field of the record as text, or the group it rolls up into; an empty text is no answer. */
export const answerOf = ({ register }: Found, { name, field, grouped }: Dimension): RawBuilder<string | null> => {
  const answer = sql<string | null>`nullif(${sql.ref(`${register.record.key}.${name}`)}::text, '')`
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
  const query = casesQuery(engine, found, period, at).select(answerOf(found, by).as('answer'))
  const { rows } = await sql<Tally & { answer: string | null }>`
    ${tablesFor(found, at, query)}
    select answer, ${sums(found.measure)} from (select answer, ${caseColumns(found.measure)} from ${query} q ${once}) cases
     group by answer`.execute(engine.pools.measures)
  return new Map(rows.map(({ answer, ...tally }) => [answer, tally]))
}

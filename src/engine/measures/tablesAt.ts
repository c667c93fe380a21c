import { type RawBuilder, sql } from 'kysely'
import type { Register } from '../../declare/register.ts'
import type { Instant } from '../../kit/dates.ts'
import { type ColumnMap, clockColumns, groupColumns, recordColumns } from '../store/columns.ts'
import { lineTable } from '../store/rows.ts'

/** Measures see what was in force; a superseded clock or line is not. */
const withoutSuperseded = (columns: readonly ColumnMap[]) => columns.filter(({ column }) => column !== 'superseded_at')

const listOf = (columns: readonly ColumnMap[], table: string): string =>
  columns.map(({ column }) => `${table}.${column}`).join(', ')

/**
 * The record as it stood: its row now where nobody has changed it since, else its latest version of then. Records made
 * later have neither. Conditions on fields run into the first half, so a period is found by its index; the few records that
 * were made before and changed since are found by the index `stood`.
 */
const recordAt = (register: Register, asAt: Instant): RawBuilder<unknown> => {
  const { key } = register.record
  const columns = recordColumns(register)
  const table = sql.raw(`canopy.${key}`)
  const history = sql.raw(`canopy.${key}_history`)
  return sql`${sql.raw(key)} as not materialized (
    select ${sql.raw(listOf(columns, 'c'))} from ${table} c
     where c.updated_at <= ${asAt} and c.created_at <= ${asAt}
    union all
    select ${sql.raw(listOf(columns, 'h'))} from ${history} h join ${table} c on c.id = h.id
     where tstzrange(c.created_at, greatest(c.created_at, c.updated_at)) @> ${asAt}::timestamptz and h.updated_at <= ${asAt}
       and not exists (
         select 1 from ${history} n where n.id = h.id and n.version > h.version and n.updated_at <= ${asAt}))`
}

/** Clocks and lines are written once and superseded by the next: in force then are those that still are, and some that are not. */
const belongingAt = (table: string, columns: readonly ColumnMap[], asAt: Instant | null): RawBuilder<unknown> => {
  const from = sql.raw(`select ${listOf(withoutSuperseded(columns), 'b')} from canopy.${table} b`)
  const still =
    asAt === null
      ? sql`${from} where b.superseded_at is null`
      : sql`${from} where b.superseded_at is null and b.recorded_at <= ${asAt}
        union all
        ${from} where b.superseded_at is not null
          and tstzrange(b.recorded_at, greatest(b.recorded_at, b.superseded_at)) @> ${asAt}::timestamptz`
  return sql`${sql.raw(table)} as not materialized (${still})`
}

/**
 * The tables a measure may ask, as they stood at an instant of system time, to be put in front of its query under their
 * own names. Null is now: the record's table itself. Tables that the query does not name are left out.
 */
export const tablesAt = (register: Register, asAt: Instant | null, query: string): RawBuilder<unknown> => {
  const belonging = [
    { table: `${register.record.key}_clock`, columns: clockColumns },
    ...Object.keys(register.record.lines).map(group => ({
      table: lineTable(register, group),
      columns: groupColumns(register, group),
    })),
  ]
  const tables = [
    ...(asAt === null ? [] : [recordAt(register, asAt)]),
    ...belonging
      .filter(({ table }) => query.includes(table))
      .map(({ table, columns }) => belongingAt(table, columns, asAt)),
  ]
  return tables.length === 0 ? sql`` : sql`with ${sql.join(tables)}`
}

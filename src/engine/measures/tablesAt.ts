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
 * later have neither. Conditions on fields run into both halves, so a period is found by index and not by replaying all.
 */
const recordAt = (register: Register, asAt: Instant): RawBuilder<unknown> => {
  const { key } = register.record
  const columns = recordColumns(register)
  const table = sql.raw(`canopy.${key}`)
  const history = sql.raw(`canopy.${key}_history`)
  return sql`${sql.raw(key)} as not materialized (
    select ${sql.raw(listOf(columns, 'c'))} from ${table} c where c.updated_at <= ${asAt}
    union all
    select ${sql.raw(listOf(columns, 'h'))} from ${history} h join ${table} c on c.id = h.id
     where c.updated_at > ${asAt} and c.created_at <= ${asAt} and h.updated_at <= ${asAt}
       and not exists (
         select 1 from ${history} n where n.id = h.id and n.version > h.version and n.updated_at <= ${asAt}))`
}

/** Clocks and lines: written once, and superseded by the next. */
const belongingAt = (table: string, columns: readonly ColumnMap[], asAt: Instant | null): RawBuilder<unknown> =>
  sql`${sql.raw(table)} as not materialized (
    select ${sql.raw(listOf(withoutSuperseded(columns), 'b'))} from ${sql.raw(`canopy.${table}`)} b
     where ${
       asAt === null
         ? sql`b.superseded_at is null`
         : sql`b.recorded_at <= ${asAt} and (b.superseded_at is null or b.superseded_at > ${asAt})`
     })`

/**
 * The tables a measure may ask, as they stood at an instant of system time, to be put in front of its query under their
 * own names. Null is now: the record's table itself.
 */
export const tablesAt = (register: Register, asAt: Instant | null): RawBuilder<unknown> =>
  sql.join([
    ...(asAt === null ? [] : [recordAt(register, asAt)]),
    belongingAt(`${register.record.key}_clock`, clockColumns, asAt),
    ...Object.keys(register.record.lines).map(group =>
      belongingAt(lineTable(register, group), groupColumns(register, group), asAt),
    ),
  ])

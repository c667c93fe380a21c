import { columnOf, engineColumnNames } from '../../db/tables.ts'
import type { Clock } from '../../declare/clock.ts'
import type { Fields } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import { snakeToCamel } from '../../kit/names.ts'

/** Property names and their columns; the order is the order of the table. */
export interface ColumnMap {
  readonly property: string
  readonly column: string
}

const fieldColumns = (fields: Fields): readonly ColumnMap[] =>
  Object.keys(fields).map(property => ({ property, column: columnOf(property) }))

const engineColumnMap: readonly ColumnMap[] = engineColumnNames.map(column => ({
  property: snakeToCamel(column),
  column,
}))
const lineColumns: readonly ColumnMap[] = ['id', 'record_id', 'recorded_at', 'recorded_by', 'superseded_at'].map(
  column => ({
    property: snakeToCamel(column),
    column,
  }),
)
export const clockColumns: readonly ColumnMap[] = [
  'id',
  'record_id',
  'clock',
  'sequence',
  'started_at',
  'due_at',
  'due_on',
  'met_at',
  'paused_at',
  'paused_for',
  'provisional',
  'recorded_at',
  'superseded_at',
].map(column => ({ property: snakeToCamel(column), column }))

export const recordColumns = (register: Register): readonly ColumnMap[] => [
  ...engineColumnMap,
  ...fieldColumns(register.record.fields),
]
export const groupColumns = (register: Register, group: string): readonly ColumnMap[] => [
  ...lineColumns,
  ...fieldColumns(register.record.lines[group]?.fields ?? {}),
]

/** `select` list that gives rows with property names. */
export const selectList = (columns: readonly ColumnMap[], table = ''): string =>
  columns.map(({ property, column }) => `${table === '' ? '' : `${table}.`}${column} as "${property}"`).join(', ')

/** A row with property names as one with column names, for `json_populate_recordset`, which reads what is absent as null. */
export const toColumns = (
  columns: readonly ColumnMap[],
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const { property, column } of columns) {
    const value = row[property]
    if (value !== null && value !== undefined) out[column] = value
  }
  return out
}

const sensitiveNames = (fields: Fields, before = ''): readonly string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.sensitive)
    .map(([name]) => `${before}${name}`)

/** Fields that this role is not shown anywhere: by name, those of a line as `group.field`. */
export const hiddenFields = (register: Register, role: string): ReadonlySet<string> => {
  const { hide = {}, pseudonymised = [] } = register.access
  const { fields, lines } = register.record
  return new Set([
    ...Object.entries(hide)
      .filter(([, roles]) => (roles as readonly string[] | undefined)?.includes(role))
      .map(([field]) => field),
    ...((pseudonymised as readonly string[]).includes(role)
      ? [
          ...sensitiveNames(fields),
          ...Object.entries(lines).flatMap(([group, line]) => sensitiveNames(line.fields, `${group}.`)),
        ]
      : []),
  ])
}

/** Columns this role may read: hidden ones are not fetched at all, so nothing later can show them by mistake. */
export const readableColumns = (register: Register, role: string): readonly ColumnMap[] => {
  const hidden = hiddenFields(register, role)
  return recordColumns(register).filter(({ property }) => !hidden.has(property))
}

const watched = (clock: Clock): readonly string[] =>
  clock.shape === 'once' ? [clock.starts, clock.meets] : [clock.starts, clock.ends, `${clock.met.line}.${clock.met.on}`]

/**
 * Clocks that this role is not shown anywhere: those that start from, end with or are met by what it is not shown. A due
 * date would tell the day of the visit, or of birth, that is hidden.
 */
export const hiddenClocks = (register: Register, role: string): ReadonlySet<string> => {
  const hidden = hiddenFields(register, role)
  return new Set(register.clocks.filter(clock => watched(clock).some(name => hidden.has(name))).map(({ key }) => key))
}

const among = (keys: ReadonlySet<string>): string => [...keys].map(key => `'${key}'`).join(', ')

/**
 * SQL of the moment at which the next thing is due on a row, as this role may know it. A clock that runs is due no earlier
 * than the earliest of all, which the row holds.
 */
export const dueAtFor = (register: Register, role: string): string => {
  const hidden = hiddenClocks(register, role)
  return hidden.size === 0
    ? 'r.next_due_at'
    : `(select min(v.due_at) from canopy.${register.record.key}_clock v where v.record_id = r.id and v.superseded_at is null
         and v.met_at is null and v.paused_at is null and v.due_at >= r.next_due_at and v.clock not in (${among(hidden)}))`
}

/** SQL of the clock that is due then. */
export const dueClockFor = (register: Register, role: string): string => {
  const hidden = hiddenClocks(register, role)
  return `(select c.clock from canopy.${register.record.key}_clock c where c.record_id = r.id and c.superseded_at is null and c.met_at is null
            and c.due_at = ${dueAtFor(register, role)}${hidden.size === 0 ? '' : ` and c.clock not in (${among(hidden)})`} order by c.clock limit 1) as "dueClock"`
}

/** `select` list of a row `r`, with what is due next as this role may know it. */
export const selectFor = (register: Register, role: string, columns: readonly ColumnMap[]): string =>
  hiddenClocks(register, role).size === 0 || !columns.some(({ property }) => property === 'nextDueAt')
    ? selectList(columns, 'r')
    : `${selectList(
        columns.filter(({ property }) => property !== 'nextDueAt'),
        'r',
      )}, ${dueAtFor(register, role)} as "nextDueAt"`

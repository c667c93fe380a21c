import { columnOf, engineColumns } from '../../db/tables.ts'
import type { Clock } from '../../declare/clock.ts'
import type { Fields } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import { kindOf } from '../../fields/kinds.ts'
import { snakeToCamel } from '../../kit/names.ts'

/** Property names with their columns and the types of these; the order is the order of the table. */
export interface ColumnMap {
  readonly property: string
  readonly column: string
  readonly type: string
}

const fieldColumns = (fields: Fields): readonly ColumnMap[] =>
  Object.entries(fields).map(([property, field]) => ({
    property,
    column: columnOf(property),
    type: kindOf(field).column,
  }))

const named = (columns: Readonly<Record<string, string>>): readonly ColumnMap[] =>
  Object.entries(columns).map(([column, type]) => ({ property: snakeToCamel(column), column, type }))

const engineColumnMap = named(
  Object.fromEntries(engineColumns.map(({ name, type }) => [name, type.split(' ')[0] ?? ''])),
)
const lineColumns = named({
  id: 'uuid',
  record_id: 'uuid',
  recorded_at: 'timestamptz',
  recorded_by: 'uuid',
  superseded_at: 'timestamptz',
})
export const clockColumns: readonly ColumnMap[] = named({
  id: 'uuid',
  record_id: 'uuid',
  clock: 'text',
  sequence: 'integer',
  started_at: 'timestamptz',
  due_at: 'timestamptz',
  due_on: 'date',
  met_at: 'timestamptz',
  paused_at: 'timestamptz',
  paused_for: 'integer',
  provisional: 'boolean',
  recorded_at: 'timestamptz',
  superseded_at: 'timestamptz',
})

/** Asked for with every deed, and the same as long as the fields are. */
const ofFields = (own: readonly ColumnMap[]) => {
  const known = new WeakMap<Fields, readonly ColumnMap[]>()
  return (fields: Fields): readonly ColumnMap[] => {
    const columns = known.get(fields) ?? [...own, ...fieldColumns(fields)]
    known.set(fields, columns)
    return columns
  }
}
const ofRecord = ofFields(engineColumnMap)
const ofLines = ofFields(lineColumns)
const none: Fields = {}

export const recordColumns = (register: Register): readonly ColumnMap[] => ofRecord(register.record.fields)
export const groupColumns = (register: Register, group: string): readonly ColumnMap[] =>
  ofLines(register.record.lines[group]?.fields ?? none)

/** `select` list that gives rows with property names. */
export const selectList = (columns: readonly ColumnMap[], table = ''): string =>
  columns.map(({ property, column }) => `${table === '' ? '' : `${table}.`}${column} as "${property}"`).join(', ')

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

/**
 * SQL of whether a row `r` stands before all others; nothing where none does, or where this role is not shown what it hangs on.
 */
export const firstFor = (register: Register, role: string): string | undefined => {
  const { first } = register.list
  if (first === undefined) return undefined
  const hidden = hiddenFields(register, role)
  if (hidden.has(first.field) || hidden.has(first.until)) return undefined
  const answers = among(new Set(first.answers))
  return `(r.closed_at is null and r.${columnOf(first.until)} is null and r.${columnOf(first.field)} in (${answers}))`
}

/** SQL of the order in which rows `r` are worked on; what stands first does so unless somebody asks for the latest. */
export const dueOrderFor = (register: Register, role: string, descending = false): string => {
  const first = descending ? undefined : firstFor(register, role)
  const due = `${dueAtFor(register, role)} ${descending ? 'desc' : 'asc'} nulls last, r.reference`
  return first === undefined ? due : `${first} desc, ${due}`
}

/** `select` list of a row `r`, with what is due next as this role may know it. */
export const selectFor = (register: Register, role: string, columns: readonly ColumnMap[]): string =>
  hiddenClocks(register, role).size === 0 || !columns.some(({ property }) => property === 'nextDueAt')
    ? selectList(columns, 'r')
    : `${selectList(
        columns.filter(({ property }) => property !== 'nextDueAt'),
        'r',
      )}, ${dueAtFor(register, role)} as "nextDueAt"`

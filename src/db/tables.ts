import type { Fields } from '../declare/field.ts'
import type { LineGroup } from '../declare/record.ts'
import type { Register } from '../declare/register.ts'
import { kindOf } from '../fields/kinds.ts'
import { camelToSnake } from '../kit/names.ts'

/** A table as the declarations want it. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly check?: string
}
export interface Table {
  readonly name: string
  /** Key of the record the table belongs to. */
  readonly record: string
  readonly comment: string
  readonly columns: readonly Column[]
  /** Everything after the columns: keys and table constraints. */
  readonly constraints: readonly string[]
  /** `create index NAME on TABLE …` without the head. */
  readonly indexes: readonly { readonly name: string; readonly on: string; readonly unique?: true }[]
  /** History and lines are written once; the columns that may be set later, if any. */
  readonly updates: 'all' | readonly string[]
  /** The column by which a row belongs to its record; null for the record itself. */
  readonly belongsBy: string | null
}

export const columnOf = (field: string): string => camelToSnake(field)

const references: Record<string, string> = {
  staff: ' references canopy.account (id)',
  agency: ' references canopy.agency (id)',
  team: ' references canopy.team (id)',
}

const fieldColumns = (fields: Fields, withReferences: boolean): readonly Column[] =>
  Object.entries(fields).map(([key, field]) => {
    const kind = kindOf(field)
    const name = columnOf(key)
    const check = kind.check?.(field, name)
    return {
      name,
      type: kind.column + (withReferences ? (references[field.kind] ?? '') : ''),
      ...(check === undefined ? {} : { check }),
    }
  })

/** What every record has besides its fields. */
export const engineColumns: readonly Column[] = [
  { name: 'id', type: 'uuid not null' },
  { name: 'reference', type: 'text not null' },
  { name: 'state', type: 'text not null' },
  { name: 'version', type: 'integer not null' },
  { name: 'team_id', type: 'uuid' },
  { name: 'agency_id', type: 'uuid' },
  { name: 'allocated_to', type: 'uuid' },
  { name: 'next_due_at', type: 'timestamptz' },
  { name: 'created_at', type: 'timestamptz not null' },
  { name: 'created_by', type: 'uuid not null' },
  { name: 'updated_at', type: 'timestamptz not null' },
  { name: 'updated_by', type: 'uuid not null' },
  { name: 'closed_at', type: 'timestamptz' },
]

/** Two records with the same answers are refused by the database, however they come. */
const onePerIndex = ({ record, pathway: { onePer } }: Register): Table['indexes'] => {
  if (onePer === undefined) return []
  const compared = onePer.fields.map(name =>
    record.fields[name]?.kind === 'text' ? `lower(${columnOf(name)})` : columnOf(name),
  )
  const except = (onePer.except ?? []).map(state => `'${state}'`).join(', ')
  const where = except === '' ? '' : ` where state not in (${except})`
  return [{ name: onePerName(record.key), on: `(${compared.join(', ')})${where}`, unique: true }]
}

export const onePerName = (key: string): string => `${key}_one_per`

/** The record, its history, its clocks and its line groups. */
export const tablesOf = (register: Register): readonly Table[] => {
  const { record, pathway } = register
  const key = record.key
  const states = Object.keys(pathway.states)
    .map(state => `'${state}'`)
    .join(', ')
  const own: Table = {
    name: key,
    record: key,
    comment: record.title,
    columns: [
      ...engineColumns.map(column => (column.name === 'state' ? { ...column, check: `state in (${states})` } : column)),
      ...fieldColumns(record.fields, true),
    ],
    constraints: ['primary key (id)', 'unique (reference)'],
    indexes: [
      { name: `${key}_due`, on: '(next_due_at, reference) where closed_at is null' },
      { name: `${key}_event`, on: `(${columnOf(record.eventOn)})` },
      { name: `${key}_state`, on: '(state)' },
      { name: `${key}_updated`, on: '(updated_at)' },
      // Finds what was changed since an instant of the past, which a figure as at that instant takes from history.
      { name: `${key}_stood`, on: 'using gist (tstzrange(created_at, greatest(created_at, updated_at)))' },
      ...Object.entries(record.fields)
        .filter(([, field]) => field.kind === 'related')
        .map(([name]) => ({ name: `${key}_${columnOf(name)}`, on: `(${columnOf(name)})` })),
      ...onePerIndex(register),
    ],
    updates: 'all',
    belongsBy: null,
  }
  const history: Table = {
    name: `${key}_history`,
    record: key,
    comment: `Every version of every ${record.title.toLowerCase()}: what was known when, who wrote it, in which words it was asked`,
    columns: [
      { name: 'history_id', type: 'bigint not null generated always as identity' },
      { name: 'action', type: 'text not null' },
      { name: 'wording', type: 'text not null references canopy.wording (id)' },
      ...engineColumns,
      ...fieldColumns(record.fields, false).map(({ name, type }) => ({ name, type })),
    ],
    constraints: ['primary key (history_id)', 'unique (id, version)'],
    indexes: [{ name: `${key}_history_updated`, on: '(updated_at)' }],
    updates: [],
    belongsBy: 'id',
  }
  const clock: Table = {
    name: `${key}_clock`,
    record: key,
    comment: 'Stored clocks; a changed clock supersedes the row before it, which stays',
    columns: [
      { name: 'id', type: 'uuid not null' },
      { name: 'record_id', type: `uuid not null references canopy.${key} (id)` },
      { name: 'clock', type: 'text not null' },
      { name: 'sequence', type: 'integer not null' },
      { name: 'started_at', type: 'timestamptz not null' },
      { name: 'due_at', type: 'timestamptz not null' },
      { name: 'due_on', type: 'date not null' },
      { name: 'met_at', type: 'timestamptz' },
      { name: 'paused_at', type: 'timestamptz' },
      { name: 'paused_for', type: 'integer not null' },
      { name: 'provisional', type: 'boolean not null' },
      { name: 'recorded_at', type: 'timestamptz not null' },
      { name: 'superseded_at', type: 'timestamptz' },
    ],
    constraints: ['primary key (id)'],
    indexes: [
      { name: `${key}_clock_record`, on: '(record_id) where superseded_at is null' },
      { name: `${key}_clock_due`, on: '(clock, due_on) where superseded_at is null' },
      {
        name: `${key}_clock_stood`,
        on: 'using gist (tstzrange(recorded_at, greatest(recorded_at, superseded_at))) where superseded_at is not null',
      },
    ],
    updates: ['superseded_at'],
    belongsBy: 'record_id',
  }
  return [own, history, clock, ...Object.entries(record.lines).map(([group, lines]) => lineTable(key, group, lines))]
}

/** At most one line of a key is current: the engine supersedes the earlier one, and the database holds it to that. */
const currentIndex = (key: string, group: string, { key: by, fields }: LineGroup): Table['indexes'] => {
  if (by === undefined) return []
  if (fields[by]?.required !== true)
    throw new Error(`${key}: the key “${by}” of the lines “${group}” must be a required field of theirs`)
  const name = `${key}_${columnOf(group)}_current`
  return [{ name, on: `(record_id, ${columnOf(by)}) where superseded_at is null`, unique: true }]
}

/** Name of the table of a line group. */
export const lineTableName = ({ record }: Register, group: string): string => `${record.key}_${columnOf(group)}`

const lineTable = (key: string, group: string, lines: LineGroup): Table => ({
  name: `${key}_${columnOf(group)}`,
  record: key,
  comment: lines.title,
  columns: [
    { name: 'id', type: 'uuid not null' },
    { name: 'record_id', type: `uuid not null references canopy.${key} (id)` },
    { name: 'recorded_at', type: 'timestamptz not null' },
    { name: 'recorded_by', type: 'uuid not null' },
    { name: 'superseded_at', type: 'timestamptz' },
    ...fieldColumns(lines.fields, true),
  ],
  constraints: ['primary key (id)'],
  indexes: [{ name: `${key}_${columnOf(group)}_record`, on: '(record_id)' }, ...currentIndex(key, group, lines)],
  updates: ['superseded_at'],
  belongsBy: 'record_id',
})

export const createTable = (schema: string, table: Table): string => {
  const columns = table.columns.map(
    ({ name, type, check }) =>
      `  ${name} ${type.replace(`references canopy.${table.record} `, `references ${schema}.${table.record} `)}${check === undefined ? '' : ` constraint ${table.name}_${name}_check check (${check})`}`,
  )
  return [
    `create table ${schema}.${table.name} (`,
    [...columns, ...table.constraints.map(constraint => `  ${constraint}`)].join(',\n'),
    ');',
    ...table.indexes.map(
      index => `create ${index.unique ? 'unique ' : ''}index ${index.name} on ${schema}.${table.name} ${index.on};`,
    ),
    `comment on table ${schema}.${table.name} is '${table.comment.replaceAll("'", "''")}';`,
  ].join('\n')
}

import { type Field, labelOf, type Value } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { cell, show } from '../../fields/kinds.ts'
import { type Instant, instantOf, isInstant, londonDay, londonTime } from '../../kit/dates.ts'
import type { ColumnKind, SheetCell } from '../../kit/xlsx.ts'
import { hiddenFields } from '../store/columns.ts'

/** One column of an exported table: its heading, what it means, and how a record fills it. */
export interface ExportColumn {
  readonly header: string
  readonly meaning: string
  readonly kind: ColumnKind
  /** Properties of the row it is made from. */
  readonly from: readonly string[]
  readonly fill: (row: Readonly<Record<string, unknown>>, context: FieldContext) => SheetCell
}

/** What a full export says of a record besides its answers; never taken from a file. */
export const engineExportColumns = [
  'reference',
  'state',
  'allocatedTo',
  'nextDueAt',
  'createdAt',
  'updatedAt',
  'closedAt',
] as const

const columnKindOf = (field: Field): ColumnKind =>
  field.kind === 'date' ? 'day' : field.kind === 'moment' ? 'instant' : field.kind === 'wholeNumber' ? 'number' : 'text'

const moment = (
  header: string,
  meaning: string,
  property: string,
  write = (at: Instant): SheetCell => at,
): ExportColumn => ({
  header,
  meaning,
  kind: 'instant',
  from: [property],
  fill: row => (typeof row[property] === 'string' ? write(row[property]) : null),
})

const accountName = (row: Readonly<Record<string, unknown>>, { directory }: FieldContext): SheetCell =>
  row.allocatedTo === null ? null : (directory.accounts.find(one => one.id === row.allocatedTo)?.name ?? 'Not known')

/** For people: numbers and dates as such, everything else in words. */
const inWords = (field: Field, value: unknown, context: FieldContext): SheetCell =>
  value === null || value === undefined
    ? null
    : columnKindOf(field) === 'text'
      ? show(field, value, context)
      : (value as string | number)

const listColumn = (register: Register, name: string): ExportColumn => {
  const field = register.record.fields[name] as Field
  return {
    header: labelOf(field),
    meaning: [field.question, field.hint].filter(Boolean).join(' '),
    kind: columnKindOf(field),
    from: [name],
    fill: (row, context) => inWords(field, row[name], context),
  }
}

/** The columns of the list as this role sees it on the page, in the same order. */
export const listColumns = (register: Register, role: string): readonly ExportColumn[] => {
  const hidden = hiddenFields(register, role)
  const { record, pathway, list, clocks } = register
  const seen = (names: readonly string[]) => names.filter(name => !hidden.has(name))
  const columns = seen(list.columns).filter(name => !record.about.includes(name))
  return [
    {
      header: record.title,
      meaning: 'Reference of the record',
      kind: 'text',
      from: ['reference'],
      fill: row => row.reference as string,
    },
    ...seen(record.about).map(name => listColumn(register, name)),
    moment('Due', 'The earliest moment at which something is due on the record', 'nextDueAt'),
    {
      header: 'What is due',
      meaning: 'The clock that is due first',
      kind: 'text',
      from: ['dueClock'],
      fill: row => clocks.find(one => one.key === row.dueClock)?.label ?? null,
    },
    ...columns.map(name => listColumn(register, name)),
    {
      header: 'Assigned to',
      meaning: 'Who is working on it',
      kind: 'text',
      from: ['allocatedTo'],
      fill: (row, context) => accountName(row, context) ?? 'Unassigned',
    },
    {
      header: 'Stage',
      meaning: 'Where the record is on its way',
      kind: 'text',
      from: ['state'],
      fill: row => pathway.states[String(row.state)]?.label ?? String(row.state),
    },
  ]
}

/** Excel keeps minutes of a London clock; a moment it would change is written out as text that can be read again. */
const exactMoment = (at: Instant): SheetCell =>
  isInstant(at) && instantOf(londonDay(at), londonTime(at)) !== at ? at.replace(/Z$/, '+00:00') : at

/** An apostrophe that a reader would take for ours is doubled, as in CSV, so that it comes back. */
const exactText = (text: string): string => (/^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text)

const fullColumn = (register: Register, name: string, format: 'csv' | 'xlsx'): ExportColumn => {
  const field = register.record.fields[name] as Field
  const kind = columnKindOf(field)
  const exact = (value: Value, context: FieldContext): SheetCell => {
    if (kind === 'number') return value as number
    const text = cell(field, value, context)
    if (format === 'csv') return text
    return kind === 'instant' ? exactMoment(text) : kind === 'text' ? exactText(text) : text
  }
  return {
    header: name,
    meaning: [field.question, field.hint].filter(Boolean).join(' '),
    kind,
    from: [name],
    fill: (row, context) => (row[name] === null || row[name] === undefined ? null : exact(row[name] as Value, context)),
  }
}

const plainText = (header: string, meaning: string, fill: ExportColumn['fill']): ExportColumn => ({
  header,
  meaning,
  kind: 'text',
  from: [header],
  fill,
})

/** Every field this role may read, by name, in codes and ISO dates: a file that can be imported again. */
export const fullColumns = (register: Register, role: string, format: 'csv' | 'xlsx'): readonly ExportColumn[] => {
  const hidden = hiddenFields(register, role)
  const names = Object.keys(register.record.fields).filter(name => !hidden.has(name))
  return [
    plainText('reference', 'Reference of the record', row => row.reference as string),
    plainText('state', 'Code of the stage', row => row.state as string),
    plainText('allocatedTo', 'Who is working on it', accountName),
    moment('nextDueAt', 'The earliest moment at which something is due', 'nextDueAt'),
    moment('createdAt', 'When the record was started', 'createdAt'),
    moment('updatedAt', 'When it was last changed', 'updatedAt'),
    moment('closedAt', 'When it was closed', 'closedAt'),
    ...names.map(name => fullColumn(register, name, format)),
  ]
}

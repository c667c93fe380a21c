import {
  type AgenciesField,
  type AgencyField,
  type Field,
  plainLabelOf,
  type RelatedField,
  type StaffField,
  type TeamField,
} from '../declare/field.ts'
import {
  answered,
  base,
  type Directory,
  type FieldContext,
  type FieldKind,
  type Named,
  nothing,
  typedList,
  typedText,
  unanswered,
  wasThere,
  wrong,
} from './kind.ts'

/** The kinds that point at something with a name: a person who signs in, an agency, agencies, a team, another record. */

const staffFor = (field: StaffField, directory: Directory): readonly Named[] =>
  field.holding
    ? directory.accounts.filter(account => account.roles.some(role => field.holding?.includes(role)))
    : directory.accounts.filter(account => account.roles.length > 0)

type Offered = Pick<FieldContext, 'directory' | 'eventDay'>

/** Agencies that were there on the day of the event. */
const agenciesFor = (field: AgencyField | AgenciesField, { directory, eventDay }: Offered): Directory['agencies'] =>
  directory.agencies.filter(one => wasThere(one, eventDay) && (field.kinds?.includes(one.kind) ?? true))

const teamsFor = ({ directory, eventDay }: Offered): Directory['teams'] =>
  directory.teams.filter(one => wasThere(one, eventDay))

/** By identifier, by the code of an agency, or by a name that only one of them has. */
const find = (among: readonly (Named & { readonly code?: string })[], typed: string): Named | undefined => {
  const same = (text: string | undefined) => text?.toLowerCase() === typed.toLowerCase()
  const named = among.filter(one => same(one.name))
  return among.find(one => one.id === typed) ?? among.find(one => same(one.code)) ?? only(named)
}
const only = (named: readonly Named[]): Named | undefined => (named.length === 1 ? named[0] : undefined)

const nameOf = (among: readonly Named[], id: string): string => among.find(one => one.id === id)?.name ?? 'Not known'

const itemsOf = (among: readonly Named[]) => among.map(one => ({ value: one.id, label: one.name }))
const id = { type: 'string', format: 'uuid' } as const

const unknown = (field: Field, typed: string) => `${plainLabelOf(field)}: “${typed.slice(0, 60)}” is not on the list`

export const staffKind: FieldKind<StaffField, string> = {
  kind: 'staff',
  column: 'uuid',
  parse: (field, typed, name, { directory }) => {
    const text = typedText(typed, name)
    if (text === '') return field.required ? unanswered(field, 'Select', name) : answered<string>(null)
    const found = find(staffFor(field, directory), text)
    return found ? answered(found.id) : wrong(name, unknown(field, text))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, { directory }) => ({
    as: 'select',
    ...base(field, name),
    items: itemsOf(staffFor(field, directory)),
    value: typedText(typed, name),
  }),
  show: (_field, value, { directory }) => nameOf(directory.accounts, value),
  cell: (_field, value, { directory }) => nameOf(directory.accounts, value),
  schema: () => id,
  filter: 'equals',
  sample: (field, n, { directory }) => {
    const among = staffFor(field, directory)
    return among[n % among.length]?.id as string
  },
}

export const agencyKind: FieldKind<AgencyField, string> = {
  kind: 'agency',
  column: 'uuid',
  parse: (field, typed, name, context) => {
    const text = typedText(typed, name)
    if (text === '') return field.required ? unanswered(field, 'Select', name) : answered<string>(null)
    const found = find(agenciesFor(field, context), text)
    return found ? answered(found.id) : wrong(name, unknown(field, text))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, context) => ({
    as: 'select',
    ...base(field, name),
    items: itemsOf(agenciesFor(field, context)),
    value: typedText(typed, name),
  }),
  show: (_field, value, { directory }) => nameOf(directory.agencies, value),
  cell: (_field, value, { directory }) => nameOf(directory.agencies, value),
  schema: () => id,
  filter: 'equals',
  sample: (field, n, context) => {
    const among = agenciesFor(field, context)
    return among[n % among.length]?.id as string
  },
}

export const agenciesKind: FieldKind<AgenciesField, readonly string[]> = {
  kind: 'agencies',
  column: 'uuid[]',
  parse: (field, typed, name, context) => {
    const list = typedList(typed, name)
      .flatMap(item => item.split(';').map(part => part.trim()))
      .filter(part => part !== '')
    if (list.length === 0)
      return field.required ? unanswered(field, 'Select at least one', name) : answered<readonly string[]>(null)
    const bad = list.find(item => !find(agenciesFor(field, context), item))
    return bad === undefined
      ? answered([...new Set(list.map(item => find(agenciesFor(field, context), item)?.id as string))])
      : wrong(name, unknown(field, bad))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, context) => ({
    as: 'checkboxes',
    ...base(field, name),
    items: itemsOf(agenciesFor(field, context)),
    value: typedList(typed, name),
  }),
  show: (_field, value, { directory }) => value.map(one => nameOf(directory.agencies, one)).join(', '),
  cell: (_field, value, { directory }) => value.map(one => nameOf(directory.agencies, one)).join('; '),
  schema: () => ({ type: 'array', items: id }),
  sample: (field, n, context) =>
    agenciesFor(field, context)
      .slice(0, 1 + (n % 2))
      .map(one => one.id),
}

export const teamKind: FieldKind<TeamField, string> = {
  kind: 'team',
  column: 'uuid',
  parse: (field, typed, name, context) => {
    const text = typedText(typed, name)
    if (text === '') return field.required ? unanswered(field, 'Select', name) : answered<string>(null)
    const found = find(teamsFor(context), text)
    return found ? answered(found.id) : wrong(name, unknown(field, text))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, context) => ({
    as: 'select',
    ...base(field, name),
    items: itemsOf(teamsFor(context)),
    value: typedText(typed, name),
  }),
  show: (_field, value, { directory }) => nameOf(directory.teams, value),
  cell: (_field, value, { directory }) => nameOf(directory.teams, value),
  schema: () => id,
  filter: 'equals',
  sample: (_field, n, context) => {
    const among = teamsFor(context)
    return among[n % among.length]?.id as string
  },
}

export const relatedKind: FieldKind<RelatedField, string> = {
  kind: 'related',
  column: 'uuid',
  parse: (field, typed, name, { directory }) => {
    const text = typedText(typed, name)
    if (text === '') return field.required ? unanswered(field, 'Enter the reference:', name) : answered<string>(null)
    const found = directory.relatedId(field.register, text)
    return found ? answered(found) : wrong(name, `There is no record “${text.slice(0, 40)}” that you can see`)
  },
  typed: (field, value, name, { directory }) => ({
    [name]: directory.relatedReference(field.register, value) ?? value,
  }),
  input: (field, name, typed) => ({ as: 'text', ...base(field, name), value: typedText(typed, name), width: 20 }),
  show: (field, value, { directory }) => {
    const reference = directory.relatedReference(field.register, value)
    const name = directory.relatedName?.(field.register, value)
    // Unseen and absent look the same.
    return reference === undefined ? nothing : name ? `${name}, ${reference}` : reference
  },
  cell: (field, value, { directory }) => directory.relatedReference(field.register, value) ?? '',
  schema: () => ({ type: 'string', description: 'Reference of the other record' }),
  filter: 'equals',
  sample: () => '00000000-0000-4000-8000-000000000001',
}

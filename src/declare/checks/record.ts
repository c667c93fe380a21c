import { camelToSnake, snakeToCamel } from '../../kit/names.ts'
import { type Field, type Fields, optionOf } from '../field.ts'
import type { First, Register } from '../register.ts'

/** Everything a register may name, besides itself. */
export interface Known {
  readonly roles: ReadonlySet<string>
  readonly registers: ReadonlySet<string>
}

export type Faults = readonly string[]

export const faultIf = (condition: boolean, message: string): Faults => (condition ? [message] : [])
export const blank = (words: string | undefined): boolean => words === undefined || words.trim() === ''

/** Names the engine gives to columns of its own: `state`, `createdAt`, and of a line `recordId`. */
const ofTheRecord =
  'id reference state version teamId agencyId allocatedTo nextDueAt createdAt createdBy updatedAt updatedBy closedAt historyId action wording'.split(
    ' ',
  )
const ofTheLine = 'id recordId recordedAt recordedBy supersededAt'.split(' ')

/** Words PostgreSQL reserves (appendix C of its manual, "reserved"): columns are written without quotation marks. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
  column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning
  right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user
  using variadic verbose when where window with`.split(/\s+/),
)

/** A code written as a property: camelCase, and the same again after it was stored in snake_case. */
export const codeFaults = (what: string, code: string): Faults => [
  ...faultIf(
    !/^[a-z][A-Za-z0-9]*$/.test(code) || snakeToCamel(camelToSnake(code)) !== code,
    `${what} “${code}” does not survive the way from camelCase to snake_case and back. Write it in camelCase`,
  ),
]

const optionFaults = (what: string, field: Field): Faults => {
  if (!('options' in field)) return []
  const codes = Object.keys(field.options)
  const grouped = codes.filter(code => optionOf(field.options, code)?.group !== undefined).length
  return [
    ...faultIf(grouped > 0 && grouped < codes.length, `${what}: some codes are in a group and others are not`),
    ...faultIf(codes.length === 0, `${what} is a choice without anything to choose`),
    ...codes.flatMap(code => {
      const option = optionOf(field.options, code)
      const from = option?.from ?? ''
      return [
        ...faultIf(
          !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(code),
          `${what}: the code “${code}” may hold letters, digits, - . and _ only`,
        ),
        ...faultIf(blank(option?.label), `${what}: the code “${code}” has no label`),
        ...faultIf(from > (option?.to ?? '9999'), `${what}: the code “${code}” ends before it begins`),
      ]
    }),
  ]
}

const limitFaults = (what: string, field: Field): Faults => {
  if (field.kind === 'text' || field.kind === 'longText')
    return faultIf(
      !(field.maxLength >= 1),
      `${what} leaves no room for a text: its longest length is ${field.maxLength}`,
    )
  if (field.kind === 'wholeNumber')
    return [
      ...faultIf(field.min > field.max, `${what}: the smallest number ${field.min} is above the largest ${field.max}`),
      ...faultIf(
        field.min < -2_147_483_648 || field.max > 2_147_483_647,
        `${what}: numbers from -2,147,483,648 to 2,147,483,647 can be stored`,
      ),
    ]
  return []
}

const fieldFaults = (name: string, field: Field, before: string, taken: readonly string[], known: Known): Faults => {
  const what = `the field “${before}${name}”`
  return [
    ...codeFaults('the field', `${name}`),
    ...faultIf(taken.includes(name), `${what} has the name of a column the engine keeps itself`),
    ...faultIf(reserved.has(camelToSnake(name)), `${what} has a name that PostgreSQL keeps for itself`),
    ...faultIf(blank(field.question), `${what} has no question`),
    ...faultIf(field.label !== undefined && blank(field.label), `${what} has an empty label`),
    ...optionFaults(what, field),
    ...limitFaults(what, field),
    ...faultIf(
      field.kind === 'related' && !known.registers.has(field.register),
      `${what} points at “${field.kind === 'related' ? field.register : ''}”, which is no register`,
    ),
    ...(field.kind === 'staff' ? (field.holding ?? []) : [])
      .filter(role => !known.roles.has(role))
      .map(role => `${what} asks for people with the role “${role}”, which does not exist`),
  ]
}

const isTime = (field: Field | undefined): boolean => field?.kind === 'date' || field?.kind === 'moment'

/** Says so where a name is no field of these, or no date or moment. */
export const timeFaults = (what: string, fields: Fields, name: string): Faults =>
  fields[name] === undefined
    ? [`${what} names the field “${name}”, which does not exist`]
    : faultIf(!isTime(fields[name]), `${what} names the field “${name}”, which is no date or moment`)

const unknownFields = (what: string, names: readonly string[], fields: Fields): Faults =>
  names
    .filter(name => fields[name] === undefined)
    .map(name => `${what} names the field “${name}”, which does not exist`)

const lineFaults = ({ record }: Register, known: Known): Faults =>
  Object.entries(record.lines).flatMap(([group, { title, one, fields }]) => [
    ...codeFaults('the group', group),
    ...faultIf(
      ['history', 'clock'].includes(group),
      `the group “${group}” has the name of a table the engine keeps itself`,
    ),
    ...faultIf(blank(title) || blank(one), `the group “${group}” has no title, or no word for one line`),
    ...faultIf(Object.keys(fields).length === 0, `the group “${group}” has no fields`),
    ...Object.entries(fields).flatMap(([name, field]) => fieldFaults(name, field, `${group}.`, ofTheLine, known)),
  ])

/** Who sees to a record is named by a question for a colleague, and by one for an agency. */
const ownerFaults = (owner: Register['owner'], fields: Fields): Faults =>
  owner === undefined
    ? []
    : [
        ...faultIf(
          fields[owner.person]?.kind !== 'staff',
          `the owner is told by “${owner.person}”, which names no colleague`,
        ),
        ...faultIf(
          owner.agency !== undefined && fields[owner.agency]?.kind !== 'agency',
          `the owner is told by “${owner.agency}”, which names no agency`,
        ),
      ]

/** What stands first is told by answers that can be given, and by a field that is filled once somebody has seen to it. */
const firstFaults = (first: First | undefined, fields: Fields): Faults => {
  if (first === undefined) return []
  const field = fields[first.field]
  const options = field?.kind === 'choice' ? field.options : undefined
  return [
    ...unknownFields('what stands first in the list', [first.until], fields),
    ...faultIf(options === undefined, `what stands first in the list is told by “${first.field}”, which is no choice`),
    ...first.answers
      .filter(one => options !== undefined && !Object.hasOwn(options, one))
      .map(one => `what stands first in the list has “${one}”, which is no answer to “${first.field}”`),
    ...faultIf(blank(first.words), 'what stands first in the list is not said in words'),
  ]
}

/** What is wrong with the record of a register and with the list made from it. */
export const recordFaults = (register: Register, known: Known): Faults => {
  const { record, list, pathway } = register
  const { fields } = record
  return [
    ...faultIf(
      !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(record.key) || reserved.has(record.key),
      `the key “${record.key}” cannot be a table name. Write it in snake_case, and not as a word of SQL`,
    ),
    ...faultIf(
      !/^[A-Z][A-Z0-9]{1,4}$/.test(record.reference),
      `the reference “${record.reference}” must be a capital letter and 1 to 4 more, or digits`,
    ),
    ...faultIf(blank(record.title) || blank(record.plural), 'the record has no title, or no plural'),
    ...Object.entries(fields).flatMap(([name, field]) => fieldFaults(name, field, '', ofTheRecord, known)),
    ...lineFaults(register, known),
    ...timeFaults('“eventOn”', fields, record.eventOn),
    ...faultIf(record.about.length === 0, '“about” is empty, so a reader of the list cannot tell the rows apart'),
    ...unknownFields('“about”', record.about, fields),
    ...unknownFields('the columns of the list', list.columns, fields),
    ...unknownFields('the filters of the list', list.filters, fields),
    ...firstFaults(list.first, fields),
    ...ownerFaults(register.owner, fields),
    ...faultIf(
      list.takes !== undefined && pathway.actions[list.takes] === undefined,
      `the list takes the next one by “${list.takes}”, which is no action`,
    ),
  ]
}

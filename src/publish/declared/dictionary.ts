import { type Field, type Fields, type Options, optionOf } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import type { RoleWords } from '../../engine/engine.ts'
import { hiddenFields } from '../../engine/store/columns.ts'
import { camelToSnake } from '../../kit/names.ts'
import { page, table } from './markdown.ts'

type Roles = Readonly<Record<string, RoleWords>>

const codeWords = (options: Options): string =>
  Object.keys(options)
    .map(code => {
      const { label = code, from, to, group } = optionOf(options, code) ?? {}
      const dates = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ')
      const valid = [group && `group: ${group}`, dates].filter(Boolean).join('; ')
      return `\`${code}\` ${label}${valid === '' ? '' : ` (${valid})`}`
    })
    .join('; ')

const limits = (field: Field): string => {
  if ('options' in field) return codeWords(field.options)
  if (field.kind === 'text' || field.kind === 'longText')
    return `up to ${field.maxLength.toLocaleString('en-GB')} characters`
  if (field.kind === 'wholeNumber')
    return `${field.min} to ${field.max.toLocaleString('en-GB')}${field.unit ? ` ${field.unit}` : ''}`
  if (field.kind === 'related') return `a record in \`${field.register}\``
  if ('past' in field && field.past) return 'not in the future'
  if ('kinds' in field && field.kinds) return field.kinds.join(', ')
  return 'holding' in field && field.holding ? field.holding.join(', ') : ''
}

const unseenBy = (register: Register, roles: Roles, name: string): string =>
  Object.keys(register.access.read)
    .filter(role => hiddenFields(register, role).has(name))
    .map(role => roles[role]?.label ?? role)
    .join(', ')

const fieldTable = (register: Register, roles: Roles, fields: Fields, before = ''): string =>
  table(
    [
      'Field',
      'Column',
      'Kind',
      'Question',
      'Must be answered when asked',
      'Sensitive',
      'Codes and limits',
      'Not shown to',
    ],
    Object.entries(fields).map(([name, field]) => [
      name,
      camelToSnake(name),
      field.kind,
      field.question,
      field.required ? 'yes' : field.sometimes ? 'with some answers' : '',
      field.sensitive ? 'yes' : '',
      limits(field),
      unseenBy(register, roles, `${before}${name}`),
    ]),
  )

/** What no two records may share, in words. */
const onePerWords = ({ pathway: { onePer, states } }: Register): readonly string[] => {
  if (onePer === undefined) return []
  const except = (onePer.except ?? []).map(state => states[state]?.label ?? state)
  const but = except.length === 0 ? '' : `, but for records that are ${except.join(' or ')}`
  return [`One record for the same ${onePer.fields.map(name => `\`${name}\``).join(' and ')}${but}.`]
}

const section = (register: Register, roles: Roles): string => {
  const { record } = register
  return [
    `## ${record.title} (\`${record.key}\`)`,
    `References begin with ${record.reference}. Rules and codes of the day in \`${record.eventOn}\` apply.`,
    ...onePerWords(register),
    fieldTable(register, roles, record.fields),
    ...Object.entries(record.lines).flatMap(([group, { title, fields }]) => [
      `### ${title} (\`${record.key}_${camelToSnake(group)}\`)`,
      fieldTable(register, roles, fields, `${group}.`),
    ]),
  ].join('\n\n')
}

/** Every field of every register: what it means, where it is stored, which codes it has and who is not shown it. */
export const dictionaryPage = (registers: readonly Register[], roles: Roles): string =>
  page('Data dictionary', ...registers.map(register => section(register, roles)))

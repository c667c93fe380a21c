import { type ChoiceField, type ChoicesField, type Options, optionOf, plainLabelOf } from '../declare/field.ts'
import type { InputItem } from '../declare/input.ts'
import type { Day } from '../kit/dates.ts'
import { answered, base, type FieldKind, typedList, typedText, unanswered, wrong } from './kind.ts'

const validOn = (options: Options, code: string, day: Day): boolean => {
  const option = optionOf(options, code)
  return option !== undefined && (option.from ?? '') <= day && day <= (option.to ?? '9999')
}

/** Labels are taken from files too, as people write them; codes always work. */
const codeOf = (options: Options, typed: string): string | undefined =>
  Object.hasOwn(options, typed)
    ? typed
    : Object.keys(options).find(code => optionOf(options, code)?.label.toLowerCase() === typed.toLowerCase())

/** Codes as declared; JavaScript puts codes that are numbers first, so a list of numbered codes goes by its numbers. */
const codesOf = (options: Options): readonly string[] => {
  const codes = Object.keys(options)
  return codes.every(code => /^\d/.test(code))
    ? codes.sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
    : codes
}

const itemsOf = (options: Options, day: Day): readonly InputItem[] =>
  codesOf(options)
    .filter(code => validOn(options, code, day))
    .map(code => {
      const { label = code, hint } = optionOf(options, code) ?? {}
      return { value: code, label, ...(hint === undefined ? {} : { hint }) }
    })

const notOne = (field: ChoiceField | ChoicesField, typed: string, day: Day): string => {
  const known = codesOf(field.options).filter(code => validOn(field.options, code, day))
  const shown = known.slice(0, 12).join(', ')
  return `${plainLabelOf(field)} cannot be “${typed.slice(0, 60)}”. It must be one of: ${shown}${known.length > 12 ? ' …' : ''}`
}

const wordsOf = (field: ChoiceField | ChoicesField, code: string): string =>
  optionOf(field.options, code)?.label ?? code
const quoted = (field: ChoiceField | ChoicesField): string =>
  Object.keys(field.options)
    .map(code => `'${code}'`)
    .join(', ')

export const choiceKind: FieldKind<ChoiceField, string> = {
  kind: 'choice',
  column: 'text',
  check: (field, column) => `${column} in (${quoted(field)})`,
  parse: (field, typed, name, { eventDay }) => {
    const text = typedText(typed, name)
    if (text === '') return field.required ? unanswered(field, 'Select', name) : answered<string>(null)
    const code = codeOf(field.options, text)
    return code !== undefined && validOn(field.options, code, eventDay)
      ? answered(code)
      : wrong(name, notOne(field, text, eventDay))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, { eventDay }) => ({
    as: field.long ? 'select' : 'radios',
    ...base(field, name),
    items: itemsOf(field.options, eventDay),
    value: typedText(typed, name),
  }),
  show: (field, value) => wordsOf(field, value),
  cell: (_field, value) => value,
  schema: field => ({ type: 'string', enum: Object.keys(field.options) }),
  filter: 'equals',
  sample: (field, n) => {
    const codes = Object.keys(field.options).filter(code => validOn(field.options, code, '2021-06-12'))
    return codes[n % codes.length] as string
  },
}

export const choicesKind: FieldKind<ChoicesField, readonly string[]> = {
  kind: 'choices',
  column: 'text[]',
  check: (field, column) => `${column} <@ array[${quoted(field)}]::text[]`,
  parse: (field, typed, name, { eventDay }) => {
    const list = typedList(typed, name)
      .flatMap(item => item.split(';').map(part => part.trim()))
      .filter(part => part !== '')
    if (list.length === 0)
      return field.required ? unanswered(field, 'Select at least one', name) : answered<readonly string[]>(null)
    const codes = list.map(item => codeOf(field.options, item))
    const bad = list.find((_item, at) => {
      const code = codes[at]
      return code === undefined || !validOn(field.options, code, eventDay)
    })
    return bad === undefined ? answered([...new Set(codes as string[])]) : wrong(name, notOne(field, bad, eventDay))
  },
  typed: (_field, value, name) => ({ [name]: value }),
  input: (field, name, typed, { eventDay }) => ({
    as: 'checkboxes',
    ...base(field, name),
    items: itemsOf(field.options, eventDay),
    value: typedList(typed, name),
  }),
  show: (field, value) => value.map(code => wordsOf(field, code)).join(', '),
  cell: (_field, value) => value.join('; '),
  schema: field => ({ type: 'array', items: { type: 'string', enum: Object.keys(field.options) } }),
  filter: 'has',
  sample: (field, n) => Object.keys(field.options).slice(0, 1 + (n % 2)),
}

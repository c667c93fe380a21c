import { type LongTextField, labelOf, type TextField } from '../declare/field.ts'
import { answered, base, type FieldKind, type Parsed, typedText, unanswered, wrong } from './kind.ts'

/** PostgreSQL cannot hold NUL in text; other control characters would be invisible to the next reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/u
/** Text that nobody can see is no answer. */
const invisible = /^[\s\u200B-\u200F\u2060\uFEFF]*$/

/** Half of a pair that stands for one character: no text in Unicode, and the database refuses it. */
const halfCharacter = /\p{Surrogate}/u

const parseText = (field: TextField | LongTextField, raw: string, name: string): Parsed<string> => {
  const text = raw.replace(/\r\n?/g, '\n')
  if (invisible.test(text)) return field.required ? unanswered(field, 'Enter', name) : answered<string>(null)
  if (unprintable.test(text) || halfCharacter.test(text))
    return wrong(name, `${labelOf(field)} has a character that cannot be shown. Delete it and type it again`)
  const length = [...text].length
  if (length > field.maxLength)
    return wrong(
      name,
      `${labelOf(field)} must be ${field.maxLength.toLocaleString('en-GB')} characters or fewer. You have ${length.toLocaleString('en-GB')}`,
    )
  return answered(text)
}

const shared = {
  column: 'text',
  typed: (_field: unknown, value: string, name: string) => ({ [name]: value }),
  show: (_field: unknown, value: string) => value,
  cell: (_field: unknown, value: string) => value,
  filter: 'contains',
} as const

export const textKind: FieldKind<TextField, string> = {
  ...shared,
  kind: 'text',
  check: (field, column) => `char_length(${column}) <= ${field.maxLength}`,
  parse: (field, typed, name) => {
    const raw = typedText(typed, name)
    return /[\n\r\u2028\u2029]/.test(raw)
      ? wrong(name, `${labelOf(field)} must be one line`)
      : parseText(field, raw, name)
  },
  input: (field, name, typed) => ({ as: 'text', ...base(field, name), value: String(typed[name] ?? '') }),
  schema: field => ({ type: 'string', maxLength: field.maxLength }),
  sample: (_field, n) => ['Ada Ng', "O'Neil-Şahin", '田中 🙂', 'אבא', '=1+1 <b>'][n % 5] as string,
}

export const longTextKind: FieldKind<LongTextField, string> = {
  ...shared,
  kind: 'longText',
  check: (field, column) => `char_length(${column}) <= ${field.maxLength}`,
  parse: (field, typed, name) => parseText(field, typedText(typed, name), name),
  input: (field, name, typed) => ({
    as: 'textarea',
    ...base(field, name),
    value: String(typed[name] ?? ''),
    rows: field.rows,
    maxLength: field.maxLength,
  }),
  schema: field => ({ type: 'string', maxLength: field.maxLength }),
  sample: (_field, n) => `First line ${n}\n• a bullet “quoted”\n=cmd()`,
}

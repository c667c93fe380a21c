import { plainLabelOf, type WholeNumberField } from '../declare/field.ts'
import { oneOf } from '../kit/names.ts'
import { answered, base, type FieldKind, typedText, unanswered, wrong } from './kind.ts'

export const wholeNumberKind: FieldKind<WholeNumberField, number> = {
  kind: 'wholeNumber',
  column: 'integer',
  check: (field, column) => `${column} between ${field.min} and ${field.max}`,
  parse: (field, typed, name) => {
    const written = typedText(typed, name)
    // "1,204" is a number, "1,2" a slip.
    const text = /^-?\d{1,3}(,\d{3})+$/.test(written) ? written.replaceAll(',', '') : written
    if (text === '') return field.required ? unanswered(field, 'Enter', name) : answered<number>(null)
    const label = plainLabelOf(field)
    if (!/^-?\d{1,12}$/.test(text)) return wrong(name, `${label} must be a whole number, like 12`)
    const number = Number(text) + 0
    return number < field.min || number > field.max
      ? wrong(name, `${label} must be between ${field.min} and ${field.max}`)
      : answered(number)
  },
  typed: (_field, value, name) => ({ [name]: String(value) }),
  input: (field, name, typed) => ({
    as: 'text',
    ...base(field, name),
    value: String(typed[name] ?? ''),
    width: 5,
    inputMode: 'numeric',
  }),
  show: (field, value) =>
    `${value.toLocaleString('en-GB')}${field.unit ? ` ${value === 1 ? oneOf(field.unit) : field.unit}` : ''}`,
  cell: (_field, value) => String(value),
  schema: field => ({ type: 'integer', minimum: field.min, maximum: field.max }),
  filter: 'range',
  sample: (field, n) => Math.min(field.max, field.min + n),
}

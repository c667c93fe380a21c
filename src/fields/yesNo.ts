import { labelOf, type YesNoField } from '../declare/field.ts'
import { answered, base, type FieldKind, typedText, unanswered, wrong } from './kind.ts'

const yes = ['yes', 'y', 'true']
const no = ['no', 'n', 'false']

export const yesNoKind: FieldKind<YesNoField, boolean> = {
  kind: 'yesNo',
  column: 'boolean',
  parse: (field, typed, name) => {
    const text = typedText(typed, name).toLowerCase()
    if (text === '') return field.required ? unanswered(field, 'Select yes or no:', name) : answered<boolean>(null)
    if (yes.includes(text)) return answered(true)
    return no.includes(text) ? answered(false) : wrong(name, `${labelOf(field)} must be yes or no`)
  },
  typed: (_field, value, name) => ({ [name]: value ? 'yes' : 'no' }),
  input: (field, name, typed) => ({
    as: 'radios',
    ...base(field, name),
    items: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
    value: typedText(typed, name),
  }),
  show: (_field, value) => (value ? 'Yes' : 'No'),
  cell: (_field, value) => (value ? 'yes' : 'no'),
  schema: () => ({ type: 'boolean' }),
  filter: 'equals',
  sample: (_field, n) => n % 2 === 0,
}

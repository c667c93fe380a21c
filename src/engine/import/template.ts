import { type Field, optionOf } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import { fillIn, likely } from '../../fields/fillIn.ts'
import { now } from '../../kit/clock.ts'
import { stringifyCsv } from '../../kit/csv.ts'
import { midSentence } from '../../kit/names.ts'
import { writeWorkbook } from '../../kit/xlsx.ts'
import type { ExportFormat } from '../export/exportList.ts'
import { startFields } from './headings.ts'

const formats: Partial<Record<Field['kind'], string>> = {
  date: 'a date like 2026-03-27',
  moment: 'a date and time like 2026-03-27 16:05',
  wholeNumber: 'a whole number',
  yesNo: 'yes or no',
  choice: 'one code',
  choices: 'codes with ; between them',
  staff: 'the name of a colleague',
  agency: 'the name or code of an agency',
  agencies: 'names or codes of agencies with ; between them',
  related: 'a reference',
}

const codesOf = (field: Field): string => {
  const codes = 'options' in field ? Object.keys(field.options) : []
  const shown = codes.slice(0, 12).join(', ')
  return codes.length === 0 ? '' : `: ${shown}${codes.length > 12 ? ' …' : ''}`
}

/** What to write in a column, in a few words. */
const hintOf = (field: Field): string => {
  const format = formats[field.kind]
  const what = format === undefined ? field.question : `${field.question} (${format}${codesOf(field)})`
  const need = field.required ? 'Required' : field.sometimes ? 'Needed with some answers' : 'Optional'
  return `${need}. ${what}`
}

const exampleOf = (register: Register, name: string): string => {
  const [example] = register.examples
  const typed = example && fillIn(example.start, likely(example.before))[name]
  return register.record.fields[name]?.example ?? (typeof typed === 'string' ? typed : (typed?.join('; ') ?? ''))
}

/** A row that an import leaves out, because its first cell begins with #. */
const note = (cells: readonly string[]): readonly string[] => cells.map((cell, at) => (at === 0 ? `# ${cell}` : cell))

const codeRows = (register: Register, names: readonly string[]) =>
  names.flatMap(name => {
    const field = register.record.fields[name] as Field
    if (!('options' in field)) return []
    return Object.keys(field.options).map(code => {
      const option = optionOf(field.options, code)
      return [name, code, option?.label ?? code, option?.from ?? '', option?.to ?? '']
    })
  })

/** A file to fill in: headings, a line of what each column takes, an invented example, and in Excel the codes allowed. */
export const importTemplate = async (register: Register, format: ExportFormat): Promise<Buffer> => {
  const { fields, title, plural } = register.record
  const names = startFields(register)
  const rows = [
    note(names.map(name => hintOf(fields[name] as Field))),
    note(names.map(name => exampleOf(register, name))),
  ]
  if (format === 'csv') return Buffer.from(stringifyCsv(names, rows, { forExcel: true }))
  const textColumn = (header: string) => ({ header, kind: 'text' as const })
  return writeWorkbook({
    title: `Template to import ${midSentence(plural)}`,
    filters: [],
    madeAt: now(),
    madeBy: 'Canopy',
    definitions: [
      ['One row', `is one ${midSentence(title)}. Fill in the sheet Table`],
      ['Rows that begin with #', 'are notes and are not imported'],
      ['Codes', 'The sheet Codes lists what the columns with codes may hold'],
      ...names.map(name => [name, hintOf(fields[name] as Field)] as const),
    ],
    columns: names.map(textColumn),
    rows,
    more: [
      {
        name: 'Codes',
        columns: ['Column', 'Code', 'Meaning', 'Valid from', 'Valid to'].map(textColumn),
        rows: codeRows(register, names),
      },
    ],
  })
}

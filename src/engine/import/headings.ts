import { columnOf } from '../../db/tables.ts'
import type { Field } from '../../declare/field.ts'
import type { Register } from '../../declare/register.ts'
import { engineExportColumns } from '../export/columns.ts'
import { askedFields } from '../store/step.ts'

/** The fields a person answers when a record is started: what a file may hold. */
export const startFields = (register: Register): readonly string[] => askedFields(register.pathway.start)

export interface Headings {
  /** For each column of the file the field it answers; null where it is not taken. */
  readonly fields: readonly (string | null)[]
  /** For each field its heading in the file. */
  readonly headingOf: ReadonlyMap<string, string>
  readonly notTaken: readonly string[]
  /** Column that holds the references of an export; -1 where there is none. */
  readonly referenceAt: number
  readonly faults: readonly string[]
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\(optional\)$/, '')
    .replace(/[?:*]$/, '')
    .trim()

const namesOf = (name: string): readonly string[] => [name, columnOf(name)].map(plain)
const wordsOf = (field: Field): readonly string[] => [field.question, ...(field.label ? [field.label] : [])].map(plain)

/** The fields a heading may mean: by name before by label or question, so that a name always works. */
const meant = (register: Register, among: readonly string[], heading: string): readonly string[] => {
  const wanted = plain(heading)
  const named = among.filter(name => namesOf(name).includes(wanted))
  if (named.length > 0) return named
  return among.filter(name => wordsOf(register.record.fields[name] as Field).includes(wanted))
}

const title = (register: Register, name: string): string => {
  const field = register.record.fields[name]
  return `${name} (${field?.label ?? field?.question ?? name})`
}

type Found = { readonly field: string } | { readonly later: string } | { readonly fault: string }

const find = (register: Register, asked: readonly string[], heading: string): Found => {
  const [first, ...others] = meant(register, asked, heading)
  if (first !== undefined)
    return others.length === 0
      ? { field: first }
      : { fault: `The heading “${heading}” could mean ${[first, ...others].join(' or ')}. Use one of these names` }
  const later = Object.keys(register.record.fields).filter(name => !asked.includes(name))
  if (
    meant(register, later, heading).length > 0 ||
    engineExportColumns.some(one => namesOf(one).includes(plain(heading)))
  )
    return { later: heading }
  return { fault: `There is no column “${heading.slice(0, 60)}” in this register` }
}

/**
 * What the headings of a file mean. A file with a column `reference` is an export of Canopy: what is answered after the
 * start is then left out and named. In any other file such a column is refused, so that nobody believes it was imported.
 */
export const readHeadings = (register: Register, header: readonly string[]): Headings => {
  const asked = startFields(register)
  const isExport = header.some(one => plain(one) === 'reference')
  const fields: (string | null)[] = []
  const headingOf = new Map<string, string>()
  const notTaken: string[] = []
  const faults: string[] = []
  for (const [at, heading] of header.entries()) {
    const found: Found = heading === '' ? { fault: `Column ${at + 1} has no heading` } : find(register, asked, heading)
    fields.push('field' in found ? found.field : null)
    if ('fault' in found) faults.push(found.fault)
    else if ('later' in found) {
      if (isExport) notTaken.push(heading)
      else faults.push(`The column “${heading}” is answered later in the record, so it cannot be imported. Take it out`)
    } else if (headingOf.has(found.field))
      faults.push(
        plain(heading) === plain(headingOf.get(found.field) ?? '')
          ? `Two columns have the heading “${heading}”`
          : `The columns “${headingOf.get(found.field)}” and “${heading}” mean the same`,
      )
    else headingOf.set(found.field, heading)
  }
  const missing = asked.filter(name => register.record.fields[name]?.required && !headingOf.has(name))
  if (missing.length > 0)
    faults.push(
      `${missing.length === 1 ? 'A column is' : 'Columns are'} missing: ${missing.map(name => title(register, name)).join(', ')}`,
    )
  return { fields, headingOf, notTaken, faults, referenceAt: header.findIndex(one => plain(one) === 'reference') }
}

import type { Field, FieldKindName, Fields, Value } from '../declare/field.ts'
import type { InputSpec, Problem, Typed } from '../declare/input.ts'
import { choiceKind, choicesKind } from './choice.ts'
import { dateKind } from './date.ts'
import { agenciesKind, agencyKind, relatedKind, staffKind, teamKind } from './directory.ts'
import { type FieldContext, type FieldKind, nothing, type Parsed } from './kind.ts'
import { momentKind } from './moment.ts'
import { longTextKind, textKind } from './text.ts'
import { wholeNumberKind } from './wholeNumber.ts'
import { yesNoKind } from './yesNo.ts'

/** Every field kind there is. Adding one adds a file and a line. */
const kinds = {
  text: textKind,
  longText: longTextKind,
  date: dateKind,
  moment: momentKind,
  wholeNumber: wholeNumberKind,
  yesNo: yesNoKind,
  choice: choiceKind,
  choices: choicesKind,
  staff: staffKind,
  agency: agencyKind,
  agencies: agenciesKind,
  team: teamKind,
  related: relatedKind,
} satisfies { [K in FieldKindName]: { kind: K } }

export const kindNames = Object.keys(kinds) as readonly FieldKindName[]

/** The facets of a field's kind; the kind's own functions take exactly this field, which the general type cannot say. */
export const kindOf = (field: Field): FieldKind => kinds[field.kind] as unknown as FieldKind

export const parseField = (field: Field, typed: Typed, name: string, context: FieldContext): Parsed =>
  kindOf(field).parse(field, typed, name, context)

export const inputOf = (field: Field, name: string, typed: Typed, context: FieldContext): InputSpec =>
  kindOf(field).input(field, name, typed, context)

/** A stored value in words for people; an em dash where there is none. */
export const show = (field: Field, value: unknown, context: FieldContext): string =>
  value === null || value === undefined ? nothing : kindOf(field).show(field, value as Value, context)

/** A stored value as it stands in a file. */
export const cell = (field: Field, value: unknown, context: FieldContext): string =>
  value === null || value === undefined ? '' : kindOf(field).cell(field, value as Value, context)

/** What would have been typed to give the stored values. */
export const typedOf = (fields: Fields, values: Readonly<Record<string, unknown>>, context: FieldContext): Typed =>
  Object.assign(
    {},
    ...Object.entries(fields).map(([name, field]) => {
      const value = values[name]
      return value === null || value === undefined ? {} : kindOf(field).typed(field, value as Value, name, context)
    }),
  ) as Typed

/** Values of an API body as if typed: dates as ISO text, lists as lists, everything else as its text. */
export const typedFromJson = (body: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      value === null || value === undefined ? '' : Array.isArray(value) ? value.map(String) : String(value),
    ]),
  )

export interface ParsedAnswers {
  readonly values: Readonly<Record<string, Value | null>>
  readonly problems: readonly Problem[]
}

/** Reads the named fields of what was typed; all problems at once. */
export const parseAnswers = (
  fields: Fields,
  names: readonly string[],
  typed: Typed,
  context: FieldContext,
): ParsedAnswers => {
  const values: Record<string, Value | null> = {}
  const problems: Problem[] = []
  for (const name of names) {
    const field = fields[name]
    if (!field) continue
    const parsed = parseField(field, typed, name, context)
    if (parsed.ok) values[name] = parsed.value
    else problems.push(...parsed.problems)
  }
  return { values, problems }
}

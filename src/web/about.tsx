import type { Field } from '../declare/field.ts'
import { betweenAbout } from '../declare/record.ts'
import { pathOf, type Register } from '../declare/register.ts'
import type { FieldContext } from '../fields/kind.ts'
import { show } from '../fields/kinds.ts'
import { formatShortInstant } from '../kit/dates.ts'

/** What a reader calls the row by: never empty, so that the link has words. */
export const aboutOf = (register: Register, row: Readonly<Record<string, unknown>>, context: FieldContext): string => {
  const words = register.record.about
    .map(name => ({ field: register.record.fields[name], value: row[name] }))
    .filter(({ field, value }) => field && value !== null && value !== undefined)
    .map(({ field, value }) => show(field as Field, value, context).split('\n')[0])
    .join(betweenAbout(register.record))
  return words.length > 80 ? `${words.slice(0, 77)}…` : words
}

/** The way to a record from a table of several: its reference, and below it what it is about. */
export const ReferenceLink = (props: {
  readonly register: Register
  readonly reference: string
  readonly about: string
}) => (
  <div>
    <a class="govuk-link canopy-reference" href={`/${pathOf(props.register)}/${props.reference}`}>
      {props.reference}
    </a>
    {props.about !== '' && (
      <>
        <br />
        {props.about}
      </>
    )}
  </div>
)

/** An answer in a table of several records: moments are short there; the record has them in full. */
export const inTable = (field: Field, value: unknown, context: FieldContext): string =>
  field.kind === 'moment' && typeof value === 'string'
    ? formatShortInstant(value, context.today)
    : show(field, value, context)

import { type Attributes, type Content, cx, has, ids } from './common.ts'
import { Fieldset, FormGroup, HintAndError } from './field.tsx'
import { TextInput } from './text-input.tsx'

export interface DatePart {
  /** "day", "month", "year"; with a name prefix the control is called `prefix-day`. */
  name: string
  label?: string | undefined
  value?: string | number | undefined
  /** Marked as wrong. When no part is marked but there is a message, all are. */
  error?: boolean | undefined
  id?: string | undefined
  classes?: string | undefined
  autocomplete?: string | undefined
  inputMode?: string | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
}

export interface DateInputProps {
  id: string
  namePrefix?: string | undefined
  parts: readonly DatePart[]
  legend?: Content
  legendClasses?: string | undefined
  fieldsetClasses?: string | undefined
  isPageHeading?: boolean | undefined
  hint?: Content
  error?: Content
  describedBy?: string | undefined
  classes?: string | undefined
  groupClasses?: string | undefined
  attributes?: Attributes | undefined
  /** Stands after the parts, inside the same fieldset: the time of day of a moment. */
  afterParts?: Content
}

/** A date in three boxes: what a person knows by heart is quicker typed than picked. Never moves focus by itself. */
export function DateInput(props: DateInputProps) {
  const describedBy = ids(
    props.describedBy,
    has(props.hint) && `${props.id}-hint`,
    has(props.error) && `${props.id}-error`,
  )
  const anyMarked = props.parts.some(part => part.error)
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      <div class={cx('govuk-date-input', props.classes)} {...props.attributes} id={props.id}>
        {props.parts.map(part => {
          const wrong = part.error ?? (has(props.error) && !anyMarked)
          const width = part.classes?.includes('govuk-input--width-')
            ? undefined
            : `govuk-input--width-${part.name === 'year' ? 4 : 2}`
          return (
            <div class="govuk-date-input__item">
              <TextInput
                id={part.id ?? `${props.id}-${part.name}`}
                name={props.namePrefix ? `${props.namePrefix}-${part.name}` : part.name}
                label={part.label ?? part.name.charAt(0).toUpperCase() + part.name.slice(1)}
                labelClasses="govuk-date-input__label"
                classes={cx('govuk-date-input__input', wrong && 'govuk-input--error', width, part.classes)}
                value={part.value}
                inputMode={part.inputMode ?? 'numeric'}
                autocomplete={part.autocomplete}
                pattern={part.pattern}
                attributes={part.attributes}
              />
            </div>
          )
        })}
        {props.afterParts}
      </div>
    </>
  )
  return (
    <FormGroup error={props.error} classes={props.groupClasses}>
      {has(props.legend) ? (
        <Fieldset
          role="group"
          describedBy={describedBy}
          legend={props.legend}
          legendClasses={props.legendClasses}
          isPageHeading={props.isPageHeading}
          classes={props.fieldsetClasses}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

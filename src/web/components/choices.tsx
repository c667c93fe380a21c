import { type Attributes, type Content, cx, has, ids } from './common.ts'
import { Fieldset, FormGroup, Hint, HintAndError, Label } from './field.tsx'

/** One choice, or a word such as "or" between choices. */
export type Choice =
  | {
      value: string
      label: Content
      labelClasses?: string | undefined
      hint?: Content
      id?: string | undefined
      name?: string | undefined
      checked?: boolean | undefined
      disabled?: boolean | undefined
      /** Checkboxes only: "None of these" clears the others. */
      behaviour?: 'exclusive' | undefined
      attributes?: Attributes | undefined
    }
  | { divider: string }

export interface ChoicesProps {
  name: string
  idPrefix?: string | undefined
  items: readonly Choice[]
  /** Absent: no fieldset, for a lone choice inside another. */
  legend?: Content
  fieldset?: boolean | undefined
  legendClasses?: string | undefined
  fieldsetClasses?: string | undefined
  fieldsetAttributes?: Attributes | undefined
  isPageHeading?: boolean | undefined
  hint?: Content
  error?: Content
  describedBy?: string | undefined
  classes?: string | undefined
  groupClasses?: string | undefined
  attributes?: Attributes | undefined
}

export interface RadiosProps extends ChoicesProps {
  /** The chosen value; empty or absent means nothing is chosen. */
  value?: string | undefined
  inline?: boolean | undefined
  small?: boolean | undefined
}

export interface CheckboxesProps extends ChoicesProps {
  values?: readonly string[] | undefined
  small?: boolean | undefined
}

interface GroupProps extends ChoicesProps {
  kind: 'radios' | 'checkboxes'
  isChosen: (value: string) => boolean
}

function ChoiceGroup(props: GroupProps) {
  const { kind } = props
  const prefix = props.idPrefix ?? props.name
  const inFieldset = props.fieldset ?? has(props.legend)
  const describedBy = ids(props.describedBy, has(props.hint) && `${prefix}-hint`, has(props.error) && `${prefix}-error`)
  const inner = (
    <>
      <HintAndError id={prefix} hint={props.hint} error={props.error} />
      <div class={cx(`govuk-${kind}`, props.classes)} {...props.attributes} data-module={`govuk-${kind}`}>
        {props.items.map((item, index) => {
          if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
          // The first choice carries the bare name as its id, so the error summary can link to it.
          const id = item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)
          const itemHint = has(item.hint) && `${id}-item-hint`
          const described = kind === 'checkboxes' && !inFieldset ? ids(describedBy, itemHint) : ids(itemHint)
          return (
            <div class={`govuk-${kind}__item`}>
              <input
                class={`govuk-${kind}__input`}
                id={id}
                name={item.name ?? props.name}
                type={kind === 'radios' ? 'radio' : 'checkbox'}
                value={item.value}
                checked={item.checked ?? props.isChosen(item.value)}
                disabled={item.disabled}
                data-behaviour={item.behaviour}
                aria-describedby={described}
                {...item.attributes}
              />
              <Label for={id} classes={cx(`govuk-${kind}__label`, item.labelClasses)}>
                {item.label}
              </Label>
              {itemHint && (
                <Hint id={itemHint} classes={`govuk-${kind}__hint`}>
                  {item.hint}
                </Hint>
              )}
            </div>
          )
        })}
      </div>
    </>
  )
  return (
    <FormGroup error={props.error} classes={props.groupClasses}>
      {inFieldset ? (
        <Fieldset
          describedBy={describedBy}
          legend={props.legend}
          legendClasses={props.legendClasses}
          isPageHeading={props.isPageHeading}
          classes={props.fieldsetClasses}
          attributes={props.fieldsetAttributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

/** One answer of several. Nothing is chosen unless a value is given. */
export function Radios({ value, inline, small, classes, ...rest }: RadiosProps) {
  return (
    <ChoiceGroup
      {...rest}
      kind="radios"
      classes={cx(inline && 'govuk-radios--inline', small && 'govuk-radios--small', classes)}
      isChosen={candidate => !!value && candidate === value}
    />
  )
}

/** Any number of answers. Nothing is ticked unless values are given. */
export function Checkboxes({ values, small, classes, ...rest }: CheckboxesProps) {
  return (
    <ChoiceGroup
      {...rest}
      kind="checkboxes"
      classes={cx(small && 'govuk-checkboxes--small', classes)}
      isChosen={candidate => values?.includes(candidate) ?? false}
    />
  )
}

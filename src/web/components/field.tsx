import { type Attributes, type Content, cx, has } from './common.ts'

/** What every form control has in common. */
export interface ControlProps {
  name: string
  /** Defaults to the name. */
  id?: string | undefined
  label: Content
  labelClasses?: string | undefined
  /** The label is the page's one h1. */
  isPageHeading?: boolean | undefined
  hint?: Content
  error?: Content
  describedBy?: string | undefined
  classes?: string | undefined
  groupClasses?: string | undefined
  attributes?: Attributes | undefined
}

export interface LabelProps {
  children: Content
  for?: string | undefined
  classes?: string | undefined
  isPageHeading?: boolean | undefined
  attributes?: Attributes | undefined
}

export function Label(props: LabelProps) {
  if (!has(props.children)) return null
  const label = (
    <label class={cx('govuk-label', props.classes)} for={props.for} {...props.attributes}>
      {props.children}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

export interface HintProps {
  children: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Hint(props: HintProps) {
  return (
    <div id={props.id} class={cx('govuk-hint', props.classes)} {...props.attributes}>
      {props.children}
    </div>
  )
}

export interface ErrorMessageProps extends HintProps {
  /** Read before the message; the empty text leaves it out. */
  visuallyHiddenText?: string | undefined
}

export function ErrorMessage(props: ErrorMessageProps) {
  const hidden = props.visuallyHiddenText ?? 'Error'
  return (
    <p id={props.id} class={cx('govuk-error-message', props.classes)} {...props.attributes}>
      {hidden !== '' && <span class="govuk-visually-hidden">{hidden}:</span>} {props.children}
    </p>
  )
}

export interface FieldsetProps {
  children?: Content
  legend?: Content
  legendClasses?: string | undefined
  isPageHeading?: boolean | undefined
  role?: 'group' | 'presentation' | undefined
  describedBy?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={cx('govuk-fieldset', props.classes)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {has(props.legend) && (
        <legend class={cx('govuk-fieldset__legend', props.legendClasses)}>
          {props.isPageHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}

/** The frame around one question: spacing, and the bar at the side when something is wrong. */
export function FormGroup(props: {
  error?: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
  children: Content
}) {
  return (
    <div
      class={cx('govuk-form-group', has(props.error) && 'govuk-form-group--error', props.classes)}
      {...props.attributes}
    >
      {props.children}
    </div>
  )
}

/** Hint and message of a question, with the ids its control points to. */
export function HintAndError({ id, hint, error }: { id: string; hint?: Content; error?: Content }) {
  return (
    <>
      {has(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {has(error) && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  )
}

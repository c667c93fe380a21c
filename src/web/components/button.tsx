import { type Attributes, type Content, cx } from './common.ts'

export interface ButtonProps {
  children: Content
  /** A link that looks like a button; for moving on, never for a deed. */
  href?: string | undefined
  kind?: 'secondary' | 'warning' | 'inverse' | undefined
  isStartButton?: boolean | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  /** Ignore a second press within a second. Forms that do a deed set it. */
  preventDoubleClick?: boolean | undefined
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}

/** A button names the deed it does ("Send to the front door"). */
export function Button(props: ButtonProps) {
  const { children, href, kind, isStartButton, id } = props
  const common = {
    class: cx('govuk-button', kind && `govuk-button--${kind}`, props.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...(id === undefined ? {} : { id }),
    ...props.attributes,
  }
  if (href !== undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: govuk-frontend's markup; a link that goes on, drawn as a button
      <a href={href} role="button" draggable={false} {...common}>
        {children}
        {isStartButton && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      {...common}
    >
      {children}
      {isStartButton && <StartIcon />}
    </button>
  )
}

/** Buttons side by side with the GOV.UK spacing. */
export function ButtonGroup({ children }: { children: Content }) {
  return <div class="govuk-button-group">{children}</div>
}

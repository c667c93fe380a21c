import { type Attributes, type Content, cx, has } from './common.ts'

interface Simple {
  children?: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export interface ErrorSummaryProps {
  title?: Content
  description?: Content
  items: readonly { text: Content; href?: string | undefined; attributes?: Attributes | undefined }[]
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** All that is wrong with a form, at the top of the page, each a link to its control. */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={cx('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {has(props.description) && <p>{props.description}</p>}
          {props.items.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.items.map(item => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

export interface NotificationBannerProps {
  children: Content
  type?: 'success' | undefined
  title?: Content
  titleId?: string | undefined
  headingLevel?: 1 | 2 | 3 | undefined
  role?: 'alert' | 'region' | undefined
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Tells what happened ("Sent to the front door"). A plain text becomes the banner's heading line. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const titleId = props.titleId ?? 'govuk-notification-banner-title'
  const Heading = `h${props.headingLevel ?? 2}` as 'h2'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is alert or region, and both may be labelled
    <div
      class={cx('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof props.children === 'string' ? (
          <p class="govuk-notification-banner__heading">{props.children}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  )
}

export function InsetText(props: Simple) {
  return (
    <div id={props.id} class={cx('govuk-inset-text', props.classes)} {...props.attributes}>
      {props.children}
    </div>
  )
}

export function WarningText(props: Simple & { iconFallback?: string | undefined }) {
  return (
    <div class={cx('govuk-warning-text', props.classes)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallback ?? 'Warning'}</span> {props.children}
      </strong>
    </div>
  )
}

export function Details(props: Simple & { summary: Content; open?: boolean | undefined }) {
  return (
    <details id={props.id} class={cx('govuk-details', props.classes)} {...props.attributes} open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  )
}

export type Colour = 'grey' | 'turquoise' | 'green' | 'purple' | 'pink' | 'magenta' | 'red' | 'orange' | 'yellow'

export interface TagProps {
  children: Content
  /** Red only for problems; the word carries the meaning, never the colour. */
  colour?: Colour | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Tag(props: TagProps) {
  return (
    <strong class={cx('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.classes)} {...props.attributes}>
      {props.children}
    </strong>
  )
}

export interface PhaseBannerProps {
  tag: Content
  tagClasses?: string | undefined
  children: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function PhaseBanner(props: PhaseBannerProps) {
  return (
    <div class={cx('govuk-phase-banner', 'govuk-width-container', props.classes)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={cx('govuk-phase-banner__content__tag', props.tagClasses)}>{props.tag}</Tag>
        <span class="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  )
}

export interface AlertProps {
  variant: 'information' | 'success' | 'warning' | 'error'
  /** Says what it is about; read out as the region's name and shown in bold. */
  title: string
  children?: Content
}

const alertMarks = { information: 'i', success: '✓', warning: '!', error: '×' } as const
const alertWords = { information: 'Information', success: 'Success', warning: 'Warning', error: 'Error' } as const

/** A message inside the page that stays until the page changes. */
export function Alert({ variant, title, children }: AlertProps) {
  return (
    <section class={`canopy-alert canopy-alert--${variant}`} aria-label={`${alertWords[variant]}: ${title}`}>
      <span class="canopy-alert__icon" aria-hidden="true">
        {alertMarks[variant]}
      </span>
      <div class="canopy-alert__content">
        <p class="canopy-alert__title">
          <span class="govuk-visually-hidden">{alertWords[variant]}: </span>
          {title}
        </p>
        {children}
      </div>
    </section>
  )
}

/** A short outlined marker ("Urgent"); sparingly, in words. */
export function Badge({
  children,
  kind = 'neutral',
}: {
  children: Content
  kind?: 'neutral' | 'urgent' | 'good' | undefined
}) {
  return <strong class={`canopy-badge canopy-badge--${kind}`}>{children}</strong>
}

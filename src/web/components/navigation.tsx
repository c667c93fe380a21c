import { type Attributes, type Content, cx, has } from './common.ts'

interface LinkProps {
  children?: Content
  href?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function BackLink(props: LinkProps) {
  return (
    <a href={props.href ?? '#'} class={cx('govuk-back-link', props.classes)} {...props.attributes}>
      {has(props.children) ? props.children : 'Back'}
    </a>
  )
}

export function SkipLink(props: LinkProps) {
  return (
    <a
      href={props.href ?? '#content'}
      class={cx('govuk-skip-link', props.classes)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {has(props.children) ? props.children : 'Skip to main content'}
    </a>
  )
}

export interface BreadcrumbsProps {
  items: readonly { text: Content; href?: string | undefined; attributes?: Attributes | undefined }[]
  label?: string | undefined
  collapseOnMobile?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={cx('govuk-breadcrumbs', props.classes, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      {...props.attributes}
      aria-label={props.label ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(item =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

export interface NavigationItem {
  text: Content
  href?: string | undefined
  /** This very page. */
  current?: boolean | undefined
  /** A page of this section. */
  active?: boolean | undefined
  attributes?: Attributes | undefined
  /** Folded under `text`: what belongs together, where there is much of it. */
  items?: readonly NavigationItem[] | undefined
}

export interface ServiceNavigationProps {
  items?: readonly NavigationItem[] | undefined
  serviceName?: Content
  serviceUrl?: string | undefined
  ariaLabel?: string | undefined
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  navigationLabel?: string | undefined
  navigationId?: string | undefined
  navigationClasses?: string | undefined
  collapseNavigationOnMobile?: boolean | undefined
  /** Stands after the navigation: who is signed in. */
  end?: Content
  endInline?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

function ServiceItem({ item }: { item: NavigationItem }) {
  const on = item.active || item.current
  const current = on ? (item.current ? 'page' : 'true') : undefined
  const inner = on ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text
  return (
    <li class={cx('govuk-service-navigation__item', on && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {inner}
        </a>
      ) : (
        has(item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {inner}
          </span>
        )
      )}
    </li>
  )
}

/** Several items under one heading, which opens without a script. */
function FoldedItem({ item }: { item: NavigationItem }) {
  return (
    <li
      class={cx(
        'govuk-service-navigation__item canopy-folded',
        item.active && 'govuk-service-navigation__item--active',
      )}
    >
      <details class="canopy-folded__details" name="menu">
        <summary class="canopy-folded__summary govuk-service-navigation__link">{item.text}</summary>
        <ul class="canopy-folded__list">
          {item.items?.map(one => (
            <ServiceItem item={one} />
          ))}
        </ul>
      </details>
    </li>
  )
}

/** The product's sections. Below the header, in its own landmark. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const items = props.items ?? []
  const menuText = props.menuButtonText ?? 'Menu'
  const id = props.navigationId ?? 'navigation'
  const collapse = props.collapseNavigationOnMobile ?? items.length > 1
  const common = {
    class: cx('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inner = (
    <div class={cx('govuk-width-container', props.endInline && 'govuk-service-navigation__inlining-container')}>
      <div class="govuk-service-navigation__container">
        {has(props.serviceName) && (
          <span class="govuk-service-navigation__service-name">
            {props.serviceUrl ? (
              <a href={props.serviceUrl} class="govuk-service-navigation__link">
                {props.serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{props.serviceName}</span>
            )}
          </span>
        )}
        {items.length > 0 && (
          <nav
            aria-label={props.navigationLabel ?? menuText}
            class={cx('govuk-service-navigation__wrapper', props.navigationClasses)}
          >
            {collapse && (
              // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden until the script shows it, as govuk-frontend does
              <button
                type="button"
                class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls={id}
                aria-label={
                  props.menuButtonLabel && props.menuButtonLabel !== menuText ? props.menuButtonLabel : undefined
                }
                hidden
                aria-hidden="true"
              >
                {menuText}
              </button>
            )}
            <ul class="govuk-service-navigation__list" id={id}>
              {items.map(item => (item.items ? <FoldedItem item={item} /> : <ServiceItem item={item} />))}
            </ul>
          </nav>
        )}
      </div>
      {props.end}
    </div>
  )
  return has(props.serviceName) || has(props.end) ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  )
}

/** Pages of one record, each with its own address. Not tabs: what is hidden is neither printed nor found. */
export function SubNavigation({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav class="canopy-sub-navigation" aria-label={label}>
      <ul class="canopy-sub-navigation__list">
        {items.map(item => (
          <li class="canopy-sub-navigation__item">
            <a
              class="canopy-sub-navigation__link"
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              {...item.attributes}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface GenericHeaderProps {
  logo: Content
  url?: string | undefined
  containerClasses?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The bar at the top: the product and whose it is. No crown: this is not a page of central government. */
export function GenericHeader(props: GenericHeaderProps) {
  return (
    <div class={cx('govuk-generic-header', props.classes)} {...props.attributes}>
      <div class={cx('govuk-generic-header__container', props.containerClasses ?? 'govuk-width-container')}>
        <div class="govuk-generic-header__logo">
          <a href={props.url ?? '/'} class="govuk-generic-header__homepage-link">
            {props.logo}
          </a>
        </div>
      </div>
    </div>
  )
}

export interface FooterProps {
  links: readonly { text: string; href: string; attributes?: Attributes | undefined }[]
  /** Read before the links. */
  title?: string | undefined
  children?: Content
  classes?: string | undefined
  containerClasses?: string | undefined
  attributes?: Attributes | undefined
}

/** GOV.UK's footer without crown, licence and Crown copyright, to which a local partnership has no right. */
export function Footer(props: FooterProps) {
  return (
    <div class={cx('govuk-footer', props.classes)} {...props.attributes}>
      <div class={cx('govuk-width-container', props.containerClasses)}>
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {(props.links.length > 0 || has(props.children)) && (
              <h2 class="govuk-visually-hidden">{props.title ?? 'Support links'}</h2>
            )}
            {props.links.length > 0 && (
              <ul class="govuk-footer__inline-list">
                {props.links.map(link => (
                  <li class="govuk-footer__inline-list-item">
                    <a class="govuk-footer__link" href={link.href} {...link.attributes}>
                      {link.text}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {has(props.children) && <div class="govuk-footer__meta-custom">{props.children}</div>}
          </div>
        </div>
      </div>
    </div>
  )
}

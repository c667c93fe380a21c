import { type Attributes, type Content, cx, has } from './common.ts'

export interface PageLink {
  href: string
  text?: Content
  /** Names the page the link goes to; only where there are no numbers. */
  labelText?: string | undefined
  attributes?: Attributes | undefined
}

export type PageItem =
  | { ellipsis: true }
  | {
      number: number | string
      href: string
      current?: boolean | undefined
      label?: string | undefined
      attributes?: Attributes | undefined
    }

export interface PaginationProps {
  items?: readonly PageItem[] | undefined
  previous?: PageLink | undefined
  next?: PageLink | undefined
  landmarkLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

function Arrow({ type }: { type: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[type]} />
    </svg>
  )
}

function ArrowLink({ link, type, block }: { link: PageLink; type: 'prev' | 'next'; block: boolean }) {
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}
        <span
          class={cx(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {has(link.text) ? (
            link.text
          ) : (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

export function Pagination(props: PaginationProps) {
  const block = !props.items && Boolean(props.next || props.previous)
  return (
    <nav
      class={cx('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel ?? 'Pagination'}
      {...props.attributes}
    >
      {props.previous && <ArrowLink link={props.previous} type="prev" block={block} />}
      {props.items && (
        <ul class="govuk-pagination__list">
          {props.items.map(item =>
            'ellipsis' in item ? (
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
            ) : (
              <li class={cx('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
                <a
                  class="govuk-link govuk-pagination__link"
                  href={item.href}
                  aria-label={item.label ?? `Page ${item.number}`}
                  aria-current={item.current ? 'page' : undefined}
                  {...item.attributes}
                >
                  {item.number}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {props.next && <ArrowLink link={props.next} type="next" block={block} />}
    </nav>
  )
}

export interface ResultsPagesProps {
  /** Current page, from 1. */
  page: number
  perPage: number
  total: number
  /** Address of a page, with the filters and sort order that hold now. */
  hrefOf: (page: number) => string
  /** What is counted: "referrals". */
  noun?: string | undefined
}

/** First, last, current and its neighbours; gaps in between. */
function shownPages(page: number, last: number): (number | 'gap')[] {
  const wanted = [1, page - 1, page, page + 1, last].filter(number => number >= 1 && number <= last)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    if (before === undefined || number - before === 1) return [number]
    // A gap that hides a single page is longer than the page's own number.
    return number - before === 2 ? [number - 1, number] : ['gap' as const, number]
  })
}

/** Says which of how many are shown ("Showing 21 to 40 of 312 referrals") and links to the other pages. */
export function ResultsPages({ page, perPage, total, hrefOf, noun = 'results' }: ResultsPagesProps) {
  const last = Math.max(1, Math.ceil(total / perPage))
  const from = (page - 1) * perPage + 1
  const to = Math.min(total, page * perPage)
  const bold = (value: number) => <strong>{value.toLocaleString('en-GB')}</strong>
  return (
    <div class="canopy-results-pages">
      <p class="canopy-results-pages__range">
        {total === 0 ? (
          <>No {noun}</>
        ) : (
          <>
            Showing {bold(from)} to {bold(to)} of {bold(total)} {noun}
          </>
        )}
      </p>
      {last > 1 && (
        <Pagination
          landmarkLabel={`Pages of ${noun}`}
          previous={page > 1 ? { href: hrefOf(page - 1) } : undefined}
          next={page < last ? { href: hrefOf(page + 1) } : undefined}
          items={shownPages(page, last).map(item =>
            item === 'gap' ? { ellipsis: true } : { number: item, href: hrefOf(item), current: item === page },
          )}
        />
      )}
    </div>
  )
}

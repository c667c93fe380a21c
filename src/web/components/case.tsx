import { Button, ButtonGroup } from './button.tsx'
import { type Content, cx, has } from './common.ts'

export interface IdentityBarProps {
  /** Who this is, as the viewer may know them. */
  name: string
  reference: string
  /** Short facts in words: "Boy, 6", "Holly Lane Primary". */
  facts?: readonly Content[] | undefined
  /** Badges or tags: what must not be missed. */
  flags?: readonly Content[] | undefined
  /** Who else must be seen together, or a deed. */
  children?: Content
}

/** Says on every page of a record whose record it is. */
export function IdentityBar({ name, reference, facts = [], flags = [], children }: IdentityBarProps) {
  return (
    <section class="canopy-identity" aria-label="This record">
      <div class="canopy-identity__who">
        <p class="canopy-identity__name">{name}</p>
        <ul class="canopy-identity__facts">
          <li>
            <span class="govuk-visually-hidden">Reference </span>
            {reference}
          </li>
          {facts.map(fact => (
            <li>{fact}</li>
          ))}
        </ul>
      </div>
      {flags.length > 0 && (
        <ul class="canopy-identity__flags" aria-label="Flags">
          {flags.map(flag => (
            <li>{flag}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}

export interface TimelineItem {
  title: Content
  /** Date, or date and time, in words; only what is known. */
  when: string
  /** The same for machines (ISO 8601). */
  iso: string
  by?: Content
  /** "added 5 days later" */
  note?: Content
  children?: Content
}

/** What happened, newest first. */
export function Timeline({ items, headingLevel = 3 }: { items: readonly TimelineItem[]; headingLevel?: 2 | 3 | 4 }) {
  const Heading = `h${headingLevel}` as 'h3'
  return (
    <ol class="canopy-timeline">
      {items.map(item => (
        <li class="canopy-timeline__item">
          <Heading class="canopy-timeline__title">{item.title}</Heading>
          <p class="canopy-timeline__when">
            <time dateTime={item.iso}>{item.when}</time>
            {has(item.by) && <> by {item.by}</>}
            {has(item.note) && <span class="canopy-timeline__note"> ({item.note})</span>}
          </p>
          {has(item.children) && <div class="canopy-timeline__body">{item.children}</div>}
        </li>
      ))}
    </ol>
  )
}

export interface DueDateProps {
  /** "3 November 2026, 10:20am" */
  date: string
  iso: string
  /** "Overdue by 40 minutes", "Due tomorrow, 11am", "Paused: waiting for the family". */
  words: string
  state: 'overdue' | 'soon' | 'later' | 'paused' | 'done'
}

/** A date to keep: the date in bold, what it means in words below. The bar's colour only repeats the words. */
export function DueDate({ date, iso, words, state }: DueDateProps) {
  return (
    <div class={`canopy-due canopy-due--${state}`}>
      <time class="canopy-due__date" dateTime={iso}>
        {date}
      </time>
      <span class="canopy-due__words">{words}</span>
    </div>
  )
}

export interface Count {
  count: number | string
  label: string
  /** The list that holds exactly these. */
  href: string
  kind?: 'urgent' | undefined
}

/** At most four numbers, each the way to the list it counts. */
export function Counts({ label, items }: { label: string; items: readonly Count[] }) {
  return (
    <ul class="canopy-counts" aria-label={label}>
      {items.map(item => (
        <li class={cx('canopy-counts__item', item.kind && `canopy-counts__item--${item.kind}`)}>
          <a class="canopy-counts__link" href={item.href}>
            <span class="canopy-counts__number">
              {typeof item.count === 'number' ? item.count.toLocaleString('en-GB') : item.count}
            </span>{' '}
            <span class="canopy-counts__label">{item.label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface AppliedFilter {
  /** "Agency: Police" */
  text: string
  /** The same list without this filter. */
  removeHref: string
}

export interface FilterPanelProps {
  /** Address of the list; the chosen filters become its query. */
  action: string
  title?: string | undefined
  applied?: readonly AppliedFilter[] | undefined
  clearHref?: string | undefined
  /** What the address must keep besides the filters: sort order, page size. */
  keep?: Readonly<Record<string, string>> | undefined
  /**
   * Where people may type freely, such as a name: the form is posted and nothing typed is in an address. The name of the
   * form, by which the page adds its token.
   */
  posts?: string | undefined
  /** The questions. */
  children: Content
}

/**
 * Filters of a list. A plain form: the state is in the address (what was typed freely only sealed), so it can be kept, sent and gone back to. The questions
 * are folded away, so that the list is not far below; what is chosen is always in sight.
 */
export function FilterPanel(props: FilterPanelProps) {
  const applied = props.applied ?? []
  return (
    <section class="canopy-filter" aria-labelledby="filter-title">
      <h2 class="canopy-filter__title" id="filter-title">
        {props.title ?? 'Filter'}
      </h2>
      {applied.length > 0 && (
        <div class="canopy-filter__applied">
          <h3 class="canopy-filter__subtitle">Filters applied</h3>
          <ul class="canopy-filter__chips">
            {applied.map(filter => (
              <li>
                <a class="canopy-filter__chip" href={filter.removeHref}>
                  <span class="govuk-visually-hidden">Remove filter </span>
                  {filter.text}
                  <span class="canopy-filter__cross" aria-hidden="true" />
                </a>
              </li>
            ))}
          </ul>
          {props.clearHref && (
            <p class="canopy-filter__clear">
              <a class="govuk-link govuk-link--no-visited-state" href={props.clearHref}>
                Clear all filters
              </a>
            </p>
          )}
        </div>
      )}
      <details class="canopy-filter__details">
        <summary class="canopy-filter__summary">Choose filters</summary>
        <form
          method={props.posts === undefined ? 'get' : 'post'}
          id={props.posts}
          action={props.action}
          class="canopy-filter__form"
        >
          {Object.entries(props.keep ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="canopy-filter__questions">{props.children}</div>
          <Button>Apply filters</Button>
        </form>
      </details>
    </section>
  )
}

/**
 * Asks before the session ends. Closed until the script opens it; without script the session simply ends and the
 * draft is there after signing in again.
 */
export function TimeoutDialog({ csrf }: { csrf?: string | undefined }) {
  return (
    <dialog
      class="canopy-timeout"
      id="canopy-timeout"
      aria-labelledby="canopy-timeout-title"
      aria-describedby="canopy-timeout-text"
    >
      <h2 class="govuk-heading-m" id="canopy-timeout-title" tabIndex={-1}>
        You will be signed out soon
      </h2>
      <p class="govuk-body" id="canopy-timeout-text">
        For security we sign you out <span data-canopy-timeout-left>in 5 minutes</span>.
        <span data-canopy-timeout-draft hidden>
          {' '}
          What you have typed on this page is kept as a draft.
        </span>
      </p>
      <p class="govuk-visually-hidden" aria-live="assertive" data-canopy-timeout-live />
      <form method="post" action="/session/extend" data-canopy-timeout-form>
        {csrf && <input type="hidden" name="_csrf" value={csrf} />}
        <ButtonGroup>
          <Button>Stay signed in</Button>
          <button type="submit" class="govuk-button govuk-button--secondary" formAction="/sign-out">
            Sign out now
          </button>
        </ButtonGroup>
      </form>
    </dialog>
  )
}

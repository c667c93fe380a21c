import { optionOf } from '../../../../declare/field.ts'
import { systemReasons } from '../../../../fields/lists/actionStanding.ts'
import { recommendationSources } from '../../../../fields/lists/actions.ts'
import { now } from '../../../../kit/clock.ts'
import { formatDay, type Instant, londonDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  Button,
  type Cell,
  type Colour,
  Counts,
  frame,
  type Handler,
  type HeadCell,
  ResultsPages,
  Select,
  SubNavigation,
  sortable,
  Table,
  Tag,
  type Visit,
  within,
} from '../../../../web/public.ts'
import { agreedActionRegister } from '../index.ts'
import {
  type BoardAsked,
  type BoardRow,
  readBoard,
  readPlans,
  type Show,
  type Sort,
  shows,
  sorts,
} from './boardRows.ts'

export const path = '/agreed-action/board'
const perPage = 100

const one = (visit: Visit, name: string): string => {
  const value = visit.query[name]
  return typeof value === 'string' ? value.slice(0, 60) : ''
}

/** What the address asks for; what it cannot mean is left out. */
export const askedIn = (visit: Visit): BoardAsked => {
  const [show, sort, plan] = [one(visit, 'show'), one(visit, 'sort'), one(visit, 'plan')]
  const source = one(visit, 'source')
  return {
    show: Object.hasOwn(shows, show) ? (show as Show) : 'open',
    sort: Object.hasOwn(sorts, sort) ? (sort as Sort) : 'due',
    plan: /^PLN-\d\d-\d{5}$/.test(plan) ? plan : '',
    source: Object.hasOwn(recommendationSources, source) ? source : '',
    descending: one(visit, 'order') === 'descending',
  }
}

export const addressOf = (
  asked: BoardAsked,
  more: Partial<BoardAsked> & { readonly page?: number } = {},
  end = '',
): string => {
  const { show, sort, plan, source, descending, page } = { page: 1, ...asked, ...more }
  const params = new URLSearchParams({
    ...(show === 'open' ? {} : { show }),
    ...(plan === '' ? {} : { plan }),
    ...(source === '' ? {} : { source }),
    ...(sort === 'due' ? {} : { sort }),
    ...(descending ? { order: 'descending' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return `${path}${end}${params === '' ? '' : `?${params}`}`
}

const ratingWords = { red: 'Red', amber: 'Amber', green: 'Green' } as const
const colours: Readonly<Record<string, Colour>> = { red: 'red', amber: 'orange', green: 'green' }

export const saidWords = ({ said }: BoardRow): string => (said === null ? 'Not rated' : ratingWords[said])
export const stateWords = ({ state }: BoardRow): string =>
  (agreedActionRegister.pathway.states as Readonly<Record<string, { label: string }>>)[state]?.label ?? state
export const systemWords = (row: BoardRow): string =>
  row.reason === null ? stateWords(row) : systemReasons[row.reason].words
export const ownerWords = ({ owner, owned, ownerAsWritten }: BoardRow): string =>
  owner === null
    ? ownerAsWritten === null
      ? 'Nobody'
      : `Nobody yet. Named: ${ownerAsWritten}`
    : owned
      ? owner
      : `${owner}, who has left`

const day = (at: Instant | null): string => (at === null ? 'No date' : formatDay(londonDay(at)))

/** The date, and where it was moved how far from the first. */
export const dueWords = ({ dueAt, firstDueAt }: BoardRow): string => {
  if (dueAt === null || firstDueAt === null || londonDay(dueAt) === londonDay(firstDueAt)) return day(dueAt)
  return `${day(dueAt)}\nFirst agreed for ${day(firstDueAt)}`
}

export const newsWords = ({ news, newsOn }: BoardRow): string =>
  news === null || newsOn === null ? 'None' : `${formatDay(newsOn)}: ${news}`

const lines = (text: string) => text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br />, line]))

const rowOf = (row: BoardRow): readonly Cell[] => [
  {
    content: (
      <div>
        <a class="govuk-link canopy-reference" href={`/agreed-action/${row.reference}`}>
          {row.reference}
        </a>
        <br />
        {row.task}
      </div>
    ),
  },
  { content: row.plan ?? optionOf(recommendationSources, row.source)?.label ?? 'Elsewhere' },
  { content: ownerWords(row) },
  { content: <div>{lines(dueWords(row))}</div> },
  {
    content: row.said === null ? 'Not rated' : <Tag colour={colours[row.said] ?? 'grey'}>{ratingWords[row.said]}</Tag>,
  },
  {
    content: (
      <div>
        <Tag colour={row.rating === null ? 'grey' : (colours[row.rating] ?? 'grey')}>{systemWords(row)}</Tag>
        {row.said !== null && row.rating !== null && row.said !== row.rating && <strong> Rated differently</strong>}
      </div>
    ),
  },
  { content: row.evidence === 0 ? 'None' : String(row.evidence) },
  { content: newsWords(row) },
]

const columns: readonly (readonly [Sort | null, string])[] = [
  ['task', 'Action'],
  ['plan', 'Plan'],
  ['owner', 'Owner'],
  ['due', 'By'],
  ['said', 'Owner says'],
  ['system', 'Canopy says'],
  ['evidence', 'Evidence'],
  [null, 'Latest update'],
]

const headOf = (asked: BoardAsked): readonly HeadCell[] =>
  columns.map(([sort, label]) =>
    sort === null
      ? { content: label }
      : sortable({
          label,
          href: addressOf(asked, { sort, descending: asked.sort === sort && !asked.descending }),
          sorted: asked.sort === sort ? (asked.descending ? 'descending' : 'ascending') : undefined,
        }),
  )

const countLabels: readonly (readonly [Show, string])[] = [
  ['red', 'red'],
  ['amber', 'amber'],
  ['differ', 'rated differently'],
  ['unowned', 'without an owner'],
]

const Filter = ({ asked, plans }: { asked: BoardAsked; plans: readonly { reference: string; name: string }[] }) => (
  <form action={path} method="get" class="canopy-screen-only" aria-label="Choose what the board shows">
    {asked.show !== 'open' && <input type="hidden" name="show" value={asked.show} />}
    <Select
      name="plan"
      label="Plan"
      value={asked.plan}
      items={[
        { value: '', text: 'All plans' },
        ...plans.map(({ reference, name }) => ({ value: reference, text: name })),
      ]}
    />
    <Select
      name="source"
      label="Where it comes from"
      value={asked.source}
      items={[
        { value: '', text: 'Everywhere' },
        ...Object.entries(recommendationSources).map(([value, text]) => ({ value, text })),
      ]}
    />
    <Button kind="secondary">Show these</Button>
  </form>
)

/** Everything on one page, as far as a page of a board can: the numbers first, then the rows. */
export const boardPage: Handler = async (web, visit) => {
  const asked = askedIn(visit)
  const wanted = Math.max(1, Number.parseInt(one(visit, 'page'), 10) || 1)
  const { counts, rows, plans } = await within(web.engine, visit.actor, async tx => ({
    ...(await readBoard(tx, asked, { limit: perPage, offset: (wanted - 1) * perPage })),
    plans: await readPlans(tx),
  }))
  const last = Math.max(1, Math.ceil(counts[asked.show] / perPage))
  if (wanted > last) return { redirect: addressOf(asked, { page: last }) }
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'listed',
    register: agreedActionRegister.record.key,
    detail: `board: ${rows.length} of ${counts[asked.show]}`,
  })
  return {
    page: frame(web, visit, {
      title: 'Board of actions',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Board of actions</h1>
          <Counts
            label="Open actions in numbers"
            items={countLabels.map(([show, label]) => ({
              count: counts[show],
              label,
              href: addressOf(asked, { show }),
            }))}
          />
          <SubNavigation
            label="Actions"
            items={(Object.keys(shows) as Show[]).map(show => ({
              text: `${shows[show]} (${counts[show]})`,
              href: addressOf(asked, { show }),
              current: show === asked.show,
            }))}
          />
          <Filter asked={asked} plans={plans} />
          <p class="govuk-body canopy-screen-only">
            {plural(counts[asked.show], 'action')}, in this order, as{' '}
            <a class="govuk-link" href={addressOf(asked, {}, '.docx')}>
              a Word document
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={addressOf(asked, {}, '.xlsx')}>
              an Excel workbook
            </a>
            .
          </p>
          {rows.length === 0 ? (
            <p class="govuk-body">No actions here.</p>
          ) : (
            <Table
              id="board"
              caption={`Actions: ${shows[asked.show].toLowerCase()}`}
              captionClasses="govuk-table__caption--m"
              head={headOf(asked)}
              rows={rows.map(rowOf)}
              narrow="rows"
              classes="canopy-table--worklist"
            />
          )}
          {last > 1 && (
            <ResultsPages
              page={wanted}
              perPage={perPage}
              total={counts[asked.show]}
              noun="actions"
              hrefOf={n => addressOf(asked, { page: n })}
            />
          )}
          <p class="govuk-body-s">
            “Owner says” is the rating of the latest update. “Canopy says” follows from dates, owners and news alone.
            Where the two differ, talk about it.
          </p>
        </>
      ),
    }),
  }
}

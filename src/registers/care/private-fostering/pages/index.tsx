import { createHash } from 'node:crypto'
import { now, today } from '../../../../kit/clock.ts'
import { stringifyCsv } from '../../../../kit/csv.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  type Cell,
  type Colour,
  frame,
  type Handler,
  type HandWrittenPage,
  ResultsPages,
  SubNavigation,
  Table,
  Tag,
  type Visit,
} from '../../../../web/public.ts'
import { arrangementAccess } from '../access.ts'
import { privateFosteringRegister } from '../index.ts'
import { type DueVisit, isShown, lateWords, readVisits, type Show, shows, stateWords } from './visits.ts'

/** The contact team passes notifications on; when the child was visited is not shown to it, and so not this page. */
const readers = ['social_worker', 'team_manager', 'private_fostering_coordinator', 'analyst'] as const
const path = '/private-fostering/tracker'
const perPage = 50

const showOf = ({ query }: Visit): Show => {
  const asked = String(query.show ?? '')
  return Object.hasOwn(shows, asked) ? (asked as Show) : 'all'
}

const addressOf = (show: Show, page = 1): string => {
  const parts = [...(show === 'all' ? [] : [`show=${show}`]), ...(page === 1 ? [] : [`page=${page}`])]
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

const colours: Readonly<Record<DueVisit['kind'], Colour>> = {
  overdue: 'red',
  due: 'turquoise',
  late: 'orange',
  missed: 'orange',
  inTime: 'grey',
}

const rowOf = (named: boolean, one: DueVisit): readonly Cell[] => [
  {
    content: (
      <div>
        <a class="govuk-link" href={`/private-fostering/${one.reference}`}>
          {one.reference}
        </a>
        {named && [<br />, one.child ?? 'Name not known']}
      </div>
    ),
  },
  { content: one.what },
  { content: formatDay(one.dueOn) },
  { content: one.doneOn === null ? 'Not done' : formatDay(one.doneOn) },
  { content: lateWords(one) },
  { content: <Tag colour={colours[one.kind]}>{stateWords[one.kind]}</Tag> },
]

/** What the page shows, said first: "3 visits are overdue." */
const countWords: Readonly<Record<Show, (n: number) => string>> = {
  all: n => `${plural(n, 'visit')} ${n === 1 ? 'is' : 'are'} recorded as due, done or missed.`,
  overdue: n => (n === 0 ? 'No visit is overdue.' : `${plural(n, 'visit')} ${n === 1 ? 'is' : 'are'} overdue.`),
  soon: n =>
    n === 0
      ? 'No visit is due in the next 14 days.'
      : `${plural(n, 'visit')} ${n === 1 ? 'is' : 'are'} due in the next 14 days.`,
  late: n =>
    n === 0
      ? 'No visit was done late in the last 12 months.'
      : `${plural(n, 'visit')} ${n === 1 ? 'was' : 'were'} done late in the last 12 months.`,
}

const mayExport = ({ actor }: Visit): boolean =>
  (arrangementAccess.exports as readonly string[] | undefined)?.includes(actor.role) ?? false

const trackerPage: Handler = async (web, visit) => {
  const show = showOf(visit)
  const all = await readVisits(web, visit)
  const listed = all.filter(one => isShown(show, one, today()))
  const last = Math.max(1, Math.ceil(listed.length / perPage))
  const page = Math.min(last, Math.max(1, Number.parseInt(String(visit.query.page ?? '1'), 10) || 1))
  const rows = listed.slice((page - 1) * perPage, page * perPage)
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'listed',
    register: privateFosteringRegister.record.key,
    detail: `visits: ${rows.length} of ${listed.length}`,
  })
  const named = rows.some(one => one.child !== null)
  return {
    page: frame(web, visit, {
      title: 'Visit tracker',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Visit tracker</h1>
          <SubNavigation
            label="Visits"
            items={(Object.keys(shows) as Show[]).map(key => ({
              text: `${shows[key]} (${all.filter(one => isShown(key, one, today())).length})`,
              href: addressOf(key),
              current: key === show,
            }))}
          />
          <p class="govuk-body">{countWords[show](listed.length)}</p>
          {mayExport(visit) && (
            <p class="govuk-body">
              <a class="govuk-link" href={addressOf(show).replace(path, `${path}/export`)}>
                Export what you see (CSV)
              </a>
            </p>
          )}
          {rows.length > 0 && (
            <Table
              id="visits"
              caption={`Visits to privately fostered children: ${shows[show].toLowerCase()}, most urgent first`}
              captionClasses="govuk-table__caption--m"
              head={[named ? 'Child' : 'Arrangement', 'Visit', 'Due', 'Done', 'Days late', 'State'].map(content => ({
                content,
              }))}
              rows={rows.map(one => rowOf(named, one))}
              narrow="rows"
            />
          )}
          {last > 1 && (
            <ResultsPages
              page={page}
              perPage={perPage}
              total={listed.length}
              noun="visits"
              hrefOf={n => addressOf(show, n)}
            />
          )}
        </>
      ),
    }),
  }
}

/** What is shown, over all pages, as a file. The reading is in the ledger before it leaves. */
const exportPage: Handler = async (web, visit) => {
  const show = showOf(visit)
  const rows = (await readVisits(web, visit)).filter(one => isShown(show, one, today()))
  const named = rows.some(one => one.child !== null)
  const header = ['Reference', ...(named ? ['Child'] : []), 'Visit', 'Due', 'Done', 'Days late', 'State']
  const late = ({ kind, daysLate }: DueVisit) => (kind === 'overdue' || kind === 'late' ? daysLate : null)
  const body = Buffer.from(
    stringifyCsv(
      header,
      rows.map(one => [
        one.reference,
        ...(named ? [one.child] : []),
        one.what,
        one.dueOn,
        one.doneOn,
        late(one),
        stateWords[one.kind],
      ]),
      { forExcel: true },
    ),
  )
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'exported',
    register: privateFosteringRegister.record.key,
    detail: `${rows.length} visits as csv`,
    digest: createHash('sha256').update(body).digest('hex'),
  })
  return { file: body, type: 'text/csv; charset=utf-8', name: `private-fostering-visits-${today()}.csv` }
}

/** The visit tracker: every visit that is due over all arrangements, and whether it was made in time. */
export const privateFosteringPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path,
    by: readers,
    name: 'private_fostering tracker',
    handler: trackerPage,
    navigation: { text: 'Visit tracker', order: 40 },
  },
  {
    method: 'GET',
    path: `${path}/export`,
    by: ['private_fostering_coordinator', 'analyst'],
    name: 'private_fostering tracker export',
    handler: exportPage,
  },
]

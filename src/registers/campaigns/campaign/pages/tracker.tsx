import { pathOf, type Register } from '../../../../declare/register.ts'
import { now, today } from '../../../../kit/clock.ts'
import { stringifyCsv } from '../../../../kit/csv.ts'
import { daysBetween, formatDay, formatShortInstant } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  Button,
  type Cell,
  Details,
  FilterPanel,
  Form,
  fieldContext,
  frame,
  type Handler,
  InsetText,
  identity,
  notFound,
  type RecordView,
  readRecord,
  Select,
  SubNavigation,
  Table,
  Tag,
  type Visit,
} from '../../../../web/public.ts'
import { campaignAccess } from '../access.ts'
import { campaignRegister } from '../index.ts'
import { type Round, readTracker, type Tracked, type Tracker } from './reading.ts'

interface Chosen {
  readonly status: string
  readonly type: string
  readonly area: string
}

const one = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 80) : '')
const chosenIn = ({ query }: Visit): Chosen => ({
  status: one(query.status),
  type: one(query.type),
  area: one(query.area),
})
const addressOf = (path: string, chosen: Chosen): string => {
  const given = Object.entries(chosen).filter(([, value]) => value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

const labelOf = (returns: Register, state: string): string => returns.pathway.states[state]?.label ?? state

/** The same narrowing for the page, its counts and the file. The counts are of all states, so that each is a way to its rows. */
const narrowed = ({ lines }: Tracker, { type, area }: Omit<Chosen, 'status'>): readonly Tracked[] =>
  lines.filter(line => (type === '' || line.type === type) && (area === '' || line.area === area))
const inState = (lines: readonly Tracked[], status: string) =>
  lines.filter(({ state }) => status === '' || state === status)

const StateLinks = ({ tracker, chosen, path }: { tracker: Tracker; chosen: Chosen; path: string }) => {
  const within = narrowed(tracker, chosen)
  const states = Object.keys(tracker.returns.pathway.states).filter(state => within.some(line => line.state === state))
  return (
    <SubNavigation
      label="Returns by status"
      items={[
        {
          text: `All (${within.length})`,
          href: addressOf(path, { ...chosen, status: '' }),
          current: chosen.status === '',
        },
        ...states.map(state => ({
          text: `${labelOf(tracker.returns, state)} (${inState(within, state).length})`,
          href: addressOf(path, { ...chosen, status: state }),
          current: chosen.status === state,
        })),
      ]}
    />
  )
}

const options = (lines: readonly Tracked[], of: (line: Tracked) => string | null) => [
  { value: '', text: 'All' },
  ...[...new Set(lines.map(of))]
    .filter((value): value is string => value !== null)
    .sort((a, b) => a.localeCompare(b, 'en-GB'))
    .map(value => ({ value, text: value })),
]

const Filters = ({ tracker, chosen, path }: { tracker: Tracker; chosen: Chosen; path: string }) => (
  <FilterPanel
    action={path}
    clearHref={path}
    keep={chosen.status === '' ? {} : { status: chosen.status }}
    applied={(['type', 'area'] as const)
      .filter(name => chosen[name] !== '')
      .map(name => ({
        text: `${name === 'type' ? 'Type' : 'Area'}: ${chosen[name]}`,
        removeHref: addressOf(path, { ...chosen, [name]: '' }),
      }))}
  >
    <Select
      name="type"
      label="Type"
      labelClasses="govuk-label--s"
      value={chosen.type}
      items={options(tracker.lines, ({ type }) => type)}
    />
    <Select
      name="area"
      label="Area"
      labelClasses="govuk-label--s"
      value={chosen.area}
      items={options(tracker.lines, ({ area }) => area)}
    />
  </FilterPanel>
)

const isLate = ({ dueOn, submittedAt, state }: Tracked): boolean =>
  dueOn !== null && submittedAt === null && dueOn < today() && state !== 'withdrawn'

const dueWordsOf = (line: Tracked): string =>
  line.dueOn === null
    ? 'No day yet'
    : isLate(line)
      ? `Overdue by ${plural(daysBetween(line.dueOn, today()), 'day')}`
      : formatDay(line.dueOn)

const activityOf = (line: Tracked, asked: number): string =>
  line.state === 'planned'
    ? 'Not sent'
    : line.state === 'notStarted' || line.state === 'sent'
      ? line.lastRemindedOn === null
        ? 'Never opened'
        : `Never opened, reminded ${formatDay(line.lastRemindedOn)}`
      : `${formatShortInstant(line.updatedAt, today())}${asked > 0 && line.submittedAt === null ? `, ${line.answered} of ${asked}` : ''}`

/** Why messages do not reach a setting; nothing where they do. */
const unreached = (tracker: Tracker, line: Tracked): string | null => {
  const reach = tracker.reach.get(line.id)
  return reach === undefined || reach.people.length === 0
    ? 'Nobody is named'
    : reach.bounced
      ? 'E-mail came back'
      : null
}

const rowOf = (tracker: Tracker, path: string, line: Tracked): readonly Cell[] => {
  const why = unreached(tracker, line)
  return [
    {
      content: (
        <a class="govuk-link" href={`${path}/${line.reference}`}>
          {line.name}
        </a>
      ),
    },
    { content: line.type },
    { content: line.area ?? '–' },
    { content: labelOf(tracker.returns, line.state) },
    { content: activityOf(line, tracker.asked) },
    { content: isLate(line) ? <Tag colour="red">{dueWordsOf(line)}</Tag> : dueWordsOf(line) },
    {
      content: why ? <Tag colour="yellow">{why}</Tag> : (tracker.reach.get(line.id)?.people.join(', ') ?? '–'),
    },
  ]
}

const heads = ['Setting', 'Type', 'Area', 'Status', 'Last activity', 'Due back', 'Whom messages reach']

/** Before anybody is reminded: whom no message will reach, by name. */
const NotReached = ({ tracker }: { tracker: Tracker }) => {
  const open = tracker.lines.filter(
    ({ submittedAt, state }) => submittedAt === null && !['notReturned', 'withdrawn'].includes(state),
  )
  const missed = open.flatMap(line => {
    const why = unreached(tracker, line)
    return why ? [`${line.name}: ${why.toLowerCase()}`] : []
  })
  return missed.length === 0 ? null : (
    <Details summary={`No message reaches ${plural(missed.length, 'setting')}`}>
      <ul class="govuk-list govuk-list--bullet">
        {missed.map(text => (
          <li>{text}</li>
        ))}
      </ul>
    </Details>
  )
}

const Deeds = ({ view, visit, tracker }: { view: RecordView; visit: Visit; tracker: Tracker }) => {
  const { reference, version } = view.held.row
  const waiting = tracker.lines.filter(({ state }) => state === 'notStarted').length
  const stopped = view.stopped.find(({ action }) => action === 'remind')
  if (stopped) return <p class="govuk-body">{stopped.why}.</p>
  if (waiting === 0 || !view.possible.some(({ action }) => action === 'remind')) return null
  return (
    <Form action={`/campaign/${reference}/remind`} csrf={visit.csrf} version={version}>
      <Button kind="secondary" preventDoubleClick={true}>
        {`Remind those not started (${waiting})`}
      </Button>
    </Form>
  )
}

const mayExport = ({ actor }: Visit): boolean =>
  ((campaignAccess.exports ?? []) as readonly string[]).includes(actor.role)

/** Who was asked and how far each is: the counts are the rows, and each count is the way to its own. */
export const trackerPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, campaignRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as Round
  const path = `/campaign/${row.reference}/tracker`
  const chosen = chosenIn(visit)
  const tracker = await readTracker(web, visit, row)
  const shown = inState(narrowed(tracker, chosen), chosen.status)
  const linked = `/${pathOf(tracker.returns)}`
  return {
    page: frame(web, visit, {
      title: `Tracker of ${row.title}`,
      section: campaignRegister.record.plural,
      reference: row.reference,
      back: { href: `/campaign/${row.reference}`, text: 'The campaign' },
      wide: true,
      above: identity(campaignRegister, view, fieldContext(view.directory)),
      children: (
        <>
          <h1 class="govuk-heading-l">Tracker of {row.title}</h1>
          <StateLinks tracker={tracker} chosen={chosen} path={path} />
          <Deeds view={view} visit={visit} tracker={tracker} />
          <NotReached tracker={tracker} />
          {tracker.lines.length === 0 ? (
            <InsetText>Nobody is asked yet.</InsetText>
          ) : (
            <>
              <Filters tracker={tracker} chosen={chosen} path={path} />
              <Table
                id="tracker"
                caption={`${plural(shown.length, 'setting')}, as known at ${formatShortInstant(now(), today())}`}
                captionClasses="govuk-table__caption--m"
                head={heads.map(content => ({ content }))}
                rows={shown.map(line => rowOf(tracker, linked, line))}
                narrow="rows"
                classes="canopy-table--worklist"
              />
              {mayExport(visit) && (
                <p class="govuk-body canopy-screen-only">
                  <a class="govuk-link" href={addressOf(`${path}/export`, chosen)}>
                    Export these rows (CSV)
                  </a>
                </p>
              )}
            </>
          )}
        </>
      ),
    }),
  }
}

/** The same rows in the same order under the same filter. */
export const trackerFile: Handler = async (web, visit) => {
  if (!mayExport(visit)) throw notFound()
  const view = await readRecord(web.engine, visit.actor, campaignRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as Round
  const tracker = await readTracker(web, visit, row)
  const chosen = chosenIn(visit)
  const rows = inState(narrowed(tracker, chosen), chosen.status).map(line => [
    line.reference,
    line.name,
    line.type,
    line.area,
    labelOf(tracker.returns, line.state),
    activityOf(line, tracker.asked),
    line.dueOn,
    unreached(tracker, line) ?? tracker.reach.get(line.id)?.people.join(', '),
  ])
  return {
    file: stringifyCsv(['Reference', ...heads], rows, { forExcel: true }),
    type: 'text/csv; charset=utf-8',
    name: `tracker-${row.reference}.csv`,
  }
}

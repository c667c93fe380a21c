import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import { makeAgenda, moveItem } from '../../../engine/meetings/agenda.ts'
import { type Meetings, typeOf } from '../../../engine/meetings/kinds.ts'
import { type AgendaEntry, type MeetingView, readMeeting, rowsFor } from '../../../engine/meetings/read.ts'
import { mayRead } from '../../../engine/store/read.ts'
import { within } from '../../../engine/store/transaction.ts'
import { now } from '../../../kit/clock.ts'
import { formatInstant } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import { Alert, Button, ButtonGroup, CsrfField, Form, Table, Tag } from '../../components/index.ts'
import type { Handler, HandWrittenPage, Visit, Web } from '../../web.ts'
import { recordFrame, recordPage } from '../record.tsx'
import { calledIn, codeWords, countsOf, dueWordsOf, isStanding, pathsOf, unanswered } from './words.ts'

/** Whether this person runs meetings: makes their agendas and leads through them. */
export const runsThem = ({ registers }: Meetings, { actor }: Visit): boolean =>
  (registers.sitting.pathway.actions.begin?.by as readonly string[] | undefined)?.includes(actor.role) === true

interface Shown {
  readonly web: Web
  readonly visit: Visit
  readonly meetings: Meetings
  readonly held: MeetingView
}

const stateWords = (meetings: Meetings, state: string): string =>
  meetings.registers.item.pathway.states[state]?.label ?? state

/** Two buttons that need no pointer; after the press the page says where the item is now. */
const Order = ({ shown, entry, first, last }: { shown: Shown; entry: AgendaEntry; first: boolean; last: boolean }) => {
  const { visit, meetings, held } = shown
  const { own } = pathsOf(meetings, held.view.held.row.reference)
  const called = calledIn(entry)
  const move = (direction: 'up' | 'down', words: string) => (
    <form method="post" action={`${own}/order/${entry.item.reference}/${direction}`} class="canopy-inline-form">
      <CsrfField token={visit.csrf} />
      <button type="submit" class="canopy-link-button" id={`${entry.item.reference}-${direction}`}>
        {words}
        <span class="govuk-visually-hidden"> {called}</span>
      </button>
    </form>
  )
  return (
    <>
      {!first && move('up', 'Up')} {!last && move('down', 'Down')}
    </>
  )
}

const answersWords = (shown: Shown, entry: AgendaEntry): string => {
  const { answers } = entry
  if (answers.length === 0) return '–'
  const late = unanswered(entry, shown.held.directory)
  const given = `${answers.length - late.length} of ${answers.length}`
  return late.length === 0 ? given : `${given} (still asked: ${late.join(', ')})`
}

/** For an agency: its own answer about a case, given or still to give. */
const OwnAnswer = ({ shown, entry }: { shown: Shown; entry: AgendaEntry }) => {
  const { meetings, visit } = shown
  const own = entry.answers.find(({ agency }) => agency === visit.actor.agencyId)
  if (!own) return <>–</>
  const path = `/${pathOf(meetings.registers.answer)}/${own.reference}`
  return (
    <a class="govuk-link" href={own.state === 'asked' ? `${path}/answer/1` : path}>
      {own.state === 'asked' ? 'Answer for your agency' : 'Your agency has answered'}
      <span class="govuk-visually-hidden"> about {calledIn(entry)}</span>
    </a>
  )
}

const AgendaTable = ({ shown }: { shown: Shown }) => {
  const { meetings, held, visit } = shown
  const { entries, missing } = held
  const runs = runsThem(meetings, visit)
  const standing = entries.filter(({ item }) => item.state !== 'removed')
  const open = ['planned', 'prepared', 'running'].includes(held.view.held.row.state)
  const orders = runs && open
  const asks = entries.some(({ answers }) => answers.length > 0)
  const { all, fresh, carried, withChildren } = countsOf(held)
  const words =
    all === 0
      ? 'Nothing is on the agenda.'
      : `${plural(all, 'item')}: ${fresh} new, ${carried} carried over. Children in ${withChildren}.`
  return (
    <>
      <Table
        id="agenda"
        caption="Agenda"
        captionClasses="govuk-table__caption--m"
        narrow="rows"
        head={[
          { content: 'Number', format: 'numeric' as const },
          { content: 'Case' },
          { content: 'Why today' },
          { content: 'Children', format: 'numeric' as const },
          { content: 'State' },
          ...(asks ? [{ content: runs ? 'Answers in' : 'Answer' }] : []),
          ...(orders ? [{ content: 'Order' }] : []),
        ]}
        firstCellIsHeader={false}
        rows={standing.map((entry, at) => [
          { content: String(entry.item.position ?? ''), format: 'numeric' as const },
          {
            content: (
              <a
                class={`govuk-link${entry.subject ? ' canopy-agenda__case' : ''}`}
                href={`/${pathOf(meetings.registers.item)}/${entry.item.reference}`}
              >
                {calledIn(entry)}
              </a>
            ),
          },
          { content: codeWords(meetings, 'whyToday', entry.item.whyToday) },
          { content: entry.item.children === null ? '–' : String(entry.item.children), format: 'numeric' as const },
          { content: stateWords(meetings, entry.item.state) },
          ...(asks ? [{ content: runs ? answersWords(shown, entry) : <OwnAnswer shown={shown} entry={entry} /> }] : []),
          ...(orders
            ? [{ content: <Order shown={shown} entry={entry} first={at === 0} last={at === standing.length - 1} /> }]
            : []),
        ])}
      />
      <p class="govuk-body">{words}</p>
      {missing > 0 && !runs && (
        <p class="govuk-body-s">Numbers that are not in this list belong to items that are not yours to see.</p>
      )}
    </>
  )
}

/** What an agency has not done of what it promised stands before its next agenda (DSM-9). */
const LateActions = async ({ web, visit, meetings }: Omit<Shown, 'held'>) => {
  const { action } = meetings.registers
  const late = await within(web.engine, visit.actor, tx =>
    rowsFor(
      tx,
      action,
      `r.state in ('open', 'blocked') and r.due_at < $1
         and (r.owner_person = $2 or r.owner_agency in (select canopy.agencies_of($3))) order by r.due_at limit 50`,
      [now(), visit.actor.accountId, visit.actor.agencyId],
    ),
  )
  if (late.length === 0) return null
  return (
    <Alert
      variant="warning"
      title={`${plural(late.length, 'action')} of yours or of your agency ${late.length === 1 ? 'is' : 'are'} late`}
    >
      <ul class="govuk-list">
        {late.map(row => (
          <li>
            <a class="govuk-link" href={`/${pathOf(action)}/${row.reference}`}>
              {row.reference}
            </a>
            , by {dueWordsOf(row)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const Ways = ({ shown }: { shown: Shown }) => {
  const { meetings, held, visit } = shown
  const { row } = held.view.held
  const paths = pathsOf(meetings, row.reference)
  const runs = runsThem(meetings, visit)
  const before = row.state === 'planned' || row.state === 'prepared'
  return (
    <div class="canopy-screen-only">
      {runs && before && (
        <Form action={`${paths.own}/agenda`} csrf={visit.csrf}>
          <Button preventDoubleClick={true}>
            {row.state === 'planned' ? 'Make the agenda' : 'Bring the agenda up to date'}
          </Button>
        </Form>
      )}
      <ButtonGroup>
        {held.entries.some(({ item }) => isStanding(item.state)) && (
          <Button href={paths.live()} kind={before ? 'secondary' : undefined}>
            {runs ? 'Open the meeting view' : 'Follow the meeting'}
          </Button>
        )}
        {runs && ['running', 'ended'].includes(row.state) && (
          <Button href={paths.close} kind="secondary">
            Attendance and close
          </Button>
        )}
      </ButtonGroup>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`${paths.own}/agenda.docx`}>
            Agenda in Word
          </a>
        </li>
        {!before && (
          <li>
            <a class="govuk-link" href={`${paths.own}/minutes.docx`}>
              Minutes in Word
            </a>
          </li>
        )}
        {typeOf(meetings, row.kind).pages && (
          <li>
            <a class="govuk-link" href={paths.pack}>
              Pack: freeze, preview and give out
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${paths.own}/event.ics`}>
            Add the meeting to my calendar
          </a>
        </li>
      </ul>
    </div>
  )
}

const meetingPage =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { registers } = meetings
    if (!mayRead(registers.item, visit.actor.role)) return recordPage(registers.sitting)(web, visit)
    const held = await readMeeting(web.engine, visit.actor, meetings, visit.params.reference ?? '')
    const { row } = held.view.held
    const shown = { web, visit, meetings, held }
    // Made with its agenda by the button on this page, so that nothing is prepared without one.
    const view = { ...held.view, possible: held.view.possible.filter(({ action }) => action !== 'prepare') }
    return {
      page: recordFrame(web, visit, registers.sitting, view, {
        facts: typeof row.startsAt === 'string' ? [formatInstant(row.startsAt)] : [],
        flags: row.quorate === 'no' ? [<Tag colour="red">An agency that is needed was not there</Tag>] : [],
        without: [registers.item, registers.answer, registers.action].map(({ record }) => record.key),
        before: (
          <>
            {await LateActions(shown)}
            {moved(visit)}
            <Ways shown={shown} />
            <AgendaTable shown={shown} />
          </>
        ),
      }),
    }
  }

/** After the order was changed: read out, with where the item is now (MACE-3). */
const moved = ({ query }: Visit) =>
  typeof query.moved === 'string' && /^\d+-of-\d+$/.test(query.moved) ? (
    <p class="govuk-body" role="status" id="moved">
      Moved to {query.moved.replaceAll('-', ' ')}
    </p>
  ) : null

const makePage =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const reference = visit.params.reference ?? ''
    await makeAgenda(web.engine, visit.actor, meetings, reference)
    return { redirect: `${pathsOf(meetings, reference).own}?done=prepare#agenda` }
  }

const orderPage =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '', item = '', direction } = visit.params
    const { own } = pathsOf(meetings, reference)
    const way = direction === 'up' ? 'up' : 'down'
    const { position, of } = await moveItem(web.engine, visit.actor, meetings, item, way)
    return { redirect: `${own}?moved=${position}-of-${of}#${item}-${way}` }
  }

/** The page of a meeting, with its agenda for those who hear it. */
export const meetingRecordPage = (meetings: Meetings, readers: readonly Role[]): HandWrittenPage => ({
  method: 'GET',
  path: `/${pathOf(meetings.registers.sitting)}/:reference`,
  by: readers,
  name: 'meeting page',
  handler: meetingPage(meetings),
})

/** The deeds on an agenda. */
export const agendaPages = (meetings: Meetings, readers: readonly Role[]): readonly HandWrittenPage[] => {
  const path = `/${pathOf(meetings.registers.sitting)}/:reference`
  return [
    { method: 'POST', path: `${path}/agenda`, by: readers, name: 'make agenda', handler: makePage(meetings) },
    {
      method: 'POST',
      path: `${path}/order/:item/:direction`,
      by: readers,
      name: 'order of agenda',
      handler: orderPage(meetings),
    },
  ]
}

import { type Options, optionOf } from '../../../declare/field.ts'
import type { Problem } from '../../../declare/input.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import type { Meetings } from '../../../engine/meetings/kinds.ts'
import { type MeetingView, readMeeting } from '../../../engine/meetings/read.ts'
import { notFound } from '../../../engine/outcome.ts'
import { performAll } from '../../../engine/store/perform.ts'
import { plural } from '../../../kit/names.ts'
import { Button, ButtonGroup, Form, Radios, Table, TextInput } from '../../components/index.ts'
import { frame } from '../../frame.tsx'
import type { Handler, HandWrittenPage, Visit } from '../../web.ts'
import { runsThem } from './agenda.tsx'
import { calledIn, countsOf, dueWordsOf, ownerOf, pathsOf } from './words.ts'

const cameOptions = ({ registers }: Meetings): readonly { value: string; label: string }[] => {
  const field = registers.sitting.record.lines.attendance?.fields.came
  return field?.kind === 'choice'
    ? Object.keys(field.options).map(value => ({
        value,
        label: optionOf(field.options as Options, value)?.label ?? value,
      }))
    : []
}

const unownedIn = ({ entries, actions }: MeetingView) =>
  [...entries.flatMap(entry => entry.actions), ...actions].filter(
    row => ['open', 'blocked'].includes(row.state) && row.ownerPerson === null && row.ownerAgency === null,
  )

const Unowned = ({ meetings, meeting }: { meetings: Meetings; meeting: MeetingView }) => {
  const unowned = unownedIn(meeting)
  if (unowned.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="unowned">
        Fix the {unowned.length}
      </h2>
      <p class="govuk-body">
        {plural(unowned.length, 'action has', 'actions have')} nobody to do {unowned.length === 1 ? 'it' : 'them'}. Give
        each one an owner, or say why there is none when you end the meeting.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {unowned.map(row => (
          <li>
            <a class="govuk-link" href={`/${pathOf(meetings.registers.action)}/${row.reference}/give/1`}>
              Choose who does {row.reference}
            </a>
            , by {dueWordsOf(row)}
          </li>
        ))}
      </ul>
    </>
  )
}

interface Typed {
  readonly [field: string]: string | readonly string[] | undefined
}

/** Everybody invited, one under the other, so that a meeting's attendance is one page. */
const Attendance = ({
  visit,
  meetings,
  meeting,
  typed,
  problems,
}: {
  visit: Visit
  meetings: Meetings
  meeting: MeetingView
  typed: Typed
  problems: readonly Problem[]
}) => {
  const { row, lines } = meeting.view.held
  const invited = (row.invited ?? []) as readonly string[]
  const said = new Map((lines.attendance ?? []).map(line => [String(line.agency), line]))
  const options = cameOptions(meetings)
  const value = (name: string, agency: string, field: 'came' | 'who') =>
    String(typed[name] ?? said.get(agency)?.[field] ?? '')
  return (
    <Form action={`${pathsOf(meetings, row.reference).close}/attendance`} csrf={visit.csrf}>
      <h2 class="govuk-heading-m">Who took part</h2>
      {invited.map((agency, at) => {
        const name = meeting.directory.agencies.find(({ id }) => id === agency)?.name ?? 'An agency'
        const field = (part: string) => `${part}-${at + 1}`
        return (
          <>
            <Radios
              name={field('came')}
              legend={name}
              legendClasses="govuk-fieldset__legend--s"
              inline={true}
              small={true}
              items={options}
              value={value(field('came'), agency, 'came')}
              error={problems.find(one => one.field === field('came'))?.message}
            />
            <TextInput
              id={field('who')}
              name={field('who')}
              label={`Who came from ${name} (optional)`}
              value={value(field('who'), agency, 'who')}
              classes="govuk-input--width-20"
            />
          </>
        )
      })}
      <Button kind="secondary" preventDoubleClick={true}>
        Save who took part
      </Button>
    </Form>
  )
}

const page = (
  web: Parameters<Handler>[0],
  visit: Visit,
  meetings: Meetings,
  meeting: MeetingView,
  typed: Typed = {},
  problems: readonly Problem[] = [],
) => {
  const { row, lines } = meeting.view.held
  const paths = pathsOf(meetings, row.reference)
  const { all, carried } = countsOf(meeting)
  const actions = meeting.entries.flatMap(entry => entry.actions)
  const left = meeting.entries.filter(({ item }) => item.state === 'listed')
  const went = meeting.entries.filter(({ item }) => item.state === 'carriedOver').length
  const there = (lines.attendance ?? []).filter(({ came }) => came === 'present' || came === 'deputy').length
  const invited = ((row.invited ?? []) as readonly string[]).length
  const may = (action: string) => meeting.view.possible.some(one => one.action === action)
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Close the meeting',
      section: `Meeting ${row.reference}`,
      problems,
      back: { href: paths.own, text: 'The agenda' },
      reference: row.reference,
      children: (
        <>
          <span class="govuk-caption-l">Meeting {row.reference}</span>
          <h1 class="govuk-heading-l">Close the meeting</h1>
          <p class="govuk-body" id="summary">
            {plural(all, 'case')} ({carried} carried over to this meeting), {plural(actions.length, 'action')},{' '}
            {unownedIn(meeting).length} without owner, {plural(went, 'case')} carried over. Attendance: {there} of{' '}
            {plural(invited, 'agency', 'agencies')}.
          </p>
          {left.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Not decided yet</h2>
              <ul class="govuk-list govuk-list--bullet">
                {left.map(entry => (
                  <li>
                    <a class="govuk-link" href={paths.live(entry.item.reference)}>
                      {calledIn(entry)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Unowned meetings={meetings} meeting={meeting} />
          <Attendance visit={visit} meetings={meetings} meeting={meeting} typed={typed} problems={problems} />
          <Table
            id="all-actions"
            caption="All actions of this meeting"
            captionClasses="govuk-table__caption--m"
            narrow="rows"
            head={['Action', 'Case', 'Who', 'By'].map(content => ({ content }))}
            rows={meeting.entries.flatMap(entry =>
              entry.actions.map(action => [
                {
                  content: (
                    <a class="govuk-link" href={`/${pathOf(meetings.registers.action)}/${action.reference}`}>
                      {action.reference}
                    </a>
                  ),
                },
                { content: calledIn(entry) },
                { content: ownerOf(action, meeting.directory) ?? 'Nobody yet' },
                { content: dueWordsOf(action) },
              ]),
            )}
          />
          <p class="govuk-body">
            {plural(actions.length, 'action')}. Whoever has to do one finds it in their own list of work from the moment
            it is typed.
          </p>
          <ButtonGroup>
            {may('end') && <Button href={`${paths.own}/end/1`}>End the meeting</Button>}
            <Button href={`${paths.own}/minutes.docx`} kind="secondary">
              Minutes in Word
            </Button>
          </ButtonGroup>
        </>
      ),
    }),
  }
}

const show =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    if (!runsThem(meetings, visit)) throw notFound()
    return page(
      web,
      visit,
      meetings,
      await readMeeting(web.engine, visit.actor, meetings, visit.params.reference ?? ''),
    )
  }

/** One deed for each agency of which something was said; all of them or none. */
const saveAttendance =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '' } = visit.params
    const meeting = await readMeeting(web.engine, visit.actor, meetings, reference)
    const { row, lines } = meeting.view.held
    const invited = (row.invited ?? []) as readonly string[]
    const said = invited.map((agency, at) => ({
      agency,
      at: at + 1,
      came: String(visit.typed[`came-${at + 1}`] ?? ''),
      who: String(visit.typed[`who-${at + 1}`] ?? ''),
    }))
    const problems = said
      .filter(({ came, who }) => came === '' && who !== '')
      .map(({ at }) => ({ field: `came-${at}`, message: 'Select whether this agency took part' }))
    if (problems.length > 0) return page(web, visit, meetings, meeting, visit.typed, problems)
    const known = new Map((lines.attendance ?? []).map(line => [String(line.agency), line]))
    const changed = said.filter(({ agency, came, who }) => {
      const before = known.get(agency)
      return came !== '' && (before?.came !== came || (before?.who ?? '') !== who)
    })
    await performAll(
      web.engine,
      visit.actor,
      changed.map(({ agency, came, who }) => ({
        register: meetings.registers.sitting,
        action: 'recordAttendance',
        reference,
        typed: { agency, came, who },
      })),
    )
    return { redirect: pathsOf(meetings, reference).close }
  }

/** The page on which a meeting is brought to its end. */
export const closePages = (meetings: Meetings, readers: readonly Role[]): readonly HandWrittenPage[] => {
  const path = `/${pathOf(meetings.registers.sitting)}/:reference/close`
  return [
    { method: 'GET', path, by: readers, name: 'close meeting', handler: show(meetings) },
    { method: 'POST', path: `${path}/attendance`, by: readers, name: 'attendance', handler: saveAttendance(meetings) },
  ]
}

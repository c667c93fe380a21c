import type { InputSpec, Problem } from '../../../declare/input.ts'
import type { AnyRow } from '../../../declare/record.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Meetings } from '../../../engine/meetings/kinds.ts'
import type { Mask } from '../../../engine/meetings/mask.ts'
import type { AgendaEntry, MeetingView } from '../../../engine/meetings/read.ts'
import { now } from '../../../kit/clock.ts'
import { formatTime, londonTime, millisOf } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import { Button, CsrfField, Details, Form, Question, Select, Table, TextInput } from '../../components/index.ts'
import { inLines } from '../../components/lines.tsx'
import type { Visit } from '../../web.ts'
import { agesOf, codeWords, dueWordsOf, isLate, ownerOf, pathsOf } from './words.ts'

export interface Live {
  readonly visit: Visit
  readonly meetings: Meetings
  readonly held: MeetingView
  readonly entry: AgendaEntry
  /** Place of the item among those that stand. */
  readonly at: number
  readonly of: number
  readonly mask: Mask
  readonly shared: boolean
  readonly runs: boolean
}

const minutesSince = (moment: unknown): string =>
  typeof moment === 'string'
    ? plural(Math.max(0, Math.floor((millisOf(now()) - millisOf(moment)) / 60_000)), 'minute')
    : 'not begun'

/** Who it is about, in a few words; initials and ages alone where the screen is shared. */
export const Who = ({ live }: { live: Live }) => {
  const { entry, mask } = live
  const people = entry.subject?.people.filter(({ is }) => is !== 'Child') ?? []
  const ages = agesOf(entry.subject)
  return (
    <ul class="govuk-list canopy-live__who">
      {people.map(person => (
        <li>
          <span class="canopy-live__is">{person.is}</span> <strong>{mask.person(person)}</strong>
          {!live.shared && person.telephone && `, ${person.telephone}`}
          {!live.shared && person.address && `, ${person.address}`}
        </li>
      ))}
      {ages.length > 0 && (
        <li>
          <span class="canopy-live__is">Children</span> <strong>{ages.join(', ')}</strong>
          {live.shared && ' (names hidden while sharing)'}
        </li>
      )}
    </ul>
  )
}

export const Facts = ({ live: { entry, mask } }: { live: Live }) => {
  const facts = [
    ...(entry.item.whyNote ? [{ label: 'New today', text: entry.item.whyNote as string }] : []),
    ...(entry.subject?.facts ?? []).filter(({ text }) => text !== null && text !== entry.item.whyNote),
  ]
  return (
    <dl class="canopy-live__facts">
      {facts.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{inLines(mask.text(text))}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Agencies' three lines; what came in after the agenda was made is marked as new. */
export const AgencyAnswers = ({ live: { entry, mask, held } }: { live: Live }) => {
  const { agendaAt } = held.view.held.row
  const name = (id: unknown) => held.directory.agencies.find(one => one.id === id)?.name ?? 'An agency'
  if (entry.answers.length === 0) return null
  const words = ({ state, knows, said }: AnyRow) =>
    state !== 'answered' ? 'No answer yet' : knows === false ? 'Does not know them' : mask.text(said as string | null)
  const isNew = ({ answeredAt }: AnyRow) =>
    typeof answeredAt === 'string' && typeof agendaAt === 'string' && answeredAt > agendaAt
  return (
    <section aria-labelledby="answers">
      <h2 class="govuk-heading-m" id="answers">
        What agencies say
      </h2>
      <dl class="canopy-live__answers">
        {entry.answers.map(answer => (
          <div>
            <dt>
              {name(answer.agency)}
              {isNew(answer) && (
                <>
                  {' '}
                  <strong class="govuk-tag govuk-tag--blue">New</strong>
                </>
              )}
            </dt>
            <dd>{inLines(words(answer))}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export const ActionTable = ({ live }: { live: Live }) => {
  const { entry, held, mask, meetings, runs } = live
  const path = (row: AnyRow) => `/${pathOf(meetings.registers.action)}/${row.reference}`
  const standing = entry.actions.filter(({ state }) => state !== 'duplicate')
  return (
    <Table
      id="actions"
      caption={`Actions (${standing.length})`}
      captionClasses="govuk-table__caption--m"
      narrow="rows"
      head={['Who', 'What', 'By', 'State'].map(content => ({ content }))}
      rows={standing.map(row => [
        {
          content:
            ownerOf(row, held.directory) ??
            (runs && !live.shared ? (
              <a class="govuk-link" href={`${path(row)}/give/1`}>
                Nobody yet: choose who
                <span class="govuk-visually-hidden"> for {row.reference}</span>
              </a>
            ) : (
              'Nobody yet'
            )),
        },
        { content: mask.text(row.task as string) },
        { content: isLate(row) ? `${dueWordsOf(row)} (late)` : dueWordsOf(row) },
        { content: meetings.registers.action.pathway.states[row.state]?.label ?? row.state },
      ])}
    />
  )
}

/** What everybody who follows the meeting is shown of a case, and what changes while they watch. */
export const CaseNow = ({ live }: { live: Live }) => {
  const { entry, meetings, mask } = live
  const { item } = entry
  const decided = [
    item.risk && `Risk today: ${codeWords(meetings, 'risk', item.risk)}`,
    item.decision && codeWords(meetings, 'decision', item.decision),
    item.childrenStep && codeWords(meetings, 'childrenStep', item.childrenStep),
  ].filter(Boolean)
  return (
    <div id="case-now" data-live-version={versionOf(entry)}>
      <AgencyAnswers live={live} />
      {item.state === 'discussed' && (
        <section aria-labelledby="decided">
          <h2 class="govuk-heading-m" id="decided">
            Decided
          </h2>
          <p class="govuk-body">{decided.join('. ')}</p>
          {item.discussion && <p class="govuk-body">{inLines(mask.text(item.discussion as string))}</p>}
        </section>
      )}
      <ActionTable live={live} />
    </div>
  )
}

/** Changes with every deed on the item, its answers or its actions. */
export const versionOf = ({ item, answers, actions }: AgendaEntry): string =>
  `${item.reference}.${[item, ...answers, ...actions].reduce((sum, row) => sum + row.version, 0)}.${answers.length}.${actions.length}`

export interface ActionTyped {
  readonly who: string
  readonly what: string
  readonly by: string
}

/** Typing an action takes five seconds: who, what, by when, Enter; the focus goes back to who. */
export const ActionForm = ({
  live,
  typed,
  problems,
  token,
}: {
  live: Live
  typed: ActionTyped
  problems: readonly Problem[]
  /** The same for every try to send the same words. */
  token: string
}) => {
  const { held, visit, entry } = live
  const { row } = held.view.held
  const invited = (row.invited ?? []) as readonly string[]
  const agencies = held.directory.agencies.filter(({ id }) => invited.includes(id))
  const message = (field: string) => problems.find(one => one.field === field)?.message
  return (
    <form
      method="post"
      action={`${pathsOf(live.meetings, row.reference).live(entry.item.reference)}/actions`}
      class="canopy-live__add"
      data-live-add
      noValidate
    >
      <CsrfField token={visit.csrf} />
      <input type="hidden" name="key" value={token} />
      <Select
        id="who"
        name="who"
        label="Who"
        labelClasses="govuk-label--s"
        error={message('who')}
        items={[
          { value: '', text: 'Nobody yet' },
          ...agencies.map(({ id, name }) => ({ value: `agency:${id}`, text: name })),
          ...(row.chair ? [{ value: `colleague:${String(row.chair)}`, text: nameOf(held, row.chair) }] : []),
        ]}
        value={typed.who}
      />
      <TextInput
        id="what"
        name="what"
        label="What"
        labelClasses="govuk-label--s"
        error={message('what')}
        value={typed.what}
        autocomplete="off"
      />
      <TextInput
        id="by"
        name="by"
        label="By"
        labelClasses="govuk-label--s"
        hint="today 5pm, Wed noon, 12 Nov"
        error={message('by')}
        value={typed.by}
        autocomplete="off"
        classes="govuk-input--width-10"
      />
      <div class="canopy-live__button">
        <Button>Add</Button>
        <p class="canopy-saved" role="status" data-live-saved />
      </div>
    </form>
  )
}

const nameOf = ({ directory }: MeetingView, id: unknown): string =>
  directory.accounts.find(one => one.id === id)?.name ?? 'The chair'

export const Head = ({ live }: { live: Live }) => {
  const { entry, at, of, visit, shared, meetings, held } = live
  const { row } = held.view.held
  const live_ = pathsOf(meetings, row.reference).live(entry.item.reference)
  return (
    <div class="canopy-live__head">
      <h1 class="govuk-heading-l canopy-live__title">
        Case {at} of {of}:{' '}
        {typeof entry.item.topic === 'string'
          ? live.mask.text(entry.item.topic)
          : (entry.subject?.reference ?? entry.item.reference)}
      </h1>
      <p class="govuk-body canopy-live__clock">
        {formatTime(londonTime(now()))}, {minutesSince(entry.item.openedAt)}
      </p>
      <p class="govuk-body canopy-live__sharing">
        <strong class={`govuk-tag govuk-tag--${shared ? 'green' : 'red'}`}>
          Safe to share screen: {shared ? 'on' : 'off'}
        </strong>{' '}
        <a class="govuk-link" href={shared ? `${live_}?names=shown` : live_}>
          {shared ? 'Show names' : 'Hide names and addresses'}
        </a>
        {visit.query.names === 'shown' && <span class="govuk-visually-hidden"> Names are shown</span>}
      </p>
    </div>
  )
}

/** The answers that this kind of meeting asks for, one under the other on one page. */
export const OutcomeForm = ({
  live,
  path,
  draft,
  specs,
  problems,
}: {
  live: Live
  path: string
  draft: { readonly id: string; readonly revision: number }
  specs: readonly InputSpec[]
  problems: readonly Problem[]
}) => (
  <section aria-labelledby="outcome">
    <h2 class="govuk-heading-m" id="outcome">
      What is said and decided
    </h2>
    <Form
      action={path}
      csrf={live.visit.csrf}
      autosave={`/drafts/${draft.id}`}
      version={draft.revision}
      id="outcome-form"
    >
      {specs.map(spec => (
        <Question spec={spec} problems={problems} />
      ))}
      <Button preventDoubleClick={true}>Record, and go to the next case</Button>
    </Form>
  </section>
)

/** Two ways out of a case that is not decided here, done without leaving the view: another page would show its record. */
export const leaves = [
  {
    action: 'carryOver',
    field: 'carriedWhy',
    words: 'Carry over to the next meeting',
    label: 'Why is it carried over?',
  },
  { action: 'remove', field: 'removedWhy', words: 'Take off: not for this meeting', label: 'Why is it taken off?' },
] as const

export const Leaves = ({
  live,
  typed,
  problems,
}: {
  live: Live
  typed: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
}) => {
  const { meetings, held, visit, entry } = live
  const path = pathsOf(meetings, held.view.held.row.reference).live(entry.item.reference)
  return (
    <>
      {leaves.map(({ action, field, words, label }) => {
        const error = problems.find(one => one.field === field)?.message
        return (
          <Details summary={words} open={error !== undefined}>
            <Form action={`${path}/${action}${live.shared ? '' : '?names=shown'}`} csrf={visit.csrf}>
              <TextInput
                id={field}
                name={field}
                label={label}
                labelClasses="govuk-label--s"
                error={error}
                value={String(typed[field] ?? '')}
              />
              <Button kind="secondary" preventDoubleClick={true}>
                {words}
              </Button>
            </Form>
          </Details>
        )
      })}
    </>
  )
}

/** The ways to the other cases and to the end. */
export const Ways = ({ live, next }: { live: Live; next: string | null }) => {
  const { meetings, held, runs, entry } = live
  const paths = pathsOf(meetings, held.view.held.row.reference)
  return (
    <ul class="govuk-list">
      {next !== null && (
        <li>
          <a class="govuk-link" href={next}>
            Next case
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={runs ? paths.close : paths.own}>
          {runs ? 'Attendance and close' : 'Back to the agenda'}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/${pathOf(meetings.registers.item)}/${entry.item.reference}/declareConflict/1`}>
          Declare a conflict of interest
        </a>
        {live.shared && ' (leaves this view: stop sharing first)'}
      </li>
    </ul>
  )
}

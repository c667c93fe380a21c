import { ledgerReaders } from '../../db/policies.ts'
import type { Field } from '../../declare/field.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import type { AnyLines } from '../../engine/clocks/recompute.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { type RecordView, type RelatedRecord, readRecord } from '../../engine/store/read.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { show } from '../../fields/kinds.ts'
import { now } from '../../kit/clock.ts'
import { formatDay, formatInstant, londonDay } from '../../kit/dates.ts'
import { dueWords } from '../../kit/dueWords.ts'
import { midSentence, nounFor } from '../../kit/names.ts'
import type { Content } from '../components/common.ts'
import {
  Button,
  Details,
  DueDate,
  Form,
  IdentityBar,
  SubNavigation,
  SummaryList,
  Table,
  Tag,
} from '../components/index.ts'
import { Due, isWholeDayClock } from '../due.tsx'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'
import { aboutOf } from './list.tsx'

/** Narrative keeps its paragraphs; everything else is one line. */
const Words = ({ text }: { text: string }): Content =>
  text.includes('\n') ? text.split('\n').map((line, at) => (at === 0 ? line : [<br />, line])) : text

/** The answers given, under the pages on which they were asked; what was not asked yet is not listed as empty. */
export const Answers = ({ register, row, context }: { register: Register; row: AnyRow; context: FieldContext }) => {
  const asked = [
    {
      title: 'As it was recorded',
      fields: (register.pathway.start.asks ?? []).flatMap(page => page.fields) as readonly string[],
    },
    { title: 'Since then', fields: [] as readonly string[] },
  ]
  const atStart = new Set(asked[0]?.fields)
  const rest = Object.keys(register.record.fields).filter(name => !atStart.has(name))
  return (
    <>
      {[asked[0]?.fields ?? [], rest].map((names, at) => {
        const rows = names
          .filter(name => row[name] !== null && row[name] !== undefined)
          .map(name => {
            const field = register.record.fields[name] as Field
            return { key: field.label ?? field.question, value: <Words text={show(field, row[name], context)} /> }
          })
        return rows.length === 0 ? null : (
          <>
            <h2 class="govuk-heading-m">{asked[at]?.title}</h2>
            <SummaryList rows={rows} />
          </>
        )
      })}
    </>
  )
}

/** Lines of each group; a field the reader is not shown has no column. */
export const LineGroups = ({
  register,
  lines: groups,
  hidden,
  context,
}: {
  register: Register
  lines: AnyLines
  hidden: ReadonlySet<string>
  context: FieldContext
}) => (
  <>
    {Object.entries(register.record.lines).map(([group, { title, fields: all }]) => {
      const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !hidden.has(`${group}.${name}`)))
      const lines = groups[group] ?? []
      return lines.length === 0 ? null : (
        <Table
          id={group}
          caption={title}
          captionClasses="govuk-table__caption--m"
          head={Object.values(fields).map(field => ({ content: field.label ?? field.question }))}
          rows={lines.map(line =>
            Object.entries(fields).map(([name, field]) => ({
              content: <Words text={show(field, line[name], context)} />,
            })),
          )}
          narrow="rows"
        />
      )
    })}
  </>
)

/** Clocks with the law they rest on, and whether each was met. */
const Clocks = ({ register, view }: { register: Register; view: RecordView }) => {
  const { clocks, row } = view.held
  const missed = row.closedAt !== null
  if (clocks.length === 0) return null
  return (
    <Table
      id="clocks"
      caption="What is due, and why"
      captionClasses="govuk-table__caption--m"
      head={['What', 'Due', 'Done', 'Because of'].map(content => ({ content }))}
      rows={clocks.map(clock => {
        const declared = register.clocks.find(one => one.key === clock.clock)
        const wholeDay = isWholeDayClock(register, clock.clock)
        const done = clock.metAt === null ? null : clock.metAt <= clock.dueAt ? 'In time' : 'Late'
        const date = wholeDay ? formatDay(clock.dueOn) : formatInstant(clock.dueAt)
        // On a closed record only what was missed is left: nothing more is due.
        const unmet = missed
          ? { kind: 'overdue' as const, words: 'Missed' }
          : dueWords(clock.dueAt, now(), { wholeDay })
        const state = done !== null ? 'done' : clock.pausedAt !== null ? 'paused' : unmet.kind
        const words = done !== null ? done : clock.pausedAt !== null ? 'Paused' : unmet.words
        return [
          { content: declared?.label ?? clock.clock },
          {
            content: (
              <DueDate
                date={date}
                iso={clock.dueAt}
                words={`${words}${clock.provisional ? ' (provisional: no school calendar)' : ''}`}
                state={state}
              />
            ),
          },
          {
            content:
              clock.metAt === null
                ? missed
                  ? 'Not done'
                  : 'Not yet'
                : wholeDay
                  ? formatDay(londonDay(clock.metAt))
                  : formatInstant(clock.metAt),
          },
          { content: declared?.basis ?? '' },
        ]
      })}
      narrow="rows"
    />
  )
}

const relatedTable = (register: Register, rows: readonly RelatedRecord[], context: FieldContext) => {
  const columns = register.list.columns.filter(name => rows.some(({ row }) => row[name] !== undefined))
  return (
    <Table
      id={pathOf(register)}
      caption={`${register.record.plural} (${rows.length})`}
      captionClasses="govuk-table__caption--m"
      head={[
        register.record.title,
        ...columns.map(name => (register.record.fields[name] as Field).label ?? ''),
        'Stage',
      ].map(content => ({ content }))}
      rows={rows.map(({ row }) => [
        {
          content: (
            <a class="govuk-link" href={`/${pathOf(register)}/${row.reference}`}>
              {row.reference}
            </a>
          ),
        },
        ...columns.map(name => ({
          content: <Words text={show(register.record.fields[name] as Field, row[name], context)} />,
        })),
        { content: <Tag>{register.pathway.states[row.state]?.label ?? row.state}</Tag> },
      ])}
      narrow="rows"
    />
  )
}

const Related = ({
  view,
  context,
  without,
}: {
  view: RecordView
  context: FieldContext
  without: readonly string[]
}) => (
  <>
    {[...new Set(view.related.map(({ register }) => register))]
      .filter(register => !without.includes(register.record.key))
      .map(register =>
        relatedTable(
          register,
          view.related.filter(one => one.register === register),
          context,
        ),
      )}
  </>
)

interface DeedListProps {
  readonly register: Register
  readonly visit: Visit
  readonly row: AnyRow
  readonly deeds: RecordView['possible']
}

const DeedList = ({ register, visit, row, deeds }: DeedListProps) => {
  const path = `/${pathOf(register)}/${row.reference}`
  const immediate = (key: string) => {
    const action = register.pathway.actions[key]
    return !action?.asks && !action?.adds
  }
  return (
    <ul class="canopy-deeds">
      {deeds.map(({ action, label, hint }) => (
        <li>
          {immediate(action) ? (
            <Form action={`${path}/${action}`} csrf={visit.csrf} version={row.version}>
              <Button kind="secondary" preventDoubleClick={true}>
                {label}
              </Button>
            </Form>
          ) : (
            <Button href={`${path}/${action}/1`} kind="secondary">
              {label}
            </Button>
          )}
          {hint && <p class="canopy-deeds__hint">{hint}</p>}
        </li>
      ))}
    </ul>
  )
}

/** Deeds possible now; a deed that asks nothing is done at once, with the version the person is looking at. */
const Actions = ({ register, view, visit }: { register: Register; view: RecordView; visit: Visit }) => {
  const list = { register, visit, row: view.held.row }
  return (
    <section aria-labelledby="deeds">
      <h2 class="govuk-heading-m" id="deeds">
        What you can do
      </h2>
      {view.possible.length === 0 && <p class="govuk-body">There is nothing for you to do here now.</p>}
      <DeedList deeds={view.possible.filter(one => !one.exceptional)} {...list} />
      {view.possible.some(one => one.exceptional) && (
        <Details summary="Less usual">
          <DeedList deeds={view.possible.filter(one => one.exceptional)} {...list} />
        </Details>
      )}
      {view.stopped.length > 0 && (
        <Details summary="What is stopping me?">
          <ul class="govuk-list govuk-list--bullet">
            {view.stopped.map(({ label, why }) => (
              <li>
                {label}: {why}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

/** Pages of one record. */
export const recordNavigation = (
  visit: Visit,
  register: Register,
  reference: string,
  current: 'record' | 'history' | 'who',
) => {
  const path = `/${pathOf(register)}/${reference}`
  return (
    <SubNavigation
      label="This record"
      items={[
        { text: 'Summary', href: path, current: current === 'record' },
        { text: 'Timeline', href: `${path}/timeline`, current: current === 'history' },
        ...(ledgerReaders.includes(visit.actor.role)
          ? [{ text: 'Who looked', href: `${path}/who-looked`, current: current === 'who' }]
          : []),
      ]}
    />
  )
}

export const identity = (
  register: Register,
  view: RecordView,
  context: FieldContext,
  facts: readonly string[] = [],
) => {
  const { row } = view.held
  const state = register.pathway.states[row.state]
  const assigned = context.directory.accounts.find(one => one.id === row.allocatedTo)?.name
  return (
    <IdentityBar
      name={aboutOf(register, row, context) || register.record.title}
      reference={row.reference}
      facts={[...facts, assigned ? `Assigned to ${assigned}` : 'Unassigned']}
      flags={[<Tag colour={state?.closed ? 'grey' : 'turquoise'}>{state?.label ?? row.state}</Tag>]}
    />
  )
}

/** The generated page of one record. */
export const recordPage =
  (register: Register): Handler =>
  async (web, visit) => {
    const view = await readRecord(web.engine, visit.actor, register, visit.params.reference ?? '')
    return { page: recordFrame(web, visit, register, view) }
  }

/**
 * The page with parts of a register's own: facts beside the name, what comes before everything else, and the keys of
 * registers whose records it shows itself.
 */
export const recordFrame = (
  web: Web,
  visit: Visit,
  register: Register,
  view: RecordView,
  props: { readonly before?: Content; readonly facts?: readonly string[]; readonly without?: readonly string[] } = {},
) => {
  const context = fieldContext(view.directory)
  const { row } = view.held
  return frame(web, visit, {
    title: `${register.record.title} ${row.reference}`,
    section: register.record.plural,
    reference: row.reference,
    back: {
      href: `/${pathOf(register)}`,
      text: `All ${nounFor(2, midSentence(register.record.title), midSentence(register.record.plural))}`,
    },
    wide: true,
    above: [identity(register, view, context, props.facts), recordNavigation(visit, register, row.reference, 'record')],
    children: (
      <>
        <h1 class="govuk-heading-l">
          {register.record.title} {row.reference}
        </h1>
        <div class="canopy-record">
          <div class="canopy-record__deeds">
            {row.nextDueAt !== null && (
              <div class="govuk-body">
                <Due register={register} clock={nextClock(view)} dueAt={row.nextDueAt} />
              </div>
            )}
            <div class="canopy-screen-only">
              <Actions register={register} view={view} visit={visit} />
            </div>
          </div>
          <div>
            {props.before}
            <Related view={view} context={context} without={props.without ?? []} />
            <Answers register={register} row={row} context={context} />
            <LineGroups register={register} lines={view.held.lines} hidden={view.hidden} context={context} />
            <Clocks register={register} view={view} />
          </div>
        </div>
      </>
    ),
  })
}

const nextClock = (view: RecordView): string | null =>
  view.held.clocks.find(clock => clock.dueAt === view.held.row.nextDueAt && clock.metAt === null)?.clock ?? null

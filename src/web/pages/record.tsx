import { ledgerReaders } from '../../db/policies.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { type RecordView, readRecord } from '../../engine/store/read.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { midSentence, nounFor } from '../../kit/names.ts'
import { aboutOf } from '../about.tsx'
import type { Content } from '../components/common.ts'
import { Button, Details, Form, IdentityBar, SubNavigation, Tag } from '../components/index.ts'
import { Due } from '../due.tsx'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'
import { runningClocks } from './calendar.ts'
import { Files } from './files.tsx'
import { Answers, Clocks, LineGroups, type LineWords, Related } from './recordParts.tsx'

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
  flags: readonly Content[] = [],
) => {
  const { row } = view.held
  const state = register.pathway.states[row.state]
  const assigned = context.directory.accounts.find(one => one.id === row.allocatedTo)?.name
  return (
    <IdentityBar
      name={aboutOf(register, row, context) || register.record.title}
      reference={row.reference}
      facts={[...facts, ...(assigned ? [`Assigned to ${assigned}`] : register.assigned ? ['Unassigned'] : [])]}
      flags={[...flags, <Tag colour={state?.closed ? 'grey' : 'turquoise'}>{state?.label ?? row.state}</Tag>]}
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
  props: {
    /** What must not be overlooked: before everything, also on a narrow screen. */
    readonly first?: Content
    readonly before?: Content
    readonly facts?: readonly string[]
    readonly flags?: readonly Content[]
    readonly without?: readonly string[]
    readonly lineWords?: LineWords
    /** Of which place it is, for whoever works in several. */
    readonly section?: string
  } = {},
) => {
  const context = fieldContext(view.directory)
  const { row } = view.held
  return frame(web, visit, {
    title: `${register.record.title} ${row.reference}`,
    section: props.section ?? register.record.plural,
    reference: row.reference,
    back: {
      href: `/${pathOf(register)}`,
      text: `All ${nounFor(2, midSentence(register.record.title), midSentence(register.record.plural))}`,
    },
    wide: true,
    above: [
      identity(register, view, context, props.facts, props.flags),
      recordNavigation(visit, register, row.reference, 'record'),
    ],
    children: (
      <>
        <h1 class="govuk-heading-l">
          {register.record.title} {row.reference}
        </h1>
        {props.first}
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
            <Related of={register} view={view} without={props.without ?? []} />
            <Answers register={register} row={row} context={context} linked={true} />
            <LineGroups
              register={register}
              lines={view.held.lines}
              hidden={view.hidden}
              context={context}
              lineWords={props.lineWords}
              linked={true}
            />
            <Files register={register} view={view} visit={visit} />
            <Clocks register={register} view={view} />
            {runningClocks(view).length > 0 && (
              <p class="govuk-body canopy-screen-only">
                <a class="govuk-link" href={`/${pathOf(register)}/${row.reference}/calendar.ics`}>
                  Add the time limits to my calendar
                </a>
              </p>
            )}
          </div>
        </div>
      </>
    ),
  })
}

const nextClock = (view: RecordView): string | null =>
  view.held.clocks.find(clock => clock.dueAt === view.held.row.nextDueAt && clock.metAt === null)?.clock ?? null

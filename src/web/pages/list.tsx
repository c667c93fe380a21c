import { type Field, labelOf } from '../../declare/field.ts'
import { betweenAbout } from '../../declare/record.ts'
import { isWork, pathOf, type Register } from '../../declare/register.ts'
import { mayImport } from '../../engine/import/importFile.ts'
import { notFound } from '../../engine/outcome.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { hiddenFields } from '../../engine/store/columns.ts'
import { type Listed, type ListQuery, listRecords } from '../../engine/store/list.ts'
import { usualShow } from '../../engine/store/listQuery.ts'
import { emergencyOf, type Locked } from '../../engine/store/locked.ts'
import { mayRead } from '../../engine/store/read.ts'
import { takeNext } from '../../engine/store/takeNext.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { show } from '../../fields/kinds.ts'
import { formatShortInstant } from '../../kit/dates.ts'
import { midSentence } from '../../kit/names.ts'
import type { Content } from '../components/common.ts'
import {
  Button,
  ButtonGroup,
  Counts,
  createKeptMarkup,
  DueDate,
  Form,
  type HeadCell,
  InsetText,
  type KeptRow,
  ResultsPages,
  SubNavigation,
  sortable,
  Table,
  Tag,
} from '../components/index.ts'
import { dueDate, FirstTag, NothingDue } from '../due.tsx'
import { frame } from '../frame.tsx'
import { listAddress, readListQuery, showWords, tellsTyped } from '../listQuery.ts'
import type { Handler, Visit, Web } from '../web.ts'
import { FiltersOf, filterForm, type Shown } from './listFilters.tsx'

/** What a reader calls the row by: never empty, so that the link has words. */
export const aboutOf = (register: Register, row: Readonly<Record<string, unknown>>, context: FieldContext): string => {
  const words = register.record.about
    .map(name => ({ field: register.record.fields[name], value: row[name] }))
    .filter(({ field, value }) => field && value !== null && value !== undefined)
    .map(({ field, value }) => show(field as Field, value, context).split('\n')[0])
    .join(betweenAbout(register.record))
  return words.length > 80 ? `${words.slice(0, 77)}…` : words
}

const columnsFor = (register: Register, role: string): readonly string[] => {
  const hidden = hiddenFields(register, role)
  return register.list.columns.filter(name => !hidden.has(name) && !register.record.about.includes(name))
}

const stateTag = (register: Register, state: string) => {
  const declared = register.pathway.states[state]
  return <Tag colour={declared?.closed ? 'grey' : 'turquoise'}>{declared?.label ?? state}</Tag>
}

const headOf = ({ register, path, query, columns }: Shown): readonly HeadCell[] => {
  const column = (key: string, words: string) =>
    sortable({
      label: words,
      href: listAddress(
        path,
        { ...query, sort: key, descending: query.sort === key && !query.descending, page: 1 },
        register,
      ),
      sorted: query.sort === key ? (query.descending ? 'descending' : 'ascending') : undefined,
    })
  return [
    column('reference', register.record.title),
    ...(isWork(register) ? [column('due', 'Due')] : []),
    ...columns.map(name => column(name, labelOf(register.record.fields[name] as Field))),
    ...(register.assigned ? [{ content: 'Assigned to' }] : []),
    column('state', 'Stage'),
  ]
}

/** Moments are short in a list; the record has them in full. */
const inList = (field: Field, value: unknown, context: FieldContext): string =>
  field.kind === 'moment' && typeof value === 'string'
    ? formatShortInstant(value, context.today)
    : show(field, value, context)

/** Rows and filters are the same for everybody of a role who looks at the list: few are rendered more than once. */
const keptRows = createKeptMarkup(5000)

const rowOf = ({ register, path, columns, context }: Shown, row: Listed): KeptRow => {
  const work = isWork(register)
  const about = aboutOf(register, row, context)
  const due = row.nextDueAt === null ? null : dueDate(register, row.dueClock, row.nextDueAt, context)
  const values = columns.map(name => inList(register.record.fields[name] as Field, row[name], context))
  const assigned = context.directory.accounts.find(one => one.id === row.allocatedTo)?.name ?? 'Unassigned'
  return {
    kept: keptRows,
    key: JSON.stringify([path, row.reference, row.state, about, row.first, due, values, assigned]),
    cells: () => [
      {
        content: (
          <>
            <a class="govuk-link canopy-reference" href={`${path}/${row.reference}`}>
              {row.reference}
            </a>
            {about !== '' && (
              <>
                <br />
                {about}
              </>
            )}
          </>
        ),
      },
      ...(work
        ? [
            {
              content: (
                <>
                  {row.first && <FirstTag register={register} />}
                  {due === null ? <NothingDue /> : <DueDate {...due} />}
                </>
              ),
            },
          ]
        : []),
      ...values.map(content => ({ content })),
      ...(register.assigned ? [{ content: assigned }] : []),
      { content: stateTag(register, row.state) },
    ],
  }
}

const worklistCounts = (path: string, counts: Readonly<Record<string, number>>, register: Register) => [
  ...(isWork(register)
    ? [{ count: counts.overdue ?? 0, label: 'overdue', href: `${path}?show=overdue`, kind: 'urgent' as const }]
    : []),
  ...(register.assigned
    ? [
        { count: counts.mine ?? 0, label: 'assigned to me', href: `${path}?show=mine` },
        { count: counts.unassigned ?? 0, label: 'unassigned', href: `${path}?show=unassigned` },
      ]
    : []),
  ...(usualShow(register) === 'open' ? [{ count: counts.open ?? 0, label: 'open', href: path }] : []),
]

/** The generated list of a register: a worklist with its filters in the address. A register's own way on may stand before it. */
export const listPage =
  (register: Register, before?: Content): Handler =>
  async (web, visit) => {
    const path = `/${pathOf(register)}`
    const query = readListQuery(register, visit)
    if (tellsTyped(register, visit.query)) return { redirect: listAddress(path, query, register) }
    const wanted = new Set([...register.record.about, ...register.list.columns])
    const listing = await listRecords(web.engine, visit.actor, register, query, { wanted, counts: true })
    const shown: Shown = {
      register,
      path,
      query,
      columns: columnsFor(register, visit.actor.role),
      context: fieldContext(listing.directory),
    }
    const { plural } = register.record
    return {
      page: frame(web, visit, {
        title: plural,
        wide: true,
        children: (
          <>
            <h1 class="govuk-heading-l">{plural}</h1>
            <OtherLists web={web} visit={visit} register={register} />
            {before}
            <Counts label={`${plural} in numbers`} items={worklistCounts(path, listing.counts, register)} />
            <Deeds web={web} visit={visit} register={register} query={query} path={path} />
            {query.lost && (
              <InsetText>What you searched for ended with your last session. Search again to find it.</InsetText>
            )}
            {/* Beside the form, because the form itself may be kept for everybody. */}
            <input type="hidden" name="_csrf" value={visit.csrf} form={filterForm} />
            <FiltersOf shown={shown} role={visit.actor.role} />
            <ResultsPages
              page={query.page}
              perPage={query.pageSize}
              total={listing.total}
              noun={midSentence(plural)}
              hrefOf={page => listAddress(path, { ...query, page }, register)}
            />
            {listing.rows.length > 0 && (
              <Table
                caption={`${plural}: ${showWords[query.show].toLowerCase()}, ${query.sort === 'due' && !query.descending && isWork(register) ? 'most urgent first' : 'sorted'}`}
                captionClasses="govuk-visually-hidden"
                head={headOf(shown)}
                rows={listing.rows.map(row => rowOf(shown, row))}
                narrow="rows"
                classes="canopy-table--worklist"
              />
            )}
            <LockedRecords web={web} visit={visit} register={register} locked={listing.locked} />
          </>
        ),
      }),
    }
  }

/** Open records that only named colleagues may see, without anything of them but whom to ask. */
const LockedRecords = ({
  web,
  visit,
  register,
  locked,
}: {
  web: Web
  visit: Visit
  register: Register
  locked: readonly Locked[]
}) => {
  const emergency = emergencyOf(web.engine)
  const mayOpen = emergency && (emergency.pathway.start.by as readonly string[]).includes(visit.actor.role)
  return locked.length === 0 ? null : (
    <>
      <Table
        id="restricted"
        caption={`Restricted records: ${locked.length}`}
        captionClasses="govuk-table__caption--m"
        head={[register.record.title, 'Restricted record', 'Reference of the restriction'].map(content => ({
          content,
        }))}
        rows={locked.map(one => [
          { content: one.reference },
          { content: one.ask === null ? 'Ask information governance' : `Ask ${one.ask}` },
          { content: one.restriction },
        ])}
        narrow="rows"
      />
      {emergency && mayOpen && (
        <p class="govuk-body">
          If it cannot wait:{' '}
          <a class="govuk-link" href={`/${pathOf(emergency)}/start`}>
            {midSentence(emergency.pathway.start.label)}
          </a>
          .
        </p>
      )}
    </>
  )
}

/** The other lists of the group that are not in the menu. */
const OtherLists = ({ web, visit, register }: { web: Web; visit: Visit; register: Register }) => {
  const group = web.engine.registers.filter(one => one.group === register.group && mayRead(one, visit.actor.role))
  return group.every(({ list }) => list.inMenu !== false) ? null : (
    <SubNavigation
      label="Lists that belong together"
      items={group.map(one => ({ text: one.record.plural, href: `/${pathOf(one)}`, current: one === register }))}
    />
  )
}

/** The filters as they were sent, at an address that holds nothing of what was typed freely. */
export const searchPage =
  (register: Register): Handler =>
  async (_web, visit) => {
    if (!mayRead(register, visit.actor.role)) throw notFound()
    const query = readListQuery(register, { query: visit.typed, seal: visit.seal })
    return { redirect: listAddress(`/${pathOf(register)}`, { ...query, page: 1 }, register) }
  }

/** "Take the next one": goes to the record that is now theirs, or back to the list when none waits. */
export const takeNextPage =
  (register: Register): Handler =>
  async (web, visit) => {
    const path = `/${pathOf(register)}`
    const done = await takeNext(web.engine, visit.actor, register)
    return { redirect: done ? `${path}/${done.reference}?done=${register.list.takes}` : `${path}?show=unassigned` }
  }

const Deeds = ({
  visit,
  register,
  query,
  path,
}: {
  web: Web
  visit: Visit
  register: Register
  query: ListQuery
  path: string
}) => {
  const role = visit.actor.role
  const mayStart = (register.pathway.start.by as readonly string[]).includes(role)
  const { takes } = register.list
  const taking = takes === undefined ? undefined : register.pathway.actions[takes]
  const mayTake = taking !== undefined && (taking.by as readonly string[]).includes(role)
  const mayBring = mayImport(register, role)
  const mayExport = (register.access.exports as readonly string[] | undefined)?.includes(role) ?? false
  const address = (format: string) => {
    const at = listAddress(`${path}/export`, { ...query, page: 1 }, register)
    return `${at}${at.includes('?') ? '&' : '?'}format=${format}`
  }
  return (
    <ButtonGroup>
      {mayTake && (
        <Form action={`${path}/take-next`} csrf={visit.csrf}>
          <Button preventDoubleClick={true}>Take the next one</Button>
        </Form>
      )}
      {mayStart && (
        <Button href={`${path}/start`} {...(mayTake ? { kind: 'secondary' } : {})}>
          {register.pathway.start.label}
        </Button>
      )}
      {mayBring && (
        <a class="govuk-link" href={`${path}/import`}>
          Import from a file
        </a>
      )}
      {mayExport && (
        <a class="govuk-link" href={address('xlsx')}>
          Export what you see (Excel)
        </a>
      )}
      {mayExport && (
        <a class="govuk-link" href={address('csv')}>
          Export what you see (CSV)
        </a>
      )}
    </ButtonGroup>
  )
}

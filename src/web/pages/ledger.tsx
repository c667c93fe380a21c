import { fileDeeds, isFileDeed } from '../../declare/files.ts'
import {
  eventWords,
  type LedgerLine,
  type LedgerPage,
  type LedgerQuery,
  ledgerRoles,
  readLedger,
  wholeLedger,
} from '../../engine/ledger/readLedger.ts'
import { isPackDeed, packDeeds } from '../../engine/pack/deeds.ts'
import { formatDay, formatInstant, isDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import {
  type AppliedFilter,
  type Cell,
  FilterPanel,
  Pagination,
  Select,
  Table,
  TextInput,
} from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, HandWrittenPage, Query, Web } from '../web.ts'

const path = '/ledger'
const names = Object.keys(wholeLedger) as readonly (keyof LedgerQuery)[]

const readQuery = (query: Query): LedgerQuery => {
  const one = (name: string): string => {
    const value = query[name]
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim().slice(0, 60)
  }
  const read = Object.fromEntries(names.map(name => [name, one(name)])) as unknown as LedgerQuery
  return { ...read, reference: read.reference.toUpperCase() }
}

const addressOf = (query: LedgerQuery): string => {
  const chosen = names.filter(name => query[name] !== '').map(name => [name, query[name]])
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`
}

/** What was done, in the words of the register where it is a deed of one. */
const whatWords = (web: Web, { event, register, action, detail }: LedgerLine): string => {
  if (event === 'looked' && action === 'readLedger') return 'Opened the ledger'
  const known = eventWords[event] ?? event
  const pathway = web.engine.registers.find(one => one.record.key === register)?.pathway
  const deed = action === 'start' ? pathway?.start : action === null ? undefined : pathway?.actions[action]
  if (event === 'looked' && detail === 'history') return 'Opened the history of a record'
  if (action !== null && isPackDeed(action)) return `${known}: ${packDeeds[action]}`
  const words = action !== null && isFileDeed(action) ? fileDeeds[action] : deed?.label
  return action === null ? known : `${known}: ${words ?? action}`
}

const refusals: Readonly<Record<string, string>> = {
  forbidden: 'Not allowed',
  notFound: 'Not there, or not theirs to see',
  conflict: 'Not possible any more',
}

/** The note of an entry; codes of stages and refusals in words. */
const noteWords = (web: Web, { event, register, detail }: LedgerLine): string => {
  if (detail === null || detail === '') return '–'
  if (event === 'refused') return refusals[detail] ?? detail
  const [, state = '', version, more = ''] = /^(\w+) v(\d+)( by link)?$/.exec(detail) ?? []
  const stage = web.engine.registers.find(one => one.record.key === register)?.pathway.states[state]?.label
  return stage === undefined ? detail : `${stage}, version ${version}${more === '' ? '' : ', by a linked record'}`
}

const rowOf = (web: Web, line: LedgerLine): readonly Cell[] => {
  const record = web.engine.registers.find(one => one.record.key === line.register)?.record
  const about = line.reference ? `${record?.title ?? ''} ${line.reference}`.trim() : (record?.plural ?? '–')
  return [
    { content: formatInstant(line.at) },
    { content: line.name ?? 'Canopy' },
    { content: line.role === 'system' ? 'Canopy' : (web.engine.roles[line.role ?? '']?.label ?? line.role ?? '–') },
    { content: whatWords(web, line) },
    { content: about },
    { content: noteWords(web, line) },
  ]
}

const whoName = (page: LedgerPage, id: string): string => {
  if (id === 'system') return 'Canopy'
  return page.accounts.find(one => one.id === id)?.name ?? 'nobody known'
}

const dayWords = (text: string): string => (isDay(text) ? formatDay(text) : text)

const appliedOf = (web: Web, page: LedgerPage, query: LedgerQuery): readonly AppliedFilter[] => {
  const record = web.engine.registers.find(one => one.record.key === query.register)?.record
  const chips: readonly (readonly [keyof LedgerQuery, string])[] = [
    ['who', `Who: ${whoName(page, query.who)}`],
    ['event', `What: ${eventWords[query.event as keyof typeof eventWords]}`],
    ['register', `Register: ${record?.plural}`],
    ['reference', `Reference: ${query.reference}`],
    ['from', `From: ${dayWords(query.from)}`],
    ['to', `To: ${dayWords(query.to)}`],
  ]
  return chips
    .filter(([name]) => query[name] !== '')
    .map(([name, text]) => ({ text, removeHref: addressOf({ ...query, [name]: '', before: '' }) }))
}

const Filters = ({ web, page, query }: { web: Web; page: LedgerPage; query: LedgerQuery }) => {
  const all = { value: '', text: 'All' }
  const select = (name: keyof LedgerQuery, label: string, items: readonly { value: string; text: string }[]) => (
    <Select name={name} label={label} labelClasses="govuk-label--s" value={query[name]} items={[all, ...items]} />
  )
  return (
    <FilterPanel action={path} applied={appliedOf(web, page, query)} clearHref={path}>
      {select('who', 'Who', [
        { value: 'system', text: 'Canopy and its operator' },
        ...page.accounts.map(({ id, name, username }) => ({ value: id, text: `${name} (${username})` })),
      ])}
      {select(
        'event',
        'What',
        Object.entries(eventWords).map(([value, text]) => ({ value, text })),
      )}
      {select(
        'register',
        'Register',
        web.engine.registers.map(({ record }) => ({ value: record.key, text: record.plural })),
      )}
      <TextInput name="reference" label="Reference" labelClasses="govuk-label--s" value={query.reference} width={20} />
      <TextInput
        name="from"
        label="From"
        labelClasses="govuk-label--s"
        hint="Like 2026-03-27"
        value={query.from}
        width={10}
      />
      <TextInput name="to" label="To" labelClasses="govuk-label--s" value={query.to} width={10} />
    </FilterPanel>
  )
}

const show: Handler = async (web, visit) => {
  const query = readQuery(visit.query)
  const page = await readLedger(web.engine, visit.actor, query)
  const { lines, older } = page
  return {
    page: frame(web, visit, {
      title: 'Ledger',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Ledger</h1>
          <p class="govuk-body">
            Who did, tried or looked at what, newest first. It holds codes and references, never what is in a record.
            Your reading of it is an entry too.
          </p>
          <Filters web={web} page={page} query={query} />
          {lines.length === 0 ? (
            <p class="govuk-body">No entry fits.</p>
          ) : (
            <Table
              id="ledger"
              caption={`${plural(lines.length, 'entry', 'entries')}${query.before === '' ? ', the newest' : ''}`}
              captionClasses="govuk-table__caption--m"
              head={['When', 'Who', 'Role', 'What', 'Of', 'Note'].map(content => ({ content }))}
              rows={lines.map(line => rowOf(web, line))}
              narrow="rows"
            />
          )}
          <Pagination
            landmarkLabel="Pages of the ledger"
            previous={
              query.before === '' ? undefined : { href: addressOf({ ...query, before: '' }), text: 'Newest entries' }
            }
            next={
              older === null
                ? undefined
                : { href: addressOf({ ...query, before: String(older) }), text: 'Older entries' }
            }
          />
        </>
      ),
    }),
  }
}

/** The ledger, for information governance alone. */
export const ledgerPage: HandWrittenPage = {
  method: 'GET',
  path,
  by: ledgerRoles,
  name: 'ledger',
  handler: show,
  navigation: { text: 'Ledger', order: 90 },
}

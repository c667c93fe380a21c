import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { now, today } from '../../../../kit/clock.ts'
import { formatDay, formatInstant, type Instant } from '../../../../kit/dates.ts'
import {
  type Answer,
  type ChronologyRow,
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  notFound,
  type RecordView,
  readChronology,
  readRecord,
  recordFrame,
  recordNavigation,
  recordsAbout,
  Tag,
  type Tx,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { personRegister } from '../index.ts'
import { mayRecord, practice } from '../pathway.ts'
import type { Person } from '../rules.ts'
import { familyServices, servicesOpenTogether } from '../services.ts'
import { factsOf, nameOf } from '../words.ts'
import {
  ChronologyFilters,
  type ChronologyQuery,
  ChronologyTable,
  chosenRows,
  chronologyAddress,
  chronologyCsv,
  chronologyDocument,
  chronologyText,
  knownAt,
  lastYear,
  notesOf,
  readChronologyQuery,
  toldRows,
  withoutNames,
} from './chronology.tsx'
import { FamilyLists, FamilyPicture, NetworkList, networkOf, pictureOf } from './family.tsx'
import { namesAround, readFamily, readNetwork, samePerson } from './load.ts'
import { flagsOf, OpenWork, PersonLinks, SamePerson, Warnings } from './parts.tsx'
import { groupMapPage, peersPage } from './peers.tsx'
import { searchHandlers, searchPath } from './search.tsx'
import { BothServices, Involved, type OpenService, type Together } from './services.tsx'

const readers: readonly Role[] = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'information_governance',
]

const rowOf = (view: RecordView): Person => view.held.row as unknown as Person

/** The child's one page: who it is, what must not be overlooked, who works with it, the family, and what happened. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, personRegister, visit.params.reference ?? '')
  // An analyst sees rows without names: there is no page of a person.
  if (!readers.includes(visit.actor.role as Role)) return { page: recordFrame(web, visit, personRegister, view) }
  const row = rowOf(view)
  const { about, family, rows, open, both, same } = await within(web.engine, visit.actor, async tx => {
    const ids = await samePerson(tx, row.id)
    const together = servicesOpenTogether(row.id)
    const services = familyServices(row.id)
    const [about, family, rows, open, both] = await Promise.all([
      recordsAbout(web.engine, tx, personRegister, ids),
      readFamily(tx, ids),
      readChronology(web.engine, tx, personRegister, ids),
      tx.query<OpenService & Record<string, unknown>>(services.sql, services.values),
      tx.query<Together & Record<string, unknown>>(together.sql, together.values),
    ])
    return { about, family, rows, open, both, same: await otherRecords(tx, row.id, ids) }
  })
  const picture = web.pictures.genogram(pictureOf(family, new Set([row.id]), today()))
  const recent = lastYear(rows, today())
  const path = `/person/${row.reference}`
  return {
    page: recordFrame(web, visit, personRegister, view, {
      facts: factsOf(row, today()),
      flags: flagsOf(view).map(words => <Tag colour="red">{words}</Tag>),
      without: web.engine.registers.map(({ record }) => record.key),
      first: (
        <>
          <SamePerson row={row} same={same} />
          <Warnings view={view} />
        </>
      ),
      before: (
        <>
          <PersonLinks path={path} />
          <BothServices both={both} words={serviceWords(web)} mayRecord={mayRecord(visit.actor.role)} />
          <OpenWork about={about} />
          <Involved open={open} words={serviceWords(web)} />
          <h2 class="govuk-heading-m" id="family">
            Family
          </h2>
          <FamilyPicture picture={picture} />
          <FamilyLists picture={picture} />
          <ChronologyTable
            rows={recent}
            caption={`Chronology of the last twelve months: ${recent.length} of ${rows.length}`}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}/chronology`}>
              The whole chronology, with filters and as it was known on a day
            </a>
          </p>
        </>
      ),
    }),
  }
}

/** Services in words: those of the register that keeps who is involved. */
const serviceWords = (web: Web) => {
  const field = web.engine.registers.find(({ record }) => record.key === 'involvement')?.record.fields.service
  return (code: string): string => (field?.kind === 'choice' ? optionOf(field.options, code)?.label : undefined) ?? code
}

interface OtherRecord {
  readonly reference: string
  readonly state: string
}

const otherRecords = async (tx: Tx, id: string, ids: readonly string[]): Promise<readonly OtherRecord[]> =>
  ids.length === 1
    ? []
    : tx.query<OtherRecord & Record<string, unknown>>(
        'select reference, state from canopy.person where id = any($1) and id <> $2 order by reference',
        [ids, id],
      )

interface Read {
  readonly view: RecordView
  readonly query: ChronologyQuery
  readonly all: readonly ChronologyRow[]
  readonly rows: readonly ChronologyRow[]
  readonly whose: ((row: ChronologyRow) => string) | undefined
  readonly told: (words: string) => string
}

/** The chronology as an address asks for it; the reading is in the ledger. */
const readAsked = async (web: Web, visit: Visit): Promise<Read> => {
  const view = await readRecord(web.engine, visit.actor, personRegister, visit.params.reference ?? '')
  const query = readChronologyQuery(visit)
  const { id } = view.held.row
  const { all, names, others } = await within(web.engine, visit.actor, async tx => {
    const asAt = knownAt(query)
    const children = query.siblings ? await siblingsOf(tx, id) : []
    const own = await entriesOf(web, tx, id, asAt)
    const theirs = await Promise.all(children.map(child => entriesOf(web, tx, child.id, asAt)))
    const names = new Map<string, string[]>()
    const name = (rows: readonly ChronologyRow[], words: string) => {
      for (const { key } of rows) names.set(key, [...(names.get(key) ?? []), words])
    }
    name(own, nameOf(rowOf(view)))
    for (const [at, rows] of theirs.entries()) name(rows, nameOf(children[at] as Sibling))
    const all = [...new Map([...own, ...theirs.flat()].map(row => [row.key, row])).values()]
    const subjects = await Promise.all([id, ...children.map(child => child.id)].map(one => samePerson(tx, one)))
    const others = query.redacted ? await namesAround(tx, subjects.flat()) : []
    return { all: all.sort((a, b) => a.on.localeCompare(b.on) || a.key.localeCompare(b.key)), names, others }
  })
  const told = withoutNames(others)
  return {
    view,
    query,
    all,
    rows: toldRows(chosenRows(all, query), told),
    told,
    whose: query.siblings ? row => (names.get(row.key) ?? []).join(', ') : undefined,
  }
}

const entriesOf = async (web: Web, tx: Tx, id: string, asAt: Instant | null) =>
  readChronology(web.engine, tx, personRegister, await samePerson(tx, id, asAt), asAt)

interface Sibling {
  readonly id: string
  readonly givenName: string | null
  readonly familyName: string | null
}

/** Brothers and sisters: recorded as such, or with a parent in common. */
const siblingsOf = (tx: Tx, id: string): Promise<Sibling[]> =>
  tx.query<Sibling & Record<string, unknown>>(
    `select p.id, p.given_name as "givenName", p.family_name as "familyName" from canopy.person p
      where p.id <> $1 and p.state = 'current' and p.id in (
        select b.other from canopy.relationship a join canopy.relationship b on b.person = a.person
         where a.other = $1 and a.kind = 'parent' and b.kind = 'parent' and a.state = 'current' and b.state = 'current'
        union select other from canopy.relationship where person = $1 and kind in ('sibling', 'halfSibling') and state = 'current'
        union select person from canopy.relationship where other = $1 and kind in ('sibling', 'halfSibling') and state = 'current')
      order by p.born_on, p.reference limit 20`,
    [id],
  )

const chronologyPage: Handler = async (web, visit) => {
  const { view, query, all, rows, whose, told } = await readAsked(web, visit)
  const { reference } = view.held.row
  const file = (format: string) => {
    const address = chronologyAddress(reference, query, '/file')
    return `${address}${address.includes('?') ? '&' : '?'}format=${format}`
  }
  return {
    page: frame(web, visit, {
      title: `Chronology ${reference}`,
      section: personRegister.record.plural,
      reference,
      back: { href: `/person/${reference}`, text: `Person ${reference}` },
      wide: true,
      above: [
        identity(personRegister, view, fieldContext(view.directory), factsOf(rowOf(view), today())),
        recordNavigation(visit, personRegister, reference, 'record'),
      ],
      children: (
        <>
          <h1 class="govuk-heading-l">Chronology</h1>
          {query.wrong.length > 0 && (
            <p class="govuk-error-message">
              <span class="govuk-visually-hidden">Error: </span>Enter dates like 2026-03-27. The other filters are
              applied
            </p>
          )}
          <ChronologyFilters reference={reference} query={query} rows={all} told={told} />
          {notesOf(rows, all.length, query).map(note => (
            <p class="govuk-body">{note}</p>
          ))}
          <ul class="govuk-list canopy-screen-only">
            <li>
              <a class="govuk-link" href={file('docx')}>
                Download as Word
              </a>
            </li>
            <li>
              <a class="govuk-link" href={file('txt')}>
                Download as plain text
              </a>
            </li>
            <li>
              <a class="govuk-link" href={file('csv')}>
                Download as CSV
              </a>
            </li>
            {mayRecord(visit.actor.role) && (
              <li>
                <a class="govuk-link" href="/chronology-event/start">
                  Add an event
                </a>
              </li>
            )}
          </ul>
          {rows.length === 0 ? (
            <p class="govuk-body">Nothing stands in this chronology that you may see.</p>
          ) : (
            <ChronologyTable rows={rows} caption="Chronology" whose={whose} />
          )}
        </>
      ),
    }),
  }
}

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

const chronologyFile: Handler = async (web, visit): Promise<Answer> => {
  const { view, query, all, rows } = await readAsked(web, visit)
  const { reference } = view.held.row
  const format = String(visit.query.format ?? '')
  const type = types[format]
  if (type === undefined) throw notFound()
  const notes = [
    ...notesOf(rows, all.length, query),
    `Made by ${visit.actor.name} on ${formatInstant(now())}. It holds personal data: keep it as the record is kept.`,
  ]
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'exported',
    register: personRegister.record.key,
    recordId: view.held.row.id,
    reference,
    detail: `chronology ${format}, ${rows.length} entries`,
  })
  const name = `chronology-${reference}.${format}`
  if (format === 'docx')
    return { file: await web.documents.word(chronologyDocument(reference, rows, notes)), type, name }
  return { file: format === 'csv' ? chronologyCsv(rows) : chronologyText(reference, rows, notes), type, name }
}

const familyPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, personRegister, visit.params.reference ?? '')
  const row = rowOf(view)
  const { family, supports } = await within(web.engine, visit.actor, async tx => {
    const ids = await samePerson(tx, row.id)
    return { family: await readFamily(tx, ids), supports: await readNetwork(tx, ids) }
  })
  const picture = web.pictures.genogram(pictureOf(family, new Set([row.id]), today()))
  const network = web.pictures.ecomap(networkOf({ id: row.id, name: nameOf(row) }, supports))
  if (visit.query.format === 'svg')
    return {
      file: web.pictures.standalone(picture),
      type: 'image/svg+xml; charset=utf-8',
      name: `family-${row.reference}.svg`,
    }
  return {
    page: frame(web, visit, {
      title: `Family ${row.reference}`,
      section: personRegister.record.plural,
      reference: row.reference,
      back: { href: `/person/${row.reference}`, text: `Person ${row.reference}` },
      wide: true,
      above: [identity(personRegister, view, fieldContext(view.directory), factsOf(row, today()))],
      children: (
        <>
          <h1 class="govuk-heading-l">Family on {formatDay(today())}</h1>
          <p class="govuk-body">{picture.summary}</p>
          <FamilyPicture picture={picture} />
          <p class="govuk-body canopy-screen-only">
            <a class="govuk-link" href={`/person/${row.reference}/family?format=svg`}>
              Download the picture (SVG)
            </a>
          </p>
          <FamilyLists picture={picture} />
          <h2 class="govuk-heading-m">Network</h2>
          <p class="govuk-body canopy-screen-only">
            <a class="govuk-link" href={`/person/${row.reference}/peers`}>
              Friends and groups, with who goes about with whom
            </a>
          </p>
          {supports.length === 0 ? (
            <p class="govuk-body">No school, practice, service or friend is recorded.</p>
          ) : (
            <>
              <p class="govuk-body">{network.summary}</p>
              <FamilyPicture picture={network} label="Picture of the network" />
              <NetworkList picture={network} />
            </>
          )}
        </>
      ),
    }),
  }
}

const get = (path: string, name: string, handler: Handler, by: readonly Role[] = readers): HandWrittenPage => ({
  method: 'GET',
  path,
  by,
  name,
  handler,
})

/** Whoever records people must look for them first; information governance looks for those it restricts. */
const searchers = [...practice, 'information_governance'] as const

const searchPages: readonly HandWrittenPage[] = (['GET', 'POST'] as const).map(method => ({
  method,
  path: searchPath,
  by: searchers,
  name: 'person search',
  handler: searchHandlers[method],
  ...(method === 'GET' ? { navigation: { text: 'Search people', order: 5 } } : {}),
}))

/** Pages of people that say more than the generated ones. */
export const personPages: readonly HandWrittenPage[] = [
  ...searchPages,
  get('/person/:reference', 'person record', recordPage, [...readers, 'analyst']),
  get('/person/:reference/chronology', 'person chronology', chronologyPage),
  get('/person/:reference/chronology/file', 'person chronology file', chronologyFile),
  get('/person/:reference/family', 'person family', familyPage),
  get('/person/:reference/peers', 'person friends and groups', peersPage),
  // Drawn from the same lines as that of a child, and so made here: registers do not import each other.
  get('/peer-group/:reference/map', 'group map', groupMapPage),
]

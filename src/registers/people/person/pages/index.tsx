import { optionOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { today } from '../../../../kit/clock.ts'
import { formatDay } from '../../../../kit/dates.ts'
import {
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  type RecordView,
  readChronology,
  readRecord,
  recordFrame,
  recordsAbout,
  Tag,
  type Tx,
  type Web,
  within,
} from '../../../../web/public.ts'
import { personRegister } from '../index.ts'
import { mayRecord, practice } from '../pathway.ts'
import type { Person } from '../rules.ts'
import { familyServices, servicesOpenTogether } from '../services.ts'
import { factsOf, nameOf } from '../words.ts'
import { ChronologyTable, lastYear } from './chronology.tsx'
import { chronologyFile, chronologyPage } from './chronologyPage.tsx'
import { FamilyLists, FamilyPicture, NetworkList, networkOf, pictureOf } from './family.tsx'
import { readFamily, readNetwork, samePerson } from './load.ts'
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
  'youth_justice_manager',
  'missing_coordinator',
  'interview_worker',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
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

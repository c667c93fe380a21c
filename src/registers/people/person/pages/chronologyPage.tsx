import { now, today } from '../../../../kit/clock.ts'
import { formatInstant, type Instant } from '../../../../kit/dates.ts'
import {
  type Answer,
  type ChronologyRow,
  fieldContext,
  frame,
  type Handler,
  identity,
  mayStartAt,
  notFound,
  type RecordView,
  readChronology,
  readRecord,
  recordNavigation,
  type Tx,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { personRegister } from '../index.ts'
import type { Person } from '../rules.ts'
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
  notesOf,
  readChronologyQuery,
  toldRows,
  withoutNames,
} from './chronology.tsx'
import { namesAround, samePerson } from './load.ts'

const rowOf = (view: RecordView): Person => view.held.row as unknown as Person

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

/** One chronology of all agencies, with its filters and its files. */
export const chronologyPage: Handler = async (web, visit) => {
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
            {mayStartAt(web, visit, '/chronology-event') && (
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

export const chronologyFile: Handler = async (web, visit): Promise<Answer> => {
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

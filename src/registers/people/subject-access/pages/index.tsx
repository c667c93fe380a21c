import { labelOf } from '../../../../declare/field.ts'
import type { Role } from '../../../../declare/roles.ts'
import { show } from '../../../../fields/kinds.ts'
import { now } from '../../../../kit/clock.ts'
import { formatInstant } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import {
  Alert,
  type Answer,
  type ChronologyRow,
  fieldContext,
  frame,
  type Handler,
  type HandWrittenPage,
  identity,
  inLines,
  notFound,
  type RecordView,
  readChronology,
  readRecord,
  recordFrame,
  recordNavigation,
  Table,
  type Tx,
  type Visit,
  viewIn,
  type Web,
  whenOf,
  within,
} from '../../../../web/public.ts'
import { type Copy, type CopyEntry, copyNotes, copyOf, copyText } from '../copy.ts'
import { subjectAccessRegister } from '../index.ts'
import type { Redaction, SubjectAccess } from '../rules.ts'

const governance: readonly Role[] = ['information_governance']

const entryOf = (row: ChronologyRow): CopyEntry => ({
  reference: row.reference,
  when: whenOf(row),
  title: row.title,
  text: [row.text, row.source === null ? '' : `Source: ${row.source}`].filter(part => part !== '').join('\n'),
})

/** The person's own record, answer by answer, with what was added to it over time. */
const ownEntry = (view: RecordView, { record }: Web['engine']['registers'][number]): CopyEntry => {
  const context = fieldContext(view.directory)
  const { row, lines } = view.held
  const told = (fields: typeof record.fields, values: Readonly<Record<string, unknown>>) =>
    Object.entries(fields).flatMap(([name, field]) => {
      const value = values[name]
      return value === null || value === undefined || view.hidden.has(name)
        ? []
        : [`${labelOf(field)}: ${show(field, value, context)}`]
    })
  const groups = Object.entries(record.lines).flatMap(([group, { title, fields }]) =>
    (lines[group] ?? []).map(line => `${title}: ${told(fields, line).join('; ')}`),
  )
  return {
    reference: row.reference,
    when: `Recorded ${formatInstant(row.createdAt)}`,
    title: 'Who it is about',
    text: [...told(record.fields, row), ...groups].join('\n'),
  }
}

interface Read {
  readonly view: RecordView
  readonly copy: Copy | null
}

/** Everything Canopy holds about the person as the answer gives it; after it is given, with the entries known then. */
const readCopy = async (web: Web, visit: Visit): Promise<Read> => {
  const view = await readRecord(web.engine, visit.actor, subjectAccessRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as SubjectAccess & { readonly closedAt: string | null }
  const people = web.engine.registers.find(({ record }) => record.key === 'person')
  const { person } = row
  if (person === null || people === undefined) return { view, copy: null }
  const entries = await within(web.engine, visit.actor, async tx => {
    const ids = await samePerson(tx, person)
    const own = []
    for (const id of ids) own.push(ownEntry(await viewIn(web.engine, tx, people, id), people))
    const rows = await readChronology(web.engine, tx, people, ids, row.closedAt)
    return [...own, ...rows.map(entryOf)]
  })
  return { view, copy: copyOf(entries, (view.held.lines.redactions ?? []) as unknown as readonly Redaction[]) }
}

/** All records of the one person, merged ones included. */
const samePerson = async (tx: Tx, id: string): Promise<readonly string[]> =>
  (
    await tx.query<{ id: string }>(
      "select s.id from canopy.one_person(array[$1::uuid]) s join canopy.person p on p.id = s.id where p.state <> 'recordedInError' order by p.reference",
      [id],
    )
  ).map(row => row.id)

const Faults = ({ faults }: Pick<Copy, 'faults'>) =>
  faults.length === 0 ? null : (
    <Alert variant="warning" title="Something that was to be taken out may still stand in the copy">
      <ul class="govuk-list govuk-list--bullet">
        {faults.map(fault => (
          <li>{fault}</li>
        ))}
      </ul>
    </Alert>
  )

const CopyTable = ({ copy }: { readonly copy: Copy }) => (
  <Table
    id="copy"
    caption={`The copy: ${plural(copy.entries.length, 'entry', 'entries')}`}
    captionClasses="govuk-table__caption--m"
    head={['When', 'What', 'As it is given', 'Entry'].map(content => ({ content }))}
    rows={copy.entries.map(entry => [
      { content: entry.when },
      { content: entry.title },
      { content: inLines(entry.text) },
      { content: entry.reference },
    ])}
    narrow="rows"
  />
)

const copyPage: Handler = async (web, visit) => {
  const { view, copy } = await readCopy(web, visit)
  const { reference } = view.held.row
  const path = `/subject-access/${reference}`
  return {
    page: frame(web, visit, {
      title: `Copy for ${reference}`,
      section: subjectAccessRegister.record.plural,
      reference,
      back: { href: path, text: `Request ${reference}` },
      wide: true,
      above: [
        identity(subjectAccessRegister, view, fieldContext(view.directory)),
        recordNavigation(visit, subjectAccessRegister, reference, 'record'),
      ],
      children: (
        <>
          <h1 class="govuk-heading-l">The copy</h1>
          {copy === null ? (
            <p class="govuk-body">The request names nobody on record, so Canopy has nothing to copy.</p>
          ) : (
            <>
              <Faults faults={copy.faults} />
              {copyNotes(copy).map(note => (
                <p class="govuk-body">{note}</p>
              ))}
              {view.held.row.closedAt !== null && (
                <p class="govuk-body">
                  Entries are those known when the request was closed. “Who it is about” is the record of today.
                </p>
              )}
              <p class="govuk-body canopy-screen-only">
                Read all of it before you give it.{' '}
                <a class="govuk-link" href={`${path}/copy/file?format=docx`}>
                  Download as Word
                </a>{' '}
                or{' '}
                <a class="govuk-link" href={`${path}/copy/file?format=txt`}>
                  as plain text
                </a>
                .
              </p>
              <CopyTable copy={copy} />
            </>
          )}
        </>
      ),
    }),
  }
}

const copyFile: Handler = async (web, visit): Promise<Answer> => {
  const { view, copy } = await readCopy(web, visit)
  const { id, reference } = view.held.row
  const { format } = visit.query
  if (copy === null || (format !== 'docx' && format !== 'txt')) throw notFound()
  await web.engine.ledger.write({
    at: now(),
    actor: visit.actor,
    event: 'exported',
    register: subjectAccessRegister.record.key,
    recordId: id,
    reference,
    detail: `copy ${format}, ${copy.entries.length} entries, ${copy.redactions} taken out`,
  })
  const title = `Copy of personal data for request ${reference}`
  const notes = [...copyNotes(copy), `Made on ${formatInstant(now())}.`]
  const name = `copy-${reference}.${format}`
  if (format === 'txt') return { file: copyText(title, notes, copy), type: 'text/plain; charset=utf-8', name }
  const rows = copy.entries.map(({ when, title: what, text, reference: entry }) => [when, what, text, entry])
  const parts = [{ title: 'Entries', head: ['When', 'What', 'Recorded', 'Entry'], rows }]
  return {
    file: await web.documents.word({ title, reference, notes, parts }),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name,
  }
}

const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, subjectAccessRegister, visit.params.reference ?? '')
  const mine = governance.includes(visit.actor.role as Role)
  return {
    page: recordFrame(web, visit, subjectAccessRegister, view, {
      before: mine && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/subject-access/${view.held.row.reference}/copy`}>
            The copy, with everything taken out that has to be
          </a>
        </p>
      ),
    }),
  }
}

const get = (path: string, name: string, handler: Handler, by: readonly Role[]): HandWrittenPage => ({
  method: 'GET',
  path,
  by,
  name,
  handler,
})

/** The copy that answers a request, made from the records and the lines of what is taken out. */
export const subjectAccessPages: readonly HandWrittenPage[] = [
  get(
    '/subject-access/:reference',
    'subject access record',
    recordPage,
    Object.keys(subjectAccessRegister.access.read) as Role[],
  ),
  get('/subject-access/:reference/copy', 'subject access copy', copyPage, governance),
  get('/subject-access/:reference/copy/file', 'subject access copy file', copyFile, governance),
]

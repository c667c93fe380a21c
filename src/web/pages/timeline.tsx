import type { Field } from '../../declare/field.ts'
import { fileDeeds } from '../../declare/files.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { fileHistory } from '../../engine/files/recordFiles.ts'
import type { StoredFile } from '../../engine/files/stored.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { readHistory, readRecord, type Version } from '../../engine/store/read.ts'
import type { FieldContext } from '../../fields/kind.ts'
import { show } from '../../fields/kinds.ts'
import { formatInstant, type Instant } from '../../kit/dates.ts'
import { SummaryList, Timeline, type TimelineItem } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler } from '../web.ts'
import { identity, recordNavigation } from './record.tsx'

/** What a version changed, in the words it was asked in. */
const changes = (register: Register, version: Version, before: Version | undefined, context: FieldContext) =>
  Object.keys(register.record.fields)
    .filter(name => JSON.stringify(version.row[name] ?? null) !== JSON.stringify(before?.row[name] ?? null))
    .map(name => {
      const field = register.record.fields[name] as Field
      const asked = version.words.fields[name]
      const value = version.row[name]
      const label = asked?.options && typeof value === 'string' ? asked.options[value] : undefined
      return { key: asked?.question ?? field.question, value: label ?? show(field, value, context) }
    })

/** Files added and removed, as things that happened. */
const filesAsItems = (files: readonly StoredFile[]): readonly TimelineItem[] => {
  const item = (title: string, at: Instant, by: string, ...rows: readonly (readonly [string, string])[]) => ({
    ...{ title, when: formatInstant(at), iso: at, by },
    children: (
      <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} classes="govuk-summary-list--no-border" />
    ),
  })
  return files.flatMap(({ name, addedAt, addedByName, removedAt, removedByName, removedWhy }) => [
    item(fileDeeds.addFile, addedAt, addedByName, ['File', name]),
    ...(removedAt === null
      ? []
      : [
          item(
            fileDeeds.removeFile,
            removedAt,
            removedByName ?? '',
            ['File', name],
            ['Why is it removed?', removedWhy ?? ''],
          ),
        ]),
  ])
}

/** Everything that happened to a record, newest first, in the words of its day. */
export const timelinePage =
  (register: Register): Handler =>
  async (web, visit) => {
    const reference = visit.params.reference ?? ''
    const view = await readRecord(web.engine, visit.actor, register, reference)
    const history = await readHistory(web.engine, visit.actor, register, reference)
    const files = await fileHistory(web.engine, visit.actor, register, view.held.row.id)
    const context = fieldContext(view.directory)
    const versions = history.map((version, at): TimelineItem => {
      const rows = changes(register, version, history[at + 1], context)
      return {
        title: version.words.actions[version.action] ?? version.action,
        when: formatInstant(version.row.updatedAt),
        iso: version.row.updatedAt,
        by: version.byName,
        children: rows.length > 0 && <SummaryList rows={rows} classes="govuk-summary-list--no-border" />,
      }
    })
    return {
      page: frame(web, visit, {
        title: 'Timeline',
        section: `${register.record.title} ${view.held.row.reference}`,
        reference: view.held.row.reference,
        back: { href: `/${pathOf(register)}/${view.held.row.reference}` },
        above: [
          identity(register, view, context),
          recordNavigation(visit, register, view.held.row.reference, 'history'),
        ],
        children: (
          <>
            <h1 class="govuk-heading-l">Timeline</h1>
            <Timeline
              headingLevel={2}
              items={[...[...filesAsItems(files)].reverse(), ...versions].sort((a, b) => b.iso.localeCompare(a.iso))}
            />
          </>
        ),
      }),
    }
  }

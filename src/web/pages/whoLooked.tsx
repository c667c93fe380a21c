import { fileDeeds, isFileDeed } from '../../declare/files.ts'
import { pathOf, type Register } from '../../declare/register.ts'
import { whoLooked } from '../../engine/ledger/whoLooked.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { readRecord } from '../../engine/store/read.ts'
import { actionOf, findAction } from '../../engine/store/step.ts'
import { formatInstant } from '../../kit/dates.ts'
import { Table } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler } from '../web.ts'
import { identity, recordNavigation } from './record.tsx'

const did: Readonly<Record<string, string>> = {
  looked: 'Opened the record',
  performed: 'Changed the record',
  refused: 'Tried, and was refused',
  exported: 'Exported the record',
}

const deedWords = (register: Register, action: string): string =>
  isFileDeed(action)
    ? fileDeeds[action]
    : action === 'start' || findAction(register, action)
      ? actionOf(register, action).label
      : action

/** Who opened or changed a record, from the ledger; for those whose role may see the ledger. */
export const whoLookedPage =
  (register: Register): Handler =>
  async (web, visit) => {
    const reference = visit.params.reference ?? ''
    const view = await readRecord(web.engine, visit.actor, register, reference)
    const entries = await whoLooked(web.engine, visit.actor, register, view.held.row.id)
    return {
      page: frame(web, visit, {
        title: 'Who looked',
        section: `${register.record.title} ${view.held.row.reference}`,
        reference: view.held.row.reference,
        back: { href: `/${pathOf(register)}/${view.held.row.reference}` },
        above: [
          identity(register, view, fieldContext(view.directory)),
          recordNavigation(visit, register, view.held.row.reference, 'who'),
        ],
        children: (
          <>
            <h1 class="govuk-heading-l">Who looked</h1>
            <Table
              caption={`The last ${entries.length} times, newest first`}
              captionClasses="govuk-table__caption--m"
              head={['When', 'Who', 'Role', 'What'].map(content => ({ content }))}
              rows={entries.map(entry => [
                { content: formatInstant(entry.at) },
                { content: entry.name ?? 'Canopy' },
                { content: web.engine.roles[entry.role ?? '']?.label ?? entry.role ?? '' },
                {
                  content: `${did[entry.event] ?? entry.event}${entry.action ? `: ${deedWords(register, entry.action)}` : ''}`,
                },
              ])}
              narrow="rows"
            />
          </>
        ),
      }),
    }
  }

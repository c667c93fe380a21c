import { pathOf } from '../../../../declare/register.ts'
import { type HandWrittenPage, keepPosted } from '../../../../web/public.ts'
import { worryReportAccess } from '../access.ts'
import { worryReportRegister } from '../index.ts'
import { reportCopy, reportPage } from './report.tsx'
import { onPage, saveSafety, saveTelephone, startPage, telephonePage } from './start.tsx'

const path = `/${pathOf(worryReportRegister)}`
const senders = worryReportRegister.pathway.start.by
const readers = Object.keys(worryReportAccess.read) as unknown as HandWrittenPage['by']

const page = (
  method: 'GET' | 'POST',
  end: string,
  by: HandWrittenPage['by'],
  handler: HandWrittenPage['handler'],
): HandWrittenPage => ({ method, path: `${path}${end}`, by, name: 'worry_report', handler })

const keep =
  (number: '1' | '2'): NonNullable<HandWrittenPage['keep']> =>
  (web, visit) =>
    keepPosted(worryReportRegister)(web, onPage(visit, number))

/** The way in, safety first; the report with its receipt and decision; and the copy for the setting's file. */
export const worryReportPages = (everybody: HandWrittenPage['by']): readonly HandWrittenPage[] => [
  // Whoever may not report is told so, and not that there is no such page.
  page('GET', '/start', everybody, startPage),
  { ...page('POST', '/start/:draft/1', senders, saveSafety), keep: keep('1') },
  page('GET', '/start/:draft/2', senders, telephonePage),
  { ...page('POST', '/start/:draft/2', senders, saveTelephone), keep: keep('2') },
  page('GET', '/:reference', readers, reportPage),
  page('GET', '/:reference/copy', readers, reportCopy),
]

import type { Role } from '../../../../declare/roles.ts'
import { auditsCases } from '../../../../fields/lists/audits.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame } from '../../../../web/public.ts'
import { auditCaseAccess } from '../access.ts'
import { auditCaseRegister } from '../index.ts'
import { answerQuestions, askedOf, showQuestions } from './questions.tsx'

const readers = Object.keys(auditCaseAccess.read) as Role[]

/** The generated page with the way to all questions at once. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, auditCaseRegister, visit.params.reference ?? '')
  const may = view.possible.some(({ action }) => action === 'answer')
  const before = may ? (
    <p class="govuk-body canopy-screen-only">
      <a class="govuk-link" href={`/audit-case/${view.held.row.reference}/questions`}>
        Answer the questions
      </a>
    </p>
  ) : undefined
  const asked = await askedOf(web, visit, view.held.row.audit)
  const lineWords = { 'answers.code': (value: unknown) => asked.find(({ code }) => code === value)?.words }
  return { page: recordFrame(web, visit, auditCaseRegister, view, { ...(before && { before }), lineWords }) }
}

const path = '/audit-case/:reference'

/** The page of a case, and its questions on one page. */
export const auditCasePages: readonly HandWrittenPage[] = [
  { method: 'GET', path, by: readers, name: 'audit case record', handler: recordPage },
  {
    ...{ method: 'GET', path: `${path}/questions`, by: [...auditsCases], name: 'audit case questions' },
    handler: showQuestions,
  },
  {
    ...{ method: 'POST', path: `${path}/questions`, by: [...auditsCases], name: 'audit case questions' },
    handler: answerQuestions,
  },
]

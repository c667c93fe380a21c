import type { Role } from '../../../../declare/roles.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame } from '../../../../web/public.ts'
import { earlyHelpAccess } from '../access.ts'
import { earlyHelpRegister } from '../index.ts'

const readers = Object.keys(earlyHelpAccess.read) as Role[]
/** Who report worries through the portal; everybody else speaks with the contact team. */
const reporters: readonly string[] = earlyHelpAccess.addressed ?? []

/** The generated page with the way to step up: a report of a worry, never a state of early help (rulebook EH-03). */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, earlyHelpRegister, visit.params.reference ?? '')
  const { row } = view.held
  if (row.closedAt !== null || !reporters.includes(visit.actor.role))
    return { page: recordFrame(web, visit, earlyHelpRegister, view) }
  const before = (
    <p class="govuk-body canopy-screen-only">
      May a child be at risk of harm?{' '}
      <a class="govuk-link" href="/worry-report/start">
        Report a worry about this family
      </a>
    </p>
  )
  return { page: recordFrame(web, visit, earlyHelpRegister, view, { before }) }
}

export const earlyHelpPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: '/early-help-assessment/:reference',
    by: readers,
    name: 'early help assessment',
    handler: recordPage,
  },
]

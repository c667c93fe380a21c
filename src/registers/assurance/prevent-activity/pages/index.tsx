import type { Role } from '../../../../declare/roles.ts'
import { type Handler, type HandWrittenPage, mayStartAt, readRecord, recordFrame } from '../../../../web/public.ts'
import { preventActivityAccess } from '../access.ts'
import { preventActivityRegister } from '../index.ts'

const readers = Object.keys(preventActivityAccess.read) as Role[]

/** The generated page with the way to the contact team: a worry about one child is a report, never an activity. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, preventActivityRegister, visit.params.reference ?? '')
  const before = (
    <p class="govuk-body canopy-screen-only">
      Nobody is named here. Worried about one child?{' '}
      {mayStartAt(web, visit, '/worry-report') ? (
        <a class="govuk-link" href="/worry-report/start">
          Report the worry to the contact team
        </a>
      ) : (
        'Telephone the contact team.'
      )}
    </p>
  )
  return { page: recordFrame(web, visit, preventActivityRegister, view, { before }) }
}

export const preventActivityPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: '/prevent-activity/:reference', by: readers, name: 'prevent activity', handler: recordPage },
]

import type { Role } from '../../../../declare/roles.ts'
import { readsResults } from '../../../../fields/lists/audits.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame, type Sampling } from '../../../../web/public.ts'
import { auditAccess } from '../access.ts'
import { auditRegister } from '../index.ts'
import { resultsPage } from './results.tsx'
import { samplePages } from './sample.tsx'

const readers = Object.keys(auditAccess.read) as Role[]
/** Whoever sees all cases of an audit, and so sees its results whole. */
const whole: readonly Role[] = ['audit_lead', ...readsResults]

/** The generated page with the ways to the sample, the cases and the results. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, auditRegister, visit.params.reference ?? '')
  const { reference } = view.held.row
  const link = (href: string, text: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  )
  const before = (
    <ul class="govuk-list canopy-screen-only">
      {(whole as readonly string[]).includes(visit.actor.role) &&
        link(`/audit/${reference}/results`, 'Results: answers, grades and agreement, counted from the cases')}
      {visit.actor.role === 'audit_lead' && link(`/audit/${reference}/sample`, 'The sample and its cases')}
      {link(`/audit-case?audit=${reference}`, 'Cases of this audit')}
    </ul>
  )
  return { page: recordFrame(web, visit, auditRegister, view, { before }) }
}

const toSample: Handler = async (_web, visit) => ({ redirect: `/audit/${visit.params.reference}/sample` })

/** The page of an audit, its sample and its results. */
export const auditPages = (sampling: Sampling): readonly HandWrittenPage[] => [
  { method: 'GET', path: '/audit/:reference', by: readers, name: 'audit record', handler: recordPage },
  { method: 'GET', path: '/audit/:reference/results', by: whole, name: 'audit results', handler: resultsPage },
  ...samplePages(sampling),
  // Drawing opens the cases with it: the generated form of the deed would only say that it was done.
  { method: 'GET', path: '/audit/:reference/draw', by: ['audit_lead'], name: 'audit draw', handler: toSample },
  { method: 'GET', path: '/audit/:reference/draw/:page', by: ['audit_lead'], name: 'audit draw', handler: toSample },
  { method: 'POST', path: '/audit/:reference/draw/:page', by: ['audit_lead'], name: 'audit draw', handler: toSample },
]

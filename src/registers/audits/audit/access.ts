import { access, everyone, me, scope } from '../../../declare/access.ts'
import { auditsCases, readsResults } from '../../../fields/lists/audits.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { audit } from './record.ts'

/** An audit names no child. Auditors see those in which they audit a case, to answer its questions. */
const whereTheyAudit = scope(
  'where they audit a case',
  `id in (select c.audit from canopy.audit_case c where ${me.account} in (c.auditor, c.second_auditor))`,
)

export const auditAccess = access(audit, {
  read: { audit_lead: everyone, ...each(readsResults, everyone), ...each(auditsCases, whereTheyAudit) },
  exports: ['audit_lead', 'partnership_manager', 'analyst'],
})

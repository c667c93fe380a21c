import { access, everyone, scope } from '../../../declare/access.ts'
import { auditsCases, readsResults } from '../../../fields/lists/audits.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { audit } from './record.ts'

/** An audit names no child. Whoever may be asked to audit sees its questions for as long as cases are audited, and then its recommendations. */
const underWay = scope('those planned and under way', "state in ('planned', 'fieldwork')")

export const auditAccess = access(audit, {
  read: { audit_lead: everyone, ...each(readsResults, everyone), ...each(auditsCases, underWay) },
  exports: ['audit_lead', 'partnership_manager', 'analyst'],
})

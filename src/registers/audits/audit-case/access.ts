import { access, everyone, me, scope } from '../../../declare/access.ts'
import { auditsCases, readsResults } from '../../../fields/lists/audits.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { auditCase } from './record.ts'

const theirOwn = scope('those they audit', `${me.account} in (auditor, second_auditor)`)

/** Auditors see the cases given to them. Who reads results sees counts and grades, never what was written of a case or which it is. */
export const auditCaseAccess = access(auditCase, {
  read: { audit_lead: everyone, ...each(readsResults, everyone), ...each(auditsCases, theirOwn) },
  pseudonymised: [...readsResults],
  exports: ['audit_lead', 'analyst'],
})

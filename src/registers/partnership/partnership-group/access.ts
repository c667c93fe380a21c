import { access, everyone } from '../../../declare/access.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { keepsStructure, seesStructure } from '../../../fields/lists/partnership.ts'
import { partnershipGroup } from './record.ts'

/** Names nobody: who reports to whom is for all who belong to it. */
export const partnershipGroupAccess = access(partnershipGroup, {
  read: { ...each(keepsStructure, everyone), ...each(seesStructure, everyone) },
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

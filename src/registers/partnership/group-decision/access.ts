import { access, everyone } from '../../../declare/access.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { keepsStructure, seesStructure } from '../../../fields/lists/partnership.ts'
import { groupDecision } from './record.ts'

/** Decisions name no child and bind every agency: all of them read what was decided. */
export const groupDecisionAccess = access(groupDecision, {
  read: { ...each(keepsStructure, everyone), ...each(seesStructure, everyone) },
  exports: ['partnership_manager', 'audit_lead', 'scrutineer'],
})

import { access, everyone } from '../../../declare/access.ts'
import { keepsActions, seesPlans } from '../../../fields/lists/actions.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { actionPlan } from './record.ts'

/** A plan names no child: whoever may have to do something in it can read where it stands. */
export const actionPlanAccess = access(actionPlan, {
  read: { ...each(keepsActions, everyone), ...each(seesPlans, everyone) },
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

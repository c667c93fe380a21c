import { access, everyone } from '../../../declare/access.ts'
import { keepsActions, seesPlans } from '../../../fields/lists/actions.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { recommendation } from './record.ts'

/** A recommendation names no child and is meant to be followed by all: whoever may have to carry one out reads them. */
export const recommendationAccess = access(recommendation, {
  read: { ...each(keepsActions, everyone), ...each(seesPlans, everyone) },
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

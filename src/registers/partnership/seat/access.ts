import { access, everyone } from '../../../declare/access.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { keepsStructure, seesStructure } from '../../../fields/lists/partnership.ts'
import { seat } from './record.ts'

/** Members know who sits beside them; figures need no names. */
export const seatAccess = access(seat, {
  read: { ...each(keepsStructure, everyone), ...each(seesStructure, everyone) },
  pseudonymised: ['analyst'],
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

import { access, everyone } from '../../../declare/access.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { keepsStructure, seesStructure } from '../../../fields/lists/partnership.ts'
import { businessPost } from './record.ts'

/** The partners pay for the unit and may know what they pay for; figures need no names. */
export const businessPostAccess = access(businessPost, {
  read: { ...each(keepsStructure, everyone), ...each(seesStructure, everyone) },
  pseudonymised: ['analyst'],
  exports: ['partnership_manager', 'scrutineer', 'analyst'],
})

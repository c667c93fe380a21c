import { access, everyone } from '../../../declare/access.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { keepsStructure, seesStructure } from '../../../fields/lists/partnership.ts'
import { arrangementPartner } from './record.ts'

/** The arrangements are published: nothing about anybody stands here. */
export const arrangementPartnerAccess = access(arrangementPartner, {
  read: { ...each(keepsStructure, everyone), ...each(seesStructure, everyone) },
  exports: ['partnership_manager', 'scrutineer', 'analyst'],
})

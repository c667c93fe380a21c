import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { preventActivity } from './record.ts'

/** Names nobody: each agency its own, the partnership all; the police see what every agency does. */
export const preventActivityAccess = access(preventActivity, {
  read: {
    police_unit: everyone,
    agency_lead: ownAgency,
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['police_unit', 'partnership_manager', 'analyst'],
})

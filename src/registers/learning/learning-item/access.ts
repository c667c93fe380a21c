import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { learningItem } from './record.ts'

/** Names nobody but the owner: each agency its own, the partnership all. */
export const learningItemAccess = access(learningItem, {
  read: {
    police_unit: ownAgency,
    agency_lead: ownAgency,
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  hide: { owner: ['analyst'] },
  exports: ['police_unit', 'partnership_manager', 'audit_lead', 'analyst'],
})

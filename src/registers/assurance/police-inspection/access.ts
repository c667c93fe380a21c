import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { policeInspection } from './record.ts'

/** Names nobody: the police and the partnership all. */
export const policeInspectionAccess = access(policeInspection, {
  read: {
    police_unit: everyone,
    agency_lead: ownAgency,
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['police_unit', 'partnership_manager', 'audit_lead', 'analyst'],
})

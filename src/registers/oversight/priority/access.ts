import { access, everyone } from '../../../declare/access.ts'
import { priority } from './record.ts'

/** A priority is published and names nobody: all who work towards it read it. */
export const priorityAccess = access(priority, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
    agency_lead: everyone,
  },
  exports: ['partnership_manager', 'audit_lead', 'scrutineer', 'analyst'],
})

import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { priorityEvidence } from './record.ts'

/** Names nobody: an agency reads its own, those who oversee the partnership read all. */
export const priorityEvidenceAccess = access(priorityEvidence, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
    agency_lead: ownAgency,
  },
  exports: ['partnership_manager', 'audit_lead', 'scrutineer', 'analyst'],
})

import { access, everyone } from '../../../declare/access.ts'
import { engagementEvent } from './record.ts'

/** Names nobody: youth services and those who oversee the partnership. */
export const engagementEventAccess = access(engagementEvent, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['youth_safety_lead', 'youth_justice_manager', 'partnership_manager', 'scrutineer', 'analyst'],
})

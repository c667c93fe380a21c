import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { section11Return } from './record.ts'

/** An agency sees its own returns and no other agency's; those who lead and test the partnership's assurance see all. */
export const section11Access = access(section11Return, {
  read: {
    agency_lead: ownAgency,
    audit_lead: everyone,
    partnership_manager: everyone,
    scrutineer: everyone,
  },
  exports: ['audit_lead', 'partnership_manager', 'scrutineer'],
})

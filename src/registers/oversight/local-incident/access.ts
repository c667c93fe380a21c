import { access, everyone, me, scope } from '../../../declare/access.ts'
import { localIncident } from './record.ts'

/** Providers of youth spaces report, and read what they reported. */
const ownOnes = scope('those they recorded', `created_by = ${me.account}`)

export const localIncidentAccess = access(localIncident, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
    programme_provider: ownOnes,
  },
  pseudonymised: ['analyst'],
  exports: ['youth_safety_lead', 'youth_justice_manager', 'partnership_manager', 'analyst'],
})

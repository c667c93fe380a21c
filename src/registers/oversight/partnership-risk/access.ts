import { access, everyone, me, scope } from '../../../declare/access.ts'
import { partnershipRisk } from './record.ts'

/** Names no child. Those who oversee the partnership read all; an agency what it answers for. */
const ownOnes = scope(
  'those they or their agency have to do',
  `owner_person = ${me.account} or owner_agency in (select canopy.agencies_of(${me.agency}))`,
)

export const partnershipRiskAccess = access(partnershipRisk, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    analyst: everyone,
    agency_lead: ownOnes,
  },
  exports: ['partnership_manager', 'audit_lead', 'scrutineer', 'analyst'],
})

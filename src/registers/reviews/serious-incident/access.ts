import { access, everyone, me, scope } from '../../../declare/access.ts'
import { seriousIncident } from './record.ts'

const asked = scope(
  'those in which their agency was asked',
  `agencies_asked && array(select canopy.agencies_of(${me.agency}))`,
)

/**
 * Everything here is under a pseudonym. Which person it is, is shown to two roles alone; who scrutinises and audits reads the
 * decisions and their reasons without the family's story; the analyst has figures and no record.
 */
export const seriousIncidentAccess = access(seriousIncident, {
  read: {
    partnership_manager: everyone,
    screening_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    agency_lead: asked,
  },
  pseudonymised: ['audit_lead', 'scrutineer'],
  hide: { person: ['agency_lead'] },
})

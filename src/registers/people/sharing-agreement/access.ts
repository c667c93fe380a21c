import { access, everyone, me, scope } from '../../../declare/access.ts'
import { agreement } from './record.ts'

const party = scope('those their agency is a party to', `${me.agency} = any (parties)`)

/** An agreement tells of no person: those who work for the partnership see all, other agencies those they are party to. */
export const agreementAccess = access(agreement, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    exploitation_coordinator: everyone,
    encompass_coordinator: everyone,
    information_governance: everyone,
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    check_answerer: party,
    setting_lead: party,
    agency_lead: party,
  },
  exports: ['information_governance', 'partnership_manager'],
})

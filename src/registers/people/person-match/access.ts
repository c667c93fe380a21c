import { access, everyone } from '../../../declare/access.ts'
import { personMatch } from './record.ts'

/** Seen only by those who may know of both people. */
export const personMatchAccess = access(personMatch, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    information_governance: everyone,
  },
})

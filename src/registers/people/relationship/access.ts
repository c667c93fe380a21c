import { access, everyone } from '../../../declare/access.ts'
import { relationship } from './record.ts'

/** Seen by those who see people, and only where they may know of both. */
export const relationshipAccess = access(relationship, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    exploitation_coordinator: everyone,
    referral_mechanism_coordinator: everyone,
    information_governance: everyone,
  },
  imports: ['screening_manager'],
})

import { access, everyone } from '../../../declare/access.ts'
import { household } from './record.ts'

/**
 * Seen by those who see people: members only where they may know of them, and the household itself only where they may
 * know of one of its members. Nobody is told whom to ask, as a household has no restriction of its own.
 */
export const householdAccess = access(household, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    exploitation_coordinator: everyone,
    information_governance: everyone,
  },
  restricted: { withheld: 'canopy.withheld_households' },
})

import { access, everyone } from '../../../declare/access.ts'
import { person } from './record.ts'

/**
 * Those who work with families see people, except those who are restricted. Other agencies see nobody here: what they may
 * know reaches them as a sharing record.
 */
export const personAccess = access(person, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    youth_justice_manager: everyone,
    exploitation_coordinator: everyone,
    referral_mechanism_coordinator: everyone,
    missing_coordinator: everyone,
    interview_worker: everyone,
    information_governance: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    searchedFor: ['analyst'],
    firstLanguage: ['analyst'],
    pronouns: ['analyst'],
    'schools.schoolName': ['analyst'],
  },
  restricted: { withheld: 'canopy.withheld_people', locked: 'canopy.locked_people', emergency: 'break_glass' },
  exports: ['analyst'],
  imports: ['screening_manager'],
})

import { access, everyone } from '../../../declare/access.ts'
import { involvement } from './record.ts'

/** Seen by those who see people, and only where they may know of the person. Analysts see which services, never who. */
export const involvementAccess = access(involvement, {
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
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  // Free text that may hold a name, and the name of a small agency, tell who is meant.
  hide: { agencyName: ['analyst'], role: ['analyst'] },
  exports: ['analyst'],
  imports: ['screening_manager'],
})

import { access, everyone } from '../../../declare/access.ts'
import { youngCarer } from './record.ts'

/** Seen by those who see people, and only where they may know of the child and of the person cared for. */
export const youngCarerAccess = access(youngCarer, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    social_worker: everyone,
    team_manager: everyone,
    private_fostering_coordinator: everyone,
    information_governance: everyone,
    analyst: everyone,
  },
  // Every free text of this register is marked sensitive, so that an analyst sees answers and days.
  pseudonymised: ['analyst'],
  exports: ['analyst'],
  imports: ['screening_manager'],
})

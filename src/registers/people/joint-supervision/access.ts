import { access, everyone } from '../../../declare/access.ts'
import { jointSupervision } from './record.ts'

/** Seen by those who see people, and only where they may know of both the child and the adult. */
export const jointSupervisionAccess = access(jointSupervision, {
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
  // Every free text and name of this register is marked sensitive, so that an analyst sees days and reasons.
  pseudonymised: ['analyst'],
  exports: ['analyst'],
})

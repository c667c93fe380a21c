import { access, everyone } from '../../../declare/access.ts'
import { chronologyEvent } from './record.ts'

/** Seen by those who see people, where they may know of the person. */
export const chronologyEventAccess = access(chronologyEvent, {
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
  imports: ['screening_manager', 'team_manager'],
})

import { access, everyone, ownTeam } from '../../../declare/access.ts'
import { traffickingReferral } from './record.ts'

/** The coordinators see all; whoever made the referral their own team's. Members of the panel see a case as the panel shows it. */
export const traffickingReferralAccess = access(traffickingReferral, {
  read: {
    referral_mechanism_coordinator: everyone,
    exploitation_coordinator: everyone,
    social_worker: ownTeam,
    team_manager: ownTeam,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: { person: ['analyst'] },
  exports: ['referral_mechanism_coordinator', 'analyst'],
})

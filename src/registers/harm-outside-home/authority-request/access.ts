import { access, everyone, ownTeam } from '../../../declare/access.ts'
import { authorityRequest } from './record.ts'

/** The coordinator sees all, a worker and a manager their own team's. What is told to another authority has a record of sharing besides. */
export const authorityRequestAccess = access(authorityRequest, {
  read: {
    exploitation_coordinator: everyone,
    social_worker: ownTeam,
    team_manager: ownTeam,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: { person: ['analyst'] },
  exports: ['exploitation_coordinator', 'analyst'],
})

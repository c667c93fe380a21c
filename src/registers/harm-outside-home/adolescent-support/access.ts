import { access, everyone, me, ownTeam, scope } from '../../../declare/access.ts'
import { adolescentSupport } from './record.ts'

const allocated = scope('allocated to them', `allocated_to = ${me.account}`)

/** The coordinator decides, a case manager sees the young people allocated to them, and whoever referred one their own team's. */
export const adolescentSupportAccess = access(adolescentSupport, {
  read: {
    exploitation_coordinator: everyone,
    interview_worker: allocated,
    social_worker: ownTeam,
    team_manager: ownTeam,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: { person: ['analyst'] },
  exports: ['exploitation_coordinator', 'analyst'],
})

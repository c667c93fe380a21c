import { access, everyone, me, scope } from '../../../declare/access.ts'
import { immediateWorry } from './record.ts'

const allocated = scope('allocated to them', `allocated_to = ${me.account}`)
const recorded = scope('those they recorded', `created_by = ${me.account}`)

/** Who raised it, who acts on it, and the missing coordinator. A manager who hands it on sees it no more, so managers see all. */
export const immediateWorryAccess = access(immediateWorry, {
  read: {
    missing_coordinator: everyone,
    interview_worker: recorded,
    social_worker: allocated,
    screener: allocated,
    team_manager: everyone,
    screening_manager: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    child: ['analyst'],
    interview: ['analyst', 'screener', 'screening_manager'],
    receiver: ['analyst'],
    raisedBy: ['analyst'],
  },
})

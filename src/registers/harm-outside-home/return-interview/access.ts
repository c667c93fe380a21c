import { access, everyone, me, scope } from '../../../declare/access.ts'
import { returnInterview } from './record.ts'

const theirs = scope(
  "own team's, those given to them, and those that no team has yet",
  `team is null or team in (select canopy.teams_of(${me.team})) or allocated_to = ${me.account}`,
)
const ofOwnTeam = scope('of children of their own team', `child_team in (select canopy.teams_of(${me.team}))`)

/**
 * The missing team, and the team that works with the child. Neither the placement nor the police: what they may know reaches them as a
 * plan in the episode, and as intelligence without who said it.
 */
export const returnInterviewAccess = access(returnInterview, {
  read: {
    missing_coordinator: everyone,
    interview_worker: theirs,
    social_worker: ofOwnTeam,
    team_manager: ofOwnTeam,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    child: ['analyst'],
    episode: ['analyst'],
    responsibleName: ['analyst'],
    heldIn: ['analyst'],
    placeNamed: ['analyst'],
    'named.knownPlace': ['analyst'],
    'named.namedKind': ['analyst'],
    worryReceiver: ['analyst'],
  },
  exports: ['missing_coordinator', 'analyst'],
})

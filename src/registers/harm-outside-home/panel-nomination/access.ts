import { access, everyone, me, ownTeam, scope } from '../../../declare/access.ts'
import { each, runsMeetings } from '../../../fields/lists/meetings.ts'
import { panelNomination } from './record.ts'

const ownOnes = scope('those they recorded', `created_by = ${me.account}`)
const heardAtOwn = scope(
  'those they recorded, and those heard at meetings their agency is invited to',
  `created_by = ${me.account} or heard_by && array(select canopy.agencies_of(${me.agency}))`,
)

/** Those who run the panel, whoever nominated, and the agencies that hear it; never somebody with a conflict of interest. */
export const panelNominationAccess = access(panelNomination, {
  read: {
    exploitation_coordinator: everyone,
    missing_coordinator: everyone,
    ...each(runsMeetings, ownTeam),
    social_worker: ownOnes,
    team_manager: ownOnes,
    police_unit: heardAtOwn,
    panel_member: heardAtOwn,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    policeOnly: ['panel_member', 'social_worker', 'team_manager'],
    'network.tieName': ['panel_member'],
  },
  restricted: { withheld: 'canopy.conflicting_nominations' },
  exports: ['exploitation_coordinator', 'analyst'],
})

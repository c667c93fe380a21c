import { access, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { packPage } from './record.ts'

/** Read by those who hear it; what only police and council may read stays with them, and never with somebody in conflict. */
export const packPageAccess = access(packPage, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
  },
  hide: { policeOnly: ['panel_member', 'domestic_abuse_advocate'] },
})

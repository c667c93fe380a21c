import { access, everyone, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { agendaItem } from './record.ts'

/**
 * Seen by those who run the meeting and by the agencies invited, but never by somebody with a declared conflict of interest:
 * for them the item does not exist, nor what belongs to it.
 */
export const agendaItemAccess = access(agendaItem, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  restricted: { withheld: 'canopy.conflicting_items' },
})

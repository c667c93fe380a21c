import { access, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meeting } from './record.ts'

/** A meeting is seen by those who run it, and by the agencies invited; that there is one tells nothing of anybody. */
export const meetingAccess = access(meeting, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
  },
})

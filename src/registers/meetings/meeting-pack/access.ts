import { access, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meetingPack } from './record.ts'

export const meetingPackAccess = access(meetingPack, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
  },
})

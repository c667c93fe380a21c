import { access, everyone, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meeting } from './record.ts'

/** A meeting is seen by those who run it, and by the agencies invited; that there is one tells nothing of anybody. */
export const meetingAccess = access(meeting, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
    analyst: everyone,
    // Of a duty manager: which meetings there are today, where and who chairs; nothing of what is said there.
    screening_manager: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    quorumNote: ['screening_manager'],
    withoutOwner: ['screening_manager'],
    minutesNote: ['screening_manager'],
    correctionWhy: ['screening_manager'],
    movedWhy: ['screening_manager'],
    calledOffWhy: ['screening_manager'],
  },
})

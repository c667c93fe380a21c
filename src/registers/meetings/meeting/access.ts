import { access, everyone, ownTeam } from '../../../declare/access.ts'
import { attendsMeetings, each, invitedAgencies, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { keepsStructure, ofThePartnership, seesMeetings } from '../../../fields/lists/partnership.ts'
import { meeting } from './record.ts'

/** Those who see that there is a meeting and who came, and nothing of what was said. */
const unheard = ['screening_manager', ...keepsStructure, ...seesMeetings] as const

/** A meeting is seen by those who run it, and by the agencies invited; that there is one tells nothing of anybody. */
export const meetingAccess = access(meeting, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, invitedAgencies),
    // Boards and sub-groups, so that attendance can be counted and a decision can say where it was made; no agenda.
    ...each([...keepsStructure, ...seesMeetings], ofThePartnership),
    analyst: everyone,
    // Of a duty manager: which meetings there are today, where and who chairs; nothing of what is said there.
    screening_manager: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    quorumNote: unheard,
    withoutOwner: unheard,
    minutesNote: unheard,
    correctionWhy: unheard,
    movedWhy: ['screening_manager'],
    calledOffWhy: ['screening_manager'],
  },
})

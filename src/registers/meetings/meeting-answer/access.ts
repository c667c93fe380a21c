import { access, everyone, me, ownTeam, scope } from '../../../declare/access.ts'
import { attendsMeetings, each, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { meetingAnswer } from './record.ts'

const ownAndAnswered = scope(
  'their own agency’s, and answered ones of meetings their agency is invited to',
  `agency in (select canopy.agencies_of(${me.agency}))
   or (state = 'answered' and invited && array(select canopy.agencies_of(${me.agency})))`,
)

/** What each agency says is read by those who will hear it at the meeting. */
export const meetingAnswerAccess = access(meetingAnswer, {
  read: {
    ...each(runsMeetings, ownTeam),
    ...each(leadsMeetings, ownTeam),
    ...each(attendsMeetings, ownAndAnswered),
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
})

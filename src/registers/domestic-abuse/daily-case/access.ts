import { access, everyone, me, ownAgency, ownTeam, scope } from '../../../declare/access.ts'
import { each, runsMeetings } from '../../../fields/lists/meetings.ts'
import { dailyCase } from './record.ts'

const heardAtOwn = scope(
  'those their own agency referred, and those heard at meetings it is invited to',
  `referred_by in (select canopy.agencies_of(${me.agency})) or ${ownAgency.sql}
   or heard_by && array(select canopy.agencies_of(${me.agency}))`,
)

/** Those who run the meeting, and an agency where it referred the case or hears it; never somebody with a conflict of interest. */
export const dailyCaseAccess = access(dailyCase, {
  read: {
    domestic_abuse_lead: everyone,
    ...each(runsMeetings, ownTeam),
    panel_member: heardAtOwn,
    police_unit: heardAtOwn,
    domestic_abuse_advocate: heardAtOwn,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  restricted: { withheld: 'canopy.conflicting_cases' },
  exports: ['domestic_abuse_lead', 'analyst'],
})

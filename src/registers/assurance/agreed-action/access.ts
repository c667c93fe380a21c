import { access, everyone, me, ownAgency, ownTeam, scope } from '../../../declare/access.ts'
import { attendsMeetings, each, leadsMeetings, runsMeetings } from '../../../fields/lists/meetings.ts'
import { agreedAction } from './record.ts'

const given = `owner_person = ${me.account} or owner_agency in (select canopy.agencies_of(${me.agency}))`
const ownOnes = scope('those they or their agency have to do', given)
const ownTeamAndGiven = scope("own team's, and those they or their agency have to do", `${ownTeam.sql} or ${given}`)
const invitedAndGiven = scope(
  'those of meetings their agency is invited to, and those they or their agency have to do',
  `invited && array(select canopy.agencies_of(${me.agency})) or ${given}`,
)
const ownAgencyAndGiven = scope(
  "own agency's, and those they or their agency have to do",
  `${ownAgency.sql} or ${given}`,
)
/** Of plans, inspections, audits and reviews; what a meeting about a family agreed is not the partnership's business. */
const partnership = scope(
  'all but those of meetings, and those they or their agency have to do',
  `item is null or ${given}`,
)

/** Whoever has to do it, whoever agreed it, and for the partnership's own work those who see that it is done. */
export const agreedActionAccess = access(agreedAction, {
  read: {
    ...each(runsMeetings, ownTeamAndGiven),
    ...each(leadsMeetings, ownTeamAndGiven),
    ...each(attendsMeetings, invitedAndGiven),
    ...each(
      [
        'agency_lead',
        'setting_lead',
        'social_worker',
        'team_manager',
        'screening_manager',
        'interview_worker',
      ] as const,
      ownOnes,
    ),
    youth_safety_lead: ownTeamAndGiven,
    youth_justice_manager: ownAgencyAndGiven,
    partnership_manager: partnership,
    audit_lead: partnership,
    scrutineer: partnership,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

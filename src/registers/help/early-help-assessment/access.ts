import { access, everyone, me, ownPlace, scope } from '../../../declare/access.ts'
import { earlyHelp } from './record.ts'

const given = `offered_to in (select canopy.agencies_of(${me.agency})) or shared_with && array(select canopy.agencies_of(${me.agency}))`

const theirs = scope(
  "own team's, or own agency's where they have no team, and those shared with their agency or that it is asked to lead",
  `(${ownPlace.sql}) or ${given}`,
)
const shared = scope('those shared with their agency or that it is asked to lead', given)

/**
 * A setting sees what it leads, what is shared with it and what it is asked to lead, whoever the children are: the family agreed
 * to each. The council's contact team and early help practitioners see the rest of it nowhere; that there is one, and
 * who leads, they see in the record of each child.
 */
export const earlyHelpAccess = access(earlyHelp, {
  read: {
    referrer: theirs,
    setting_lead: theirs,
    early_help_practitioner: theirs,
    screener: shared,
    screening_manager: shared,
    analyst: everyone,
  },
  addressed: ['referrer', 'setting_lead'],
  // Every free text of this register is marked sensitive, so that an analyst sees answers and days.
  pseudonymised: ['analyst'],
  hide: {
    lead: ['analyst'],
    offeredBy: ['analyst'],
    job: ['analyst'],
    'children.school': ['analyst'],
    'team.helperJob': ['analyst'],
    'team.helperAgency': ['analyst'],
  },
  restricted: { withheld: 'canopy.withheld_early_help' },
  exports: ['setting_lead', 'early_help_practitioner', 'analyst'],
})

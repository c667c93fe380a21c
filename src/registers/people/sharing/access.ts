import { access, everyone, me, scope } from '../../../declare/access.ts'
import { sharing } from './record.ts'

/** Roles of other agencies to which something is addressed. */
export const partners = ['check_answerer', 'setting_lead', 'agency_lead'] as const

const shared = "state in ('sharedInEmergency', 'shared', 'received')"
const given = `shared_with = ${me.agency} and ${shared} and (expires_on is null or expires_on >= ${me.today})`

const own = scope(
  "their own agency's, and those addressed to it once shared, until they expire",
  `shared_by = ${me.agency} or (${given})`,
)
/** Whoever may not see contacts does not learn of them through what was shared at the front door. */
const ownElsewhere = scope(
  "their own agency's, and those addressed to it once shared, until they expire, but none from a contact",
  `contact is null and (shared_by = ${me.agency} or (${given}))`,
)

/**
 * Each agency sees what it shared and what it was given. A partner's answerers and leads see that even where it is about
 * somebody whose records are restricted: it was given to them on purpose. They see who it is about in the words chosen
 * for them, and no reference of a person.
 */
export const sharingAccess = access(sharing, {
  read: {
    screener: own,
    screening_manager: own,
    early_help_practitioner: ownElsewhere,
    social_worker: ownElsewhere,
    team_manager: ownElsewhere,
    private_fostering_coordinator: ownElsewhere,
    exploitation_coordinator: ownElsewhere,
    check_answerer: own,
    setting_lead: own,
    agency_lead: own,
    information_governance: everyone,
  },
  addressed: partners,
  hide: {
    person: partners,
    'alsoAbout.alsoPerson': partners,
    contact: partners,
  },
})

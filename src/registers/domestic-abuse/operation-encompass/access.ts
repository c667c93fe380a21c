import { access, everyone, me, scope } from '../../../declare/access.ts'
import { siblings } from './lines.ts'
import { operationEncompass } from './record.ts'

/** What the police force holds about its own incidents. */
const ownForce = scope("own police force's", `police in (select canopy.agencies_of(${me.agency}))`)

/** A school, or whoever follows it, sees what it was told, from the moment it was told, and no longer once it turns out to be another school's. */
const toldToOwnSchool = scope(
  'told to their own school, while it is theirs',
  `agency_id in (select canopy.agencies_of(${me.agency})) and delivered_at is not null and state in ('sent', 'acknowledged', 'supported', 'returned')`,
)

const siblingsHidden = Object.fromEntries(
  Object.keys(siblings.fields).map(name => [`siblings.${name}`, ['analyst', 'setting_lead'] as const]),
)

export const operationEncompassAccess = access(operationEncompass, {
  read: {
    check_answerer: ownForce,
    police_unit: ownForce,
    encompass_coordinator: everyone,
    setting_lead: toldToOwnSchool,
    screener: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    policeReference: ['analyst'],
    school: ['analyst'],
    breachReference: ['analyst', 'setting_lead'],
    recallWhy: ['setting_lead'],
    recallRead: ['setting_lead'],
    recallDone: ['setting_lead'],
    // Where it was sent before is not for the school that has it now.
    replaces: ['setting_lead'],
    // Whether the council has a contact about the child is for the council.
    contact: ['setting_lead', 'check_answerer', 'police_unit', 'analyst'],
    person: ['setting_lead', 'check_answerer', 'police_unit', 'encompass_coordinator', 'analyst'],
    'support.supportNote': ['check_answerer', 'police_unit'],
    'sentOn.toSchool': ['analyst', 'setting_lead'],
    // Where a brother or sister learns, and that there is one in the incident, is for the sender and the council.
    ...siblingsHidden,
  },
  // What the police sent and a school was told stays theirs, whatever the council makes of the child.
  addressed: ['check_answerer', 'police_unit', 'setting_lead'],
  exports: ['encompass_coordinator', 'analyst'],
  imports: ['check_answerer', 'police_unit', 'encompass_coordinator'],
})

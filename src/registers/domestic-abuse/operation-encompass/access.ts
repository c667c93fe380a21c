import { access, everyone, me, scope } from '../../../declare/access.ts'
import { operationEncompass } from './record.ts'

/** What the police force holds about its own incidents. */
const ownForce = scope("own police force's", `police = ${me.agency}`)

/** A school sees what it was told, from the moment it was told, and no longer once it turns out to be another school's. */
const toldToOwnSchool = scope(
  'told to their own school, while it is theirs',
  `agency_id = ${me.agency} and delivered_at is not null and state in ('sent', 'acknowledged', 'supported', 'returned')`,
)

export const operationEncompassAccess = access(operationEncompass, {
  read: {
    check_answerer: ownForce,
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
    contact: ['setting_lead', 'check_answerer', 'analyst'],
    person: ['setting_lead', 'check_answerer', 'encompass_coordinator', 'analyst'],
    'support.supportNote': ['check_answerer'],
    'sentOn.toSchool': ['analyst', 'setting_lead'],
  },
  // What the police sent and a school was told stays theirs, whatever the council makes of the child.
  addressed: ['check_answerer', 'setting_lead'],
  exports: ['encompass_coordinator', 'analyst'],
  imports: ['check_answerer', 'encompass_coordinator'],
})

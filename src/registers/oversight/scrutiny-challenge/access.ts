import { access, everyone, me, scope } from '../../../declare/access.ts'
import { scrutinyChallenge } from './record.ts'

/** Names no child. Those who oversee the partnership read all; an agency what it is to answer. */
const toThem = scope(
  'those they or their agency are to answer',
  `to_person = ${me.account} or to_agency in (select canopy.agencies_of(${me.agency}))`,
)

export const scrutinyChallengeAccess = access(scrutinyChallenge, {
  read: {
    scrutineer: everyone,
    partnership_manager: everyone,
    audit_lead: everyone,
    analyst: everyone,
    agency_lead: toThem,
  },
  exports: ['scrutineer', 'partnership_manager', 'audit_lead', 'analyst'],
})

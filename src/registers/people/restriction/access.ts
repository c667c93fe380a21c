import { access, everyone, me, scope } from '../../../declare/access.ts'
import { restriction } from './record.ts'

/** A locked person's restriction may be known, without whose it is; an invisible one only to those it names. */
const knowable = scope(
  'locked ones without whose they are, and those they are named in',
  `level = 'locked' and state = 'inForce' or ask = ${me.account} or created_by = ${me.account}`,
)

/** Who are told whom to ask, and nothing else. */
const colleagues = [
  'screener',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'private_fostering_coordinator',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
] as const

export const restrictionAccess = access(restriction, {
  read: {
    information_governance: everyone,
    screener: knowable,
    screening_manager: knowable,
    business_support: knowable,
    early_help_practitioner: knowable,
    social_worker: knowable,
    team_manager: knowable,
    private_fostering_coordinator: knowable,
    exploitation_coordinator: knowable,
    referral_mechanism_coordinator: knowable,
  },
  hide: {
    person: colleagues,
    why: colleagues,
    reason: colleagues,
    liftedWhy: colleagues,
    'reviews.reviewedOn': colleagues,
    'reviews.reviewWhy': colleagues,
    'named.colleague': colleagues,
    'named.namedUntil': colleagues,
    'named.namedWhy': colleagues,
  },
})

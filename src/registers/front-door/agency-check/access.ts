import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { agencyCheck } from './record.ts'

/** An agency sees the checks asked of it and no other agency's; the contact team sees all. */
export const agencyCheckAccess = access(agencyCheck, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    check_answerer: ownAgency,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    people: ['business_support'],
    question: ['business_support'],
    information: ['business_support'],
    whyCannotShare: ['business_support'],
    whyFamilyMayNot: ['business_support'],
    queryText: ['business_support'],
    queryReply: ['business_support'],
    // The agency needs the question, not which contact it came from.
    contact: ['check_answerer'],
  },
  exports: ['screening_manager', 'analyst'],
})

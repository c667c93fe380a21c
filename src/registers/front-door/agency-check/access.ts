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
  hide: {
    people: ['analyst', 'business_support'],
    question: ['analyst', 'business_support'],
    information: ['analyst', 'business_support'],
    whyCannotShare: ['analyst', 'business_support'],
    whyFamilyMayNot: ['analyst', 'business_support'],
    queryText: ['analyst', 'business_support'],
    queryReply: ['analyst', 'business_support'],
    withdrawnWhy: ['analyst'],
    // The agency needs the question, not which contact it came from.
    contact: ['check_answerer'],
  },
  exports: ['screening_manager', 'analyst'],
})

import { access, everyone } from '../../../declare/access.ts'
import { contact } from './record.ts'

/** The contact team sees every contact; agencies see only the checks asked of them (their own register). */
export const contactAccess = access(contact, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    school: ['analyst'],
    passedTo: ['analyst'],
    referrerAgency: ['analyst'],
    'alsoReported.alsoAgency': ['analyst'],
    matchWhy: ['business_support'],
    checkQuestion: ['business_support'],
    checkPeople: ['business_support'],
    rationale: ['business_support'],
    agreementNote: ['business_support'],
    informationSought: ['business_support'],
    sentBackWhy: ['business_support'],
  },
  exports: ['screening_manager', 'analyst'],
  imports: ['screening_manager'],
})

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
  hide: {
    referrerName: ['analyst'],
    referrerContact: ['analyst'],
    givenName: ['analyst'],
    familyName: ['analyst'],
    bornOn: ['analyst'],
    expectedOn: ['analyst'],
    address: ['analyst'],
    school: ['analyst'],
    whatHappened: ['analyst'],
    familyKnows: ['analyst'],
    consentBy: ['analyst'],
    urgencyWhy: ['analyst'],
    matchWhy: ['analyst', 'business_support'],
    checkQuestion: ['analyst', 'business_support'],
    checkPeople: ['analyst', 'business_support'],
    rationale: ['analyst', 'business_support'],
    agreementNote: ['analyst', 'business_support'],
    sentBackWhy: ['analyst', 'business_support'],
    referrerText: ['analyst'],
    declinedBy: ['analyst'],
    voidWhy: ['analyst'],
    passedTo: ['analyst'],
    acceptedByName: ['analyst'],
  },
  exports: ['screening_manager', 'analyst'],
  imports: ['screening_manager'],
})

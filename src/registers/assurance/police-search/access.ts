import { access, everyone, ownAgency, scope } from '../../../declare/access.ts'
import { policeSearch } from './record.ts'

const referred = scope('those referred to the contact team', 'referred_at is not null')

/**
 * The police their own; the contact team what was referred to it; the analyst without numbers and names. The partnership sees
 * the figures alone: a search is about a child.
 */
export const policeSearchAccess = access(policeSearch, {
  read: { police_unit: ownAgency, screener: referred, screening_manager: referred, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: {
    // Whether and as whom the council knows the child is for the council.
    contact: ['police_unit', 'analyst'],
    person: ['police_unit', 'analyst'],
    ward: ['analyst'],
    mistakenWhy: ['analyst'],
  },
  // What the police recorded stays theirs, whoever the child turns out to be.
  addressed: ['police_unit'],
  exports: ['police_unit', 'analyst'],
  imports: ['police_unit'],
})

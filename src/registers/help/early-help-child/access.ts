import { access, everyone } from '../../../declare/access.ts'
import { earlyHelpChild } from './record.ts'

/** The contact team and the council's early help practitioners, for every child they may know of. */
export const earlyHelpChildAccess = access(earlyHelpChild, {
  read: {
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    early_help_practitioner: everyone,
    information_governance: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  // With it an analyst could tell which two rows are brothers and sisters, and which row of the assessments is theirs.
  hide: { assessment: ['analyst'] },
  exports: ['screening_manager', 'analyst'],
})

import { access, everyone } from '../../../declare/access.ts'
import { courtOutcome } from './record.ts'

/** Even without names, few outcomes tell who it is: cases for the youth justice manager and, without their reference, the analyst. */
export const courtOutcomeAccess = access(courtOutcome, {
  read: { youth_justice_manager: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: { learning: ['analyst'], mistakenWhy: ['analyst'] },
  exports: ['youth_justice_manager', 'analyst'],
  imports: ['youth_justice_manager'],
})

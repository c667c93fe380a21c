import { access, everyone } from '../../../declare/access.ts'
import { practiceAudit } from './record.ts'

/** What colleagues find in each other's work is theirs; others see figures. */
export const practiceAuditAccess = access(practiceAudit, {
  read: { youth_justice_manager: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: { learning: ['analyst'], mistakenWhy: ['analyst'] },
  exports: ['youth_justice_manager', 'analyst'],
})

import { access, everyone } from '../../../declare/access.ts'
import { diversion } from './record.ts'

/**
 * What somebody is accused of is for those who decide. Targeted youth support leads the triage, so the youth safety lead sees how
 * cases went, without who it is and why it was decided.
 */
export const diversionAccess = access(diversion, {
  read: { youth_justice_manager: everyone, youth_safety_lead: everyone, analyst: everyone },
  pseudonymised: ['youth_safety_lead', 'analyst'],
  hide: { person: ['youth_safety_lead', 'analyst'] },
  exports: ['youth_justice_manager', 'analyst'],
  imports: ['youth_justice_manager'],
})

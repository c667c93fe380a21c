import { access, everyone } from '../../../declare/access.ts'
import { keepsCampaigns } from '../../../fields/lists/campaigns.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { survey } from './record.ts'

/** The analyst counts answers and reads no words. */
export const surveyAccess = access(survey, {
  read: { ...each(keepsCampaigns, everyone), scrutineer: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  exports: ['audit_lead', 'partnership_manager', 'analyst'],
})

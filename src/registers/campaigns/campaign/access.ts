import { access, everyone } from '../../../declare/access.ts'
import { keepsCampaigns, readsCampaigns } from '../../../fields/lists/campaigns.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { campaign } from './record.ts'

/** The partnership's own work; a setting sees its return, which says what it needs to know of the round. */
export const campaignAccess = access(campaign, {
  read: { ...each(keepsCampaigns, everyone), ...each(readsCampaigns, everyone) },
  exports: ['partnership_manager', 'audit_lead', 'scrutineer', 'analyst'],
})

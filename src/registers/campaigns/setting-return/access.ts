import { access, everyone, ownAgency, scope } from '../../../declare/access.ts'
import { keepsCampaigns } from '../../../fields/lists/campaigns.ts'
import { each } from '../../../fields/lists/meetings.ts'
import { settingReturn } from './record.ts'

const sent = scope(
  "own agency's, once they are sent",
  `${ownAgency.sql} and state not in ('planned', 'recordedInError')`,
)

/** A setting sees its own returns and no other setting's; of others it is shown numbers of many, never one. */
export const settingReturnAccess = access(settingReturn, {
  read: { setting_lead: sent, ...each(keepsCampaigns, everyone), scrutineer: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  exports: ['audit_lead', 'partnership_manager', 'scrutineer', 'analyst'],
  imports: ['audit_lead', 'partnership_manager'],
})

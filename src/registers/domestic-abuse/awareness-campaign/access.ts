import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { awarenessCampaign } from './record.ts'

/** Names nobody: each agency's lead their own, those who work against domestic abuse and the partnership all. */
export const awarenessCampaignAccess = access(awarenessCampaign, {
  read: {
    domestic_abuse_lead: everyone,
    domestic_abuse_advocate: everyone,
    agency_lead: ownAgency,
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['domestic_abuse_lead', 'partnership_manager', 'analyst'],
})

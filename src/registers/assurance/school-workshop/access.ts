import { access, everyone, me, ownAgency, scope } from '../../../declare/access.ts'
import { workshop } from './record.ts'

/** Names nobody: the police and the partnership all, a school those planned for it. */
export const workshopAccess = access(workshop, {
  read: {
    police_unit: everyone,
    agency_lead: ownAgency,
    setting_lead: scope('those in their own school', `school in (select canopy.agencies_of(${me.agency}))`),
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['police_unit', 'partnership_manager', 'analyst'],
  imports: ['police_unit'],
})

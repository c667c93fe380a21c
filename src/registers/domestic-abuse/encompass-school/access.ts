import { access, everyone, me, scope } from '../../../declare/access.ts'
import { encompassSchool } from './record.ts'

/** Which schools have joined is no secret: whoever sends sees all, a school its own. */
export const encompassSchoolAccess = access(encompassSchool, {
  read: {
    encompass_coordinator: everyone,
    police_unit: everyone,
    check_answerer: everyone,
    setting_lead: scope('those in their own school', `school in (select canopy.agencies_of(${me.agency}))`),
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['encompass_coordinator', 'police_unit', 'partnership_manager', 'analyst'],
  imports: ['encompass_coordinator'],
})

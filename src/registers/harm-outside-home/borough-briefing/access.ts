import { access, everyone } from '../../../declare/access.ts'
import { boroughBriefing } from './record.ts'

/** No child is named in a briefing; its content is for those who prepare it, its audience and feedback are figures for the partnership. */
export const boroughBriefingAccess = access(boroughBriefing, {
  read: {
    exploitation_coordinator: everyone,
    police_unit: everyone,
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: {
    'content.told': ['partnership_manager', 'scrutineer'],
    'feedback.changed': ['police_unit'],
    'feedback.wanted': ['police_unit'],
  },
  exports: ['exploitation_coordinator', 'analyst'],
})

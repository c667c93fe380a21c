import { access, everyone } from '../../../declare/access.ts'
import { outsideReview } from './record.ts'

/** Published by others, and nobody is named: whoever may have to change something reads all. */
export const outsideReviewAccess = access(outsideReview, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    agency_lead: everyone,
    analyst: everyone,
  },
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

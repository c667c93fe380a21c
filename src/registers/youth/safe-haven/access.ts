import { access, everyone } from '../../../declare/access.ts'
import { safeHaven } from './record.ts'

/** Where they are is public, and nothing about a child stands here. */
export const safeHavenAccess = access(safeHaven, {
  read: {
    youth_safety_lead: everyone,
    youth_justice_manager: everyone,
    programme_provider: everyone,
    analyst: everyone,
  },
  exports: ['youth_safety_lead', 'analyst'],
  imports: ['youth_safety_lead'],
})

import { access, everyone, me, scope } from '../../../declare/access.ts'
import { practiceReview } from './record.ts'

const asked = scope(
  'those in which their agency was asked',
  `agencies_asked && array(select canopy.agencies_of(${me.agency}))`,
)

/** The text is read before publication by whoever confirms it and by the scrutineer; agencies see what is asked of them. */
export const practiceReviewAccess = access(practiceReview, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    agency_lead: asked,
  },
  hide: {
    reportText: ['agency_lead'],
    warnings: ['agency_lead'],
    confirmWhy: ['agency_lead'],
  },
  exports: ['partnership_manager', 'audit_lead'],
})

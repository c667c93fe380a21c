import { access, everyone } from '../../../declare/access.ts'
import { learningProduct } from './record.ts'

/** Made to be read by many; nobody is named. */
export const learningProductAccess = access(learningProduct, {
  read: {
    partnership_manager: everyone,
    audit_lead: everyone,
    scrutineer: everyone,
    agency_lead: everyone,
    analyst: everyone,
  },
  exports: ['partnership_manager', 'audit_lead', 'analyst'],
})

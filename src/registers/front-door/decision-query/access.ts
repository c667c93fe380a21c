import { access, everyone, ownPlace } from '../../../declare/access.ts'
import { decisionQuery } from './record.ts'

/** The setting that asks, and the contact team as far as it may see the report. */
export const decisionQueryAccess = access(decisionQuery, {
  read: {
    referrer: ownPlace,
    setting_lead: ownPlace,
    screener: everyone,
    screening_manager: everyone,
    analyst: everyone,
  },
  pseudonymised: ['analyst'],
  hide: { decidedBy: ['referrer', 'setting_lead'] },
  exports: ['screening_manager', 'analyst'],
})

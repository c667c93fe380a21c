import { access, everyone, ownPlace } from '../../../declare/access.ts'
import { worryReport } from './record.ts'

/**
 * A setting sees its own reports, whoever they are about; the contact team sees all but those of which a child is restricted
 * against them. Who agreed a decision is the contact team's to know.
 */
export const worryReportAccess = access(worryReport, {
  read: {
    referrer: ownPlace,
    setting_lead: ownPlace,
    screener: everyone,
    screening_manager: everyone,
    business_support: everyone,
    analyst: everyone,
  },
  addressed: ['referrer', 'setting_lead'],
  pseudonymised: ['analyst'],
  hide: {
    setting: ['analyst'],
    'outcomes.outcomeAgreedBy': ['referrer', 'setting_lead'],
    deleted: ['referrer', 'setting_lead'],
  },
  restricted: { withheld: 'canopy.withheld_reports' },
  exports: ['setting_lead', 'screening_manager', 'analyst'],
})

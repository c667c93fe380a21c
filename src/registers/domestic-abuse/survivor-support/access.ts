import { access, everyone, ownAgency } from '../../../declare/access.ts'
import { survivorSupport } from './record.ts'

/**
 * The survivor's own service, and nobody else, reads who she is, how she is reached and what she said. The domestic abuse lead
 * sees that there is support, how it goes, and the words that may be quoted; the analyst rows without any of it.
 */
export const survivorSupportAccess = access(survivorSupport, {
  read: { domestic_abuse_advocate: ownAgency, domestic_abuse_lead: everyone, analyst: everyone },
  pseudonymised: ['analyst'],
  hide: {
    name: ['domestic_abuse_lead'],
    safeContact: ['domestic_abuse_lead'],
    safeWays: ['domestic_abuse_lead', 'analyst'],
    plan: ['domestic_abuse_lead'],
    saferWhy: ['domestic_abuse_lead'],
    endNote: ['domestic_abuse_lead'],
    mistakenWhy: ['domestic_abuse_lead'],
    'tries.triedNote': ['domestic_abuse_lead'],
    'feedback.words': ['domestic_abuse_lead'],
  },
  exports: ['domestic_abuse_lead', 'analyst'],
})

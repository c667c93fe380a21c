import { access, everyone, scope } from '../../../declare/access.ts'
import { strategy } from './record.ts'

/** A strategy is published, so those who oversee the partnership read all; each lead reads, and so works on, their own. */
const ofYouthSafety = scope('strategies of youth safety', "kind = 'youthSafety'")
const ofYoungPeople = scope(
  'strategies of youth safety and youth justice',
  "kind in ('youthSafety', 'disproportionality')",
)
const againstViolence = scope('strategies about violence against women and girls', "kind = 'violenceAgainstWomen'")

export const strategyAccess = access(strategy, {
  read: {
    youth_safety_lead: ofYouthSafety,
    domestic_abuse_lead: againstViolence,
    youth_justice_manager: ofYoungPeople,
    partnership_manager: everyone,
    scrutineer: everyone,
    analyst: everyone,
  },
  exports: ['youth_safety_lead', 'domestic_abuse_lead', 'partnership_manager'],
})

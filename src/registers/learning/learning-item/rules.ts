import { setting } from '../../../declare/clock.ts'
import type { Problem } from '../../../declare/input.ts'
import type { Context, RowOf } from '../../../declare/record.ts'
import type { learningItem } from './record.ts'

export const settings = {
  disseminate: setting({
    key: 'learning_disseminate_days',
    label: 'What is to be learned is passed to those who do the work within',
    unit: 'working days',
    default: 20,
    source: 'Local policy',
  }),
  check: setting({
    key: 'learning_check_days',
    label: 'It is checked whether it has reached them within',
    unit: 'days of passing it on',
    default: 90,
    source: 'Local policy',
  }),
}

export const origins = {
  inspection: 'An inspection or audit',
  review: 'A practice review of the partnership',
  search: 'A review of a search',
  complaint: 'A complaint',
  caseAudit: 'An audit of cases',
  other: 'Something else',
} as const

export const audiences = {
  frontLine: 'Response officers and others who meet children first',
  publicProtection: 'Public protection officers',
  schoolsOfficers: 'Safety school officers',
  supervisors: 'Supervisors',
  custody: 'Custody officers',
  newRecruits: 'New recruits',
  otherStaff: 'Others who do the work',
} as const

export const ways = {
  briefing: 'A briefing',
  training: 'Training',
  oneToOne: 'One to one',
  message: 'A message or newsletter',
  change: 'A changed form or instruction',
} as const

export const checks = {
  dipSample: 'A dip sample of cases',
  asked: 'Asked those who do the work',
  observed: 'Saw the work being done',
  data: 'Looked at figures',
} as const

export const reach = { reached: 'Yes', partly: 'In part', notReached: 'No' } as const

type Item = RowOf<typeof learningItem>

/** The police and an agency's lead write for their own agency; the partnership for any. */
export const ownAgencyOnly = ({ learner }: Item, { actor }: Context): readonly Problem[] =>
  ['police_unit', 'agency_lead'].includes(actor.role) && learner !== actor.agencyId
    ? [{ field: 'learner', message: 'Select your own agency' }]
    : []

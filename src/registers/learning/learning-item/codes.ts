/** Codes of this register: for ever, while the words may change. */

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

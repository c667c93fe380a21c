/** Roles and code lists that plans, recommendations and actions have in common. */

/** Those who answer for the partnership's own work: what it recommends and whether it is done. */
export const keepsActions = ['partnership_manager', 'audit_lead'] as const

/** Those who may have to carry out a recommendation, or look whether it was. */
export const seesPlans = ['agency_lead', 'scrutineer', 'analyst', 'youth_justice_manager', 'youth_safety_lead'] as const

/** Where a recommendation was made: the one list for all registers that make some. */
export const recommendationSources = {
  plan: 'A strategy or plan',
  audit: 'An audit',
  review: 'A review of a case',
  inspection: 'An inspection',
  outside: 'A review or inspection of others',
  partnerReport: 'A report of a partner',
  section11: 'Section 11 returns',
  scrutiny: 'Scrutiny',
  survey: 'A survey',
  other: 'Elsewhere',
} as const

export const ratings = {
  green: 'Green: will be done in time',
  amber: 'Amber: at risk',
  red: 'Red: will not be done in time',
  notGiven: { label: 'Not rated, as in a plan that was brought in', notKnown: true },
} as const

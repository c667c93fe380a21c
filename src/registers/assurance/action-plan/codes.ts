/** Code lists of action plans and of what recommendations come from. Codes are for ever; words may change. */

export const planKinds = {
  disproportionality: 'Disproportionality',
  practiceReview: 'A review of a case',
  audit: 'An audit',
  inspection: 'An inspection',
  section11: 'Section 11',
  recovery: 'Recovery',
  priority: 'A priority of the partnership',
  other: 'Something else',
} as const

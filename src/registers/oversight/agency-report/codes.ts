/** Codes of reports of partners. Codes are for ever; words may change. */

export const reportKinds = {
  annual: 'Yearly report',
  sixMonthly: 'Six-monthly report',
  quarterly: 'Quarterly report',
  contribution: 'Contribution to the yearly report of the partnership',
  other: 'Another report',
} as const

/** Matters on which two reports may say something: only within one are they laid side by side. */
export const topics = {
  contacts: 'Contacts',
  missing: 'Missing children and return home interviews',
  exploitation: 'Exploitation',
  referralMechanism: 'Referral mechanism for trafficked children',
  domesticAbuse: 'Domestic abuse',
  childProtection: 'Child protection plans',
  lookedAfter: 'Children looked after',
  privateFostering: 'Private fostering',
  allegations: 'Allegations about adults who work with children',
  mentalHealth: 'Mental health',
  neglect: 'Neglect',
  youthSafety: 'Youth safety',
  attendance: 'Attendance at school',
  training: 'Training',
  incidents: 'Incidents and complaints',
  other: 'Something else',
} as const

export const units = {
  number: 'Number',
  percent: 'Per cent',
  days: 'Days',
  pounds: 'Pounds',
} as const

export const directions = {
  more: 'More than before',
  fewer: 'Fewer than before',
  same: 'Stable',
  notSaid: 'It does not say',
} as const

export const fates = {
  done: 'Done',
  ongoing: 'Still going on',
  stopped: 'Stopped',
  notMentioned: 'The report does not mention it',
} as const

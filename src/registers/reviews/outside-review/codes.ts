/** Codes of this register: for ever, while the words may change. */

export const kinds = {
  inspectionOfUs: 'An inspection of this area',
  inspectionOfOthers: 'An inspection of another area',
  reviewOfOthers: 'A practice review of another area',
  national: 'A national review',
} as const

export const makers = {
  ofsted: 'Ofsted',
  cqc: 'Care Quality Commission',
  hmicfrs: 'His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services',
  hmiProbation: 'His Majesty’s Inspectorate of Probation',
  nationalPanel: 'Child Safeguarding Practice Review Panel',
  partnership: 'The partnership of another area',
  other: 'Others',
} as const

export const pointKinds = {
  strength: 'A strength',
  development: 'An area for development, or a recommendation',
  fact: 'A fact of the case',
} as const

export const applies = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
  notKnown: 'Not known',
} as const

/** Codes of this register: for ever, while the words may change. */

export const kinds = {
  inspection: 'Inspection of a theme',
  baseline: 'Baseline review',
  snapshot: 'Snapshot audit',
  sustainability: 'Sustainability review: has the change lasted?',
  briefing: {
    label: 'Assurance given in a briefing',
    hint: 'A statement that is relied on: say what it covers and until when it holds',
  },
} as const

export const teams = {
  dedicatedInspection: 'Dedicated Inspection Team',
  aegis: 'Operation Aegis',
  ownUnit: 'The Basic Command Unit itself',
  inspectorate: 'His Majesty’s Inspectorate (HMICFRS)',
  other: 'Others',
} as const

export const levels = {
  level1: 'Level 1: by the team itself',
  level2: 'Level 2: by others in the force',
  level3: 'Level 3: from outside the force',
} as const

/** The report counts twelve areas of public protection and names six themes of Operation Aegis: these have a code of their own. */
export const themes = {
  domesticAbuse: 'Domestic abuse',
  childExploitation: 'Child exploitation',
  indecentImages: 'Indecent images of children, and images made by young people themselves',
  childAbuse: 'Child abuse investigations',
  missingChildren: 'Missing children',
  sexualOffences: 'Sexual offences (“SSO” in the report)',
  merlin: 'Reports of children who came to notice (Merlin)',
  search: 'Stop and search, and strip search',
  otherArea: 'Another of the twelve areas of public protection',
} as const

export const scopes = { forceWide: 'The whole force', unit: 'The Basic Command Unit alone', both: 'Both' } as const

export const parts = { forceWide: 'The whole force', unit: 'The Basic Command Unit' } as const

/** Of single cases, as inspectors grade them. */
export const grades = {
  outstanding: 'Outstanding',
  good: 'Good',
  requiresImprovement: 'Requires improvement',
  inadequate: 'Inadequate',
} as const

export const findingKinds = { strength: 'A strength', learning: 'Something to learn' } as const

export const receivers = {
  unitLeads: 'Leaders of the Basic Command Unit',
  leadOfficers: 'Lead responsible officers of the force',
  policyMakers: 'Policy makers of the force',
  learningBoard: 'The organisational learning board',
  partnership: 'The partnership',
} as const

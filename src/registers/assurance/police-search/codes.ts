/** Codes of this register: for ever, while the words may change. */

/** By what is removed (PACE Code A, paragraphs 3.5 to 3.7; Code C, annex A). */
export const searchKinds = {
  stopAndSearch: {
    label: 'Stop and search',
    hint: 'Outer coat, jacket and gloves at most',
  },
  moreThorough: {
    label: 'More thorough search',
    hint: 'More is taken off, out of public view. No intimate parts are exposed',
  },
  intimateParts: {
    label: 'More thorough search in which intimate parts are exposed (MTIP)',
    hint: 'On the street or anywhere but a custody suite',
  },
  custodyStrip: { label: 'Strip search in custody' },
} as const

export const places = {
  street: 'In the street or a park',
  school: 'In a school',
  home: 'In a home',
  vehicle: 'In or beside a vehicle',
  transport: 'On public transport',
  station: 'In a police station',
  other: 'Somewhere else',
} as const

export const grounds = {
  drugs: 'Drugs (Misuse of Drugs Act 1971, section 23)',
  weapons: 'Weapons or blades (PACE, section 1)',
  stolen: 'Stolen goods or tools for theft (PACE, section 1)',
  firearms: 'Firearms (Firearms Act 1968, section 47)',
  noSuspicion: 'An area where no suspicion is needed (Criminal Justice and Public Order Act 1994, section 60)',
  arrested: 'After an arrest or in custody',
  other: 'Other grounds',
} as const

export const foundAnswers = {
  nothing: 'Nothing',
  drugs: 'Drugs',
  weapon: 'A weapon or blade',
  stolen: 'Stolen goods or tools for theft',
  other: 'Something else that was looked for',
} as const

export const results = {
  noAction: 'No further action',
  advice: 'Advice, or a community resolution',
  interview: 'Asked to a voluntary interview',
  arrest: 'Arrest',
  other: 'Something else',
} as const

export const authorisers = {
  inspector: 'An inspector, or somebody above',
  sergeant: 'A sergeant',
  nobody: 'Nobody authorised it',
  notKnown: 'Not known',
} as const

/** PACE Code C, annex A, paragraph 11(c): the same for a child searched elsewhere. */
export const adultAnswers = {
  present: 'Yes',
  urgent: 'No: it was urgent, because of a risk of serious harm to the child or others',
  childChose: 'No: the child chose so in the presence of the adult, who agreed',
  absent: 'No, and neither of these reasons holds',
} as const

export const footageAnswers = { recorded: 'Yes', notRecorded: 'No', notKnown: 'Not known' } as const

export const parentAnswers = {
  told: 'Yes',
  notYet: 'Not yet',
  unsafe: 'No: it would put the child at risk',
} as const

export const findings = {
  proper: 'It was carried out properly',
  learning: 'It was carried out properly, and there is something to learn',
  notProper: 'It was not carried out properly',
  cannotTell: 'The footage does not show it',
} as const

export const viewers = {
  supervisor: 'A supervisor of the police',
  youthJustice: 'The Youth Justice Service, with the young person',
  monitoringGroup: 'The community monitoring group for stop and search',
  professionalStandards: 'Professional standards of the police',
} as const

export const complainants = {
  child: 'The child',
  parent: 'A parent',
  youthJustice: 'The Youth Justice Service, for the child',
  other: 'Somebody else',
} as const

export const complaintOutcomes = {
  upheld: 'Upheld',
  partly: 'Upheld in part',
  notUpheld: 'Not upheld',
  withdrawn: 'Withdrawn',
} as const

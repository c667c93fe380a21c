/** Code lists that several registers of youth safety share. Codes are for ever; words may change. */

/** The eight objectives of the youth safety strategy 2020 to 2025 (YS-STRAT). */
export const objectives = {
  prevention: 'Prevention',
  identification: 'Identification',
  engagement: 'Engagement',
  diversion: 'Diversion',
  support: 'Support',
  protection: 'Protection',
  disruption: 'Disruption',
  enforcement: 'Enforcement and prosecution',
} as const

/** One list for every programme, service and regular meeting of youth safety and youth justice: no register of its own for each. */
export const programmeKinds = {
  universal: { label: 'Universal offer: youth hubs and clubs', group: 'Open to all' },
  summer: { label: 'Summer programme', group: 'Open to all' },
  launchPad: { label: 'Launch Pad', group: 'Open to all' },
  parentTraining: { label: 'Online training and workshops for parents', group: 'For parents' },
  parentChampions: { label: 'Training of parent champions', group: 'For parents' },
  transitions: { label: 'Transitions project', group: 'For young people' },
  mentoring: { label: 'Commissioned mentoring and one-to-one support', group: 'For young people' },
  circles: { label: 'Circles in schools (Becoming a Man)', group: 'For young people' },
  wellbeing: { label: 'Wellbeing programme (Elevate)', group: 'For young people' },
  identity: { label: 'Programme on identity and leadership', group: 'For young people' },
  policing: { label: 'Programme on experiences of policing', group: 'For young people' },
  disproportionality: { label: 'Meeting on disproportionality', group: 'For staff and partners' },
  reflection: { label: 'Reflective supervision', group: 'For staff and partners' },
  workshop: { label: 'Workshop for staff or officers', group: 'For staff and partners' },
  staffSurvey: { label: 'Survey of staff', group: 'For staff and partners' },
} as const

export const audiences = {
  youngPeople: 'Young people',
  parents: 'Parents and carers',
  staff: 'Staff or officers',
} as const

/** What somebody is accused of, roughly: enough for scrutiny, too little to tell who it is. */
export const offenceGroups = {
  violence: 'Violence against the person',
  weapon: 'Possession of a knife or other weapon',
  robbery: 'Robbery',
  theft: 'Theft and handling',
  burglary: 'Burglary',
  drugs: 'Drugs',
  vehicle: 'Vehicle or driving',
  damage: 'Criminal damage',
  publicOrder: 'Public order',
  sexual: 'Sexual offence',
  other: 'Another offence',
} as const

export const sexes = { female: 'Female', male: 'Male', notKnown: { label: 'Not known', notKnown: true } } as const

/** Codes of this register: for ever, while the words may change. */

export const kinds = {
  sevenMinute: 'Seven-minute briefing',
  session: 'Session or workshop',
  course: 'Part of a training course',
  newsletter: 'Newsletter',
  film: 'Film or recording',
  other: 'Something else',
} as const

export const channels = {
  meeting: 'In meetings of teams',
  email: 'By e-mail',
  web: 'On a website or intranet',
  training: 'In the training programme',
  inPerson: 'In person',
} as const

export const audiences = {
  socialCare: 'Social care',
  earlyHelp: 'Early help',
  primaryCare: 'Primary care',
  hospitals: 'Hospitals and community health',
  police: 'Police',
  schools: 'Schools and nurseries',
  adultServices: 'Services for adults',
  voluntary: 'Charities and clubs',
  allAgencies: 'All agencies',
} as const

/** A number that nobody counted is no reach. */
export const counts = {
  signedIn: 'Those who signed in',
  register: 'The register of a course',
  opened: 'Times it was opened, as the system counts',
  toldByTeams: 'What teams wrote back',
} as const

export const found = {
  yes: 'Yes, practice has changed',
  partly: 'In part',
  no: 'No',
} as const

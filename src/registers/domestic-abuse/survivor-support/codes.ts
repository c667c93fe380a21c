/** Codes of this register: for ever, while the words may change. */

export const referrers = {
  police: 'Police',
  dailyMeeting: 'The daily safeguarding meeting',
  contactTeam: 'The contact team',
  health: 'Health',
  housing: 'Housing',
  school: 'A school or college',
  socialCare: 'Social care',
  voluntary: 'A charity',
  self: 'The survivor',
  other: 'Somebody else',
} as const

export const levels = { standard: 'Standard', medium: 'Medium', high: 'High' } as const

export const ways = {
  phone: 'Telephone',
  message: 'Text message',
  email: 'E-mail',
  inPerson: 'In person',
  throughAnother: 'Through somebody the survivor trusts',
} as const

export const needs = {
  safety: 'Safety at home',
  housing: 'Somewhere to live',
  court: 'Court and police',
  money: 'Money',
  children: 'The children',
  health: 'Health and feelings',
  immigration: 'Immigration status',
  other: 'Something else',
} as const

export const engagements = { engaged: 'Engaged', notEngaged: 'Not engaged', notReached: 'Not reached' } as const

/** The words are of services, not of survivors: nobody is hard to reach. */
export const reasonsNot = {
  notNow: 'Not now',
  otherSupport: 'Has other support',
  unsafe: 'It is not safe to be in touch',
  afraidOfServices: 'Afraid of what services might do',
  waitedTooLong: 'Help came too late',
  noRightService: 'The service did not fit: language, place or time',
  notSaid: 'Did not say',
} as const

export const measuresOfSafety = {
  home: 'Locks, alarm or other changes at home',
  moved: 'A safer place to live',
  order: 'An order of a court, or conditions of bail',
  phone: 'A safe telephone and safe accounts',
  code: 'A word or sign that means danger',
  children: 'What the children know and do',
  school: 'The school knows what to do',
  work: 'Work knows what to do',
} as const

export const outcomes = {
  safer: 'Safer, and needs no more support',
  passedOn: 'Passed on to another service',
  stopped: 'The survivor ended the support',
  moved: 'Moved out of the area, support continues there',
  lostTouch: 'No longer reached',
  other: 'Another end',
} as const

export const feedbackAbout = {
  advocate: 'The advocate and the service',
  meeting: 'The daily safeguarding meeting',
  police: 'The police',
  health: 'Health',
  socialCare: 'Social care',
  housing: 'Housing',
  court: 'Courts',
  other: 'Something else',
} as const

export const helpfulness = {
  helpful: 'It helped',
  partly: 'It helped in part',
  notHelpful: 'It did not help',
  notSaid: 'Did not say',
} as const

export const saferAnswers = {
  safer: 'Safer than before',
  same: 'As before',
  lessSafe: 'Less safe than before',
  notSaid: 'Did not say',
} as const

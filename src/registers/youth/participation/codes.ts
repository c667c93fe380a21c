/** Code lists of taking part. Codes are for ever; words may change. */

export const participants = {
  youngPerson: 'A young person',
  parent: 'A parent or carer',
  staff: 'A member of staff or an officer',
} as const

export const ageBands = {
  under8: 'Under 8',
  from8to10: '8 to 10',
  from11to13: '11 to 13',
  from14to17: '14 to 17',
  from18to25: '18 to 25',
  adult: 'Over 25',
  notKnown: { label: 'Not known', notKnown: true },
} as const

export const contactKinds = {
  oneToOne: 'One-to-one contact',
  mentoring: { label: 'One-to-one mentoring', hint: 'Counted as a one-to-one contact too' },
  group: 'Group session or circle',
  family: 'With the family',
  telephone: 'By telephone or video',
} as const

/** What was asked, in the words of the published report where it gives them. */
export const statements = {
  practicalKnowledge: 'The training gave me practical knowledge that I will put into practice',
  supportMyChild: 'The training helped me understand how better to support my child, or to find support',
  behaviourBetter: 'The young person’s behaviour has become better',
  schoolEngagement: 'My child’s engagement with school has become better',
  schoolCommunication: 'I am better able to speak with school staff',
  feltHeard: 'I felt heard',
  wouldRecommend: 'I would recommend this to a friend',
  identity: 'I thought about who I am and where I come from',
  nameRacism: 'I am able to recognise racism in our work and to say so',
  managersListen: 'My managers listen when I raise discrimination',
} as const

export const answers = { agree: 'Agree', neither: 'Neither', disagree: 'Disagree' } as const

export const answeredBy = {
  youngPerson: 'The young person',
  parent: 'A parent or carer',
  worker: 'The worker or a teacher',
  staff: 'A member of staff, without their name',
} as const

export const outcomes = {
  completed: 'Completed',
  left: 'Left before the end',
  moved: 'Moved away or changed school',
  passedOn: 'Passed on to another service',
  programmeEnded: 'The programme ended',
  other: 'Another reason',
} as const

export const notTakenWhy = {
  declined: 'They said no',
  noAnswer: 'They did not answer',
  otherHelp: 'They have other help',
  full: 'There was no place',
} as const

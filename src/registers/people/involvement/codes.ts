/** Services that work with families. Codes are for ever; words may change. */
export const services = {
  childrensSocialCare: "Children's social care",
  earlyHelp: 'Early help',
  youthJustice: 'Youth justice',
  camhs: 'CAMHS (child and adolescent mental health)',
  healthVisiting: 'Health visiting',
  schoolNursing: 'School nursing',
  school: 'School, college or nursery',
  adultSocialCare: 'Adult social care',
  adultMentalHealth: 'Adult mental health',
  drugsAlcohol: 'Drugs and alcohol',
  probation: 'Probation',
  gp: 'GP',
  hospital: 'Hospital',
  midwifery: 'Midwifery',
  police: 'Police',
  housing: 'Housing',
  domesticAbuse: 'Domestic abuse service',
  immigration: 'Immigration or asylum support',
  charity: 'Charity or community group',
  other: 'Another service, as described',
} as const

export type Service = keyof typeof services

export const serves = {
  child: { label: "A child: it is a children's service", hint: 'An unborn child is a child' },
  adult: "An adult: it is an adults' service",
  family: 'The whole family',
} as const

/** Services whose name tells whom they serve; all others are asked. */
export const servedBy: Partial<Readonly<Record<Service, keyof typeof serves>>> = {
  childrensSocialCare: 'child',
  youthJustice: 'child',
  camhs: 'child',
  schoolNursing: 'child',
  school: 'child',
  earlyHelp: 'family',
  healthVisiting: 'family',
  adultSocialCare: 'adult',
  adultMentalHealth: 'adult',
  probation: 'adult',
}

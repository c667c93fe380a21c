/** What the front door and those who report to it both say. */

/** What a worry is mainly about; each list ends with what it adds. */
export const worries = {
  physicalHarm: 'Physical harm',
  emotionalHarm: 'Emotional harm',
  sexualHarm: 'Sexual harm',
  neglect: 'Neglect',
  domesticAbuse: 'Domestic abuse',
  harmOutsideHome: 'Harm outside the home',
  missing: 'Missing from home or care',
  mentalHealth: 'Mental health of the child',
  parentalNeed: "A parent's mental health, alcohol or drugs",
  disability: 'Disability or additional needs',
  housingMoney: 'Housing or money',
} as const

/** What is decided at the front door. Each leads to one outcome. */
export const decisions = {
  noFurtherAction: 'No further action',
  informationAdvice: 'Information and advice, no further step',
  earlyHelp: 'Early help',
  childInNeed: 'Child in need assessment (section 17)',
  strategyDiscussion: 'Strategy discussion (section 47)',
  alreadyOpen: 'Already open to a service: pass on',
  otherAuthority: 'Another authority',
} as const

/** What an adult is to a child. */
export const relationships = {
  mother: 'Mother',
  father: 'Father',
  stepParent: 'Step-parent or partner of a parent',
  grandparent: 'Grandparent',
  otherRelative: 'Other relative',
  carer: 'Carer',
  professional: 'Professional',
  other: 'Other',
} as const

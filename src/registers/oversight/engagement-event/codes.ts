/** Codes of forums and outreach. Codes are for ever; words may change. */

export const eventKinds = {
  youngPeopleForum: 'Forum of young people',
  parentForum: 'Forum of parents',
  parentPractitioner: 'Session of parents and practitioners',
  community: 'Community event with the Borough Commander',
  outreach: 'Outreach session in an area',
} as const

export const whoComes = {
  youngPeople: 'Young people',
  parents: 'Parents and carers',
  both: 'Young people and parents',
  community: 'Anybody of the community',
} as const

export const eventThemes = {
  disproportionality: 'Disproportionality and discrimination',
  police: 'Police and stop and search',
  safety: 'Safety where young people are',
  school: 'School and exclusion',
  services: 'What services do well and badly',
  family: 'Family and home',
  work: 'Work, training and what comes next',
  other: 'Something else',
} as const

/** Codes of this register: for ever, while the words may change. */

export const terms = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' } as const

export const topics = {
  rights: 'Young people’s rights, and why the police stop and search',
  violence: 'Violence and carrying knives',
  exploitation: 'Exploitation by gangs and adults',
  online: 'Staying safe online',
  hateCrime: 'Hate crime',
  transition: 'Moving to secondary school safely',
  other: 'Something else',
} as const

export const audiences = {
  pupils: 'Pupils',
  parents: 'Parents',
  staff: 'Staff',
  pupilsAndAdults: 'Pupils with parents or staff',
} as const

export const leaders = {
  schoolsOfficer: 'A safety school officer',
  neighbourhood: 'Another officer',
  youthWorker: 'A youth worker',
  youngPeople: 'Young people themselves',
  teacher: 'A teacher',
} as const

export const whyNotHeld = {
  school: 'The school could not take it',
  officer: 'No officer was available',
  weather: 'The school was closed',
  moved: 'It was planned anew for another term',
  other: 'Another reason',
} as const

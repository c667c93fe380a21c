/** Codes of scrutiny. Codes are for ever; words may change. */

export const challengeKinds = {
  challenge: { label: 'A challenge', hint: 'Somebody has to answer' },
  assessment: { label: 'An assessment', hint: 'Nobody has to answer, but somebody may' },
} as const

export const challengeThemes = {
  transition: 'Transitional safeguarding',
  voice: 'The voice of children',
  inequality: 'Inequality and disproportionality',
  missing: 'Missing children and exploitation',
  section11: 'Section 11 returns',
  reviews: 'Learning from serious cases',
  audit: 'Audits, and whether learning is embedded',
  training: 'Training',
  domesticAbuse: 'Domestic abuse and the daily meeting',
  neglect: 'Neglect',
  leadership: 'Leadership and joint responsibility',
  other: 'Something else',
} as const

export const judgements = {
  commendable: 'Commendable',
  excellent: 'Excellent',
  inOrder: 'In order',
  disappointing: 'Disappointing',
  seeMore: 'Would like to see more',
} as const

export const bases = {
  everything: 'All that began, finished or not',
  finished: 'Only what was finished',
  people: 'People, each counted once',
  notSaid: 'The base was not said',
} as const

export const outcomes = {
  improved: 'It is better now, and the figures show it',
  agreed: 'What is to be done is agreed',
  explained: 'The answer explains it',
  stands: 'It stands, and will be said again',
} as const

/** Codes of this register: for ever, while the words may change. */

export const instances = {
  partnership: 'The partnership itself',
  panel: 'The national Panel, which saw it differently from the partnership',
} as const

export const independence = {
  independent: 'Yes: neither part of what is reviewed, nor has managed the case',
  subject: 'No: what they did is part of what is reviewed',
  managed: 'No: they managed the case, or those who worked on it',
} as const

export const delays = {
  criminal: 'Criminal proceedings',
  inquest: 'An inquest',
  agencies: 'Parts of agencies are missing',
  family: 'The family asked for time',
  other: 'Something else',
} as const

/** Details that few children share: beside an age or a place they tell who a child is. */
export const rareWords = [
  'twin',
  'triplet',
  'quadruplet',
  'adopted',
  'only child',
  'wheelchair',
  'deaf',
  'blind',
  'refugee',
  'asylum',
  'surrogate',
  'transplant',
  'rare condition',
  'rare disease',
  'syndrome',
  'newspaper',
  'television',
  'champion',
  'imam',
  'priest',
  'rabbi',
] as const

/** Code lists of a person. Codes are for ever; words may change. */

/** CIN census and SSDA903 use M, F and U (unknown, and every unborn child) since 2024-25; 1, 2 and 0 before. */
export const sexes = { female: 'Female', male: 'Male', unknown: 'Not known yet' } as const

/** Said by the person; never derived from sex (Standard Safeguarding Dataset: two fields). */
export const genders = {
  girlWoman: 'Girl or woman',
  boyMan: 'Boy or man',
  selfDescribed: 'Another word, in their own words',
  preferNotToSay: 'Prefers not to say',
  notAsked: 'Not asked yet',
} as const

/** CIN census disability codes. None is exclusive of every other; an unborn child has no answer. */
export const disabilities = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: { label: 'Autism', hint: 'Diagnosed by a qualified medical practitioner' },
  DDA: 'Other',
} as const

/** Primary need, highest first: if two apply, the one higher in the list (CIN census). */
export const needs = {
  N1: 'Abuse or neglect',
  N2: "Child's disability",
  N3: 'Parental disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
  N0: 'Not stated',
} as const

/** Why there is no unique pupil number (SSDA903 and CIN census). */
export const whyNoUpn = {
  UN1: 'Not of school age and not yet given one',
  UN2: 'Never attended a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'Newly looked after or newly in need, and not yet known',
  UN5: 'Sources disagree, so that it cannot be matched',
} as const

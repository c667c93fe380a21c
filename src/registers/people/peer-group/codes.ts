/** Code lists of a group. Codes are for ever; words may change. */
export const groupKinds = {
  friends: 'Friends',
  place: 'A group around a place',
  school: 'A group at a school or college',
  online: 'An online group',
  gang: { label: 'A gang, as the police name it', hint: 'Only where the police have said so' },
  adults: 'Adults who draw children in',
  other: 'Another group, as described',
} as const

export const concerns = {
  criminalExploitation: 'Criminal exploitation',
  sexualExploitation: 'Sexual exploitation',
  violence: 'Violence or weapons',
  drugs: 'Drugs',
  sexualBehaviour: 'Harmful sexual behaviour',
  missing: 'Going missing together',
  radicalisation: 'Radicalisation',
  antisocial: 'Damage and disorder',
  other: 'Something else, as described',
} as const

export const memberRoles = {
  atRisk: 'Drawn in, or at risk of it',
  friend: 'Friend',
  takesPart: 'Takes part',
  leads: 'Leads or decides',
  drawsIn: 'Draws others in',
  notKnown: 'Not known',
} as const

export const sources = {
  child: 'A child',
  family: 'A parent or carer',
  school: 'A school or college',
  police: 'The police',
  youthWork: 'Youth work or youth justice',
  socialCare: 'Social care or early help',
  health: 'Health',
  community: 'Residents, shops or a charity',
  online: 'Seen online',
  other: 'Another source',
} as const

export const strengths = {
  confirmed: 'Confirmed: seen, or said by the child',
  likely: 'Likely: more than one source',
  possible: 'Possible: one source, not checked',
} as const

import type { Options } from '../../../declare/field.ts'

export const placeKinds = {
  park: 'A park or open space',
  stairwell: 'A stairwell, garage or walkway of an estate',
  shop: 'A shop, café or takeaway',
  station: 'A station or bus stop',
  school: 'Around a school or college',
  home: 'A home where children gather',
  hotel: 'A hotel or short let',
  online: 'A place online',
  event: 'An event',
  other: 'Another place',
} as const satisfies Options

export const placeWorries = {
  criminalExploitation: 'Criminal exploitation',
  sexualExploitation: 'Sexual exploitation',
  violence: 'Violence or weapons',
  drugs: 'Drugs',
  sexualBehaviour: 'Harmful sexual behaviour',
  missing: 'Missing children go there',
  antisocial: 'Damage and disorder',
  other: 'Something else',
} as const satisfies Options

export const sources = {
  interview: 'A return home interview',
  police: 'The police',
  school: 'A school or college',
  residents: 'Residents or shops',
  communitySafety: 'Community safety or estate services',
  youthWork: 'Youth work or youth justice',
  socialCare: 'Social care or early help',
  family: 'A parent or child',
  other: 'Another source',
} as const satisfies Options

export const interventions = {
  patrol: 'Patrols',
  youthWork: 'Detached youth work',
  lighting: 'Lighting or cameras',
  block: 'Access blocked',
  closure: 'Closed to everybody',
  guardianship: 'Adults who look out for children there',
  licensing: 'Licensing or trading standards',
  disruption: 'Disruption by the police',
  online: 'Reported to the provider online',
  other: 'Something else',
} as const satisfies Options

export const impacts = {
  safer: 'Safer: it did what it was for',
  partly: 'Partly',
  none: 'Nothing has changed',
  moved: 'The harm has moved somewhere else',
  tooSoon: 'Too soon to say',
} as const satisfies Options

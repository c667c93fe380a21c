import type { Options } from '../../../declare/field.ts'

/** Code lists of a trafficking referral (code list `nrm`). Codes are for ever; words may change. */

/** The panel of the pilot decides for two councils. */
export const authorities = {
  islington: 'Islington',
  camden: 'Camden',
  other: 'Another authority',
} as const satisfies Options

/** First responder organisations for children: only they refer (rulebook NR-01). */
export const responders = {
  council: 'Children’s social care of a council',
  police: 'Police',
  crimeAgency: 'National Crime Agency',
  borderForce: 'Border Force, immigration or visas',
  charity: 'A charity that is a first responder',
  other: 'Another first responder',
} as const satisfies Options

export const exploitations = {
  criminal: 'Criminal',
  labour: 'Labour',
  sexual: 'Sexual',
  domesticServitude: 'Domestic servitude',
  labourAndCriminal: 'Labour and criminal',
  sexualAndCriminal: 'Sexual and criminal',
  otherCombination: 'Another combination',
  notKnown: { label: 'Not known yet', notKnown: true },
} as const satisfies Options

export const places = {
  uk: 'In the United Kingdom',
  abroad: 'Abroad only',
  both: 'Abroad and in the United Kingdom',
  notKnown: { label: 'Not known yet', notKnown: true },
} as const satisfies Options

export const routes = {
  panel: { label: 'The local panel', hint: 'More than 100 days before the 18th birthday' },
  authority: { label: 'The Single Competent Authority', hint: 'The Home Office decides' },
} as const satisfies Options

export const grounds = { positive: 'Yes', negative: 'No' } as const satisfies Options

export const decidedHow = {
  firstMeeting: 'Both decisions at the first meeting',
  laterMeeting: 'Both decisions at a later meeting',
  afterDeferral: 'Reasonable grounds first, conclusive grounds at a later meeting',
  authority: 'By the Single Competent Authority',
} as const satisfies Options

/** Who sits at the panel; the first three have to be there for a binding decision (rulebook NR-04). */
export const members = {
  socialCare: 'Social care',
  police: 'Police',
  health: 'Health',
  education: 'Education',
  youthJustice: 'Youth justice',
  charity: 'A charity',
} as const satisfies Options
export const quorum: readonly (keyof typeof members)[] = ['socialCare', 'police', 'health']

export const guardianNot = {
  abroadOnly: 'Exploited abroad only, and nothing points to the United Kingdom',
  notOffered: 'The service does not work in the area where the child lives',
  adult: 'The young person is 18',
  other: 'Another reason, as described',
} as const satisfies Options

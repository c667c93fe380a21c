import type { Options } from '../../../declare/field.ts'
import { dutyToShareFrom } from '../../../fields/lists/lawfulBases.ts'

/** Code lists of a sharing. Codes are for ever; words may change. */

export const initiatives = {
  asked: 'Somebody asked for it',
  own: 'Nobody asked: on our own initiative',
  emergency: {
    label: 'In an emergency: it has been shared already',
    hint: 'The rest is recorded by the end of the next working day',
  },
} as const satisfies Options

export const regimes = {
  general: 'UK GDPR: general processing',
  lawEnforcement: {
    label: 'DPA part 3: law enforcement',
    hint: 'Police, probation and youth justice, for law-enforcement purposes only',
  },
} as const satisfies Options

export const consents = {
  given: 'Given',
  refused: 'Refused',
  notSought: 'Not asked',
} as const satisfies Options

export const familyTold = {
  before: 'Told before it was shared',
  after: 'Told, or to be told, afterwards',
  notTold: 'Not told',
} as const satisfies Options

export const thirdParties = {
  none: 'It holds nothing about anybody else',
  takenOut: 'Taken out',
  leftIn: 'Left in, because it is needed',
} as const satisfies Options

export const channels = {
  canopy: 'Within Canopy',
  secureEmail: 'Secure email',
  portal: "The recipient's secure portal",
  phone: 'Telephone',
  inPerson: 'In person',
  post: 'Post with proof of delivery',
} as const satisfies Options

/** Why something is not shared. That it is in the interest of nobody is no reason: each names what stands against it. */
export const whyNotShared = {
  moreDetrimental: {
    label: 'Sharing would be more detrimental to the child (Children Act 2004, section 16LA)',
    from: dutyToShareFrom,
  },
  risk: 'Sharing would put a child or another person at risk of harm',
  privilege: 'Legal privilege',
  forbidden: 'An order of a court or an Act forbids it',
  inquiry: 'It would prejudice a criminal inquiry',
  notNecessary: 'It is not necessary for what they ask, or more than is necessary',
  noBasis: 'There is no ground in law',
  consentRefused: 'Consent was refused, and nothing overrides that',
  notHeld: 'We do not hold it',
  asDescribed: 'Another reason, as described',
} as const satisfies Options

export const requesterTold = {
  withReason: 'Told, with the reason',
  withoutReason: 'Told, without the reason',
  notTold: 'Not told',
} as const satisfies Options

/** Kinds of agency that are no public authority (Data Protection Act 2018, section 7). Every other kind is one. */
export const notPublic: readonly string[] = ['voluntary', 'independent', 'private', 'faith', 'childcare']
/** Kinds of agency that are competent authorities for law enforcement (Data Protection Act 2018, section 30). */
export const lawEnforcers: readonly string[] = ['police', 'probation', 'youth_justice']

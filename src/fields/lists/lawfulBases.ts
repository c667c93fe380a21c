import type { Options } from '../../declare/field.ts'

/**
 * Grounds in law for sharing information about people, each with the days on which it may be relied on: UK GDPR articles
 * 6, 9 and 10, Data Protection Act 2018 (DPA) part 3 and schedule 1, and duties in the Children Acts (rulebook IS-01 to IS-04).
 */

/** Recognised legitimate interests came with the Data (Use and Access) Act 2025. */
export const recognisedInterestFrom = '2026-02-05'
/** The duty to share of Children Act 2004, section 16LA (inserted by the Children's Wellbeing and Schools Act 2026). */
export const dutyToShareFrom = '2026-09-30'

export const article6 = {
  '6.1.a': {
    label: 'Consent: article 6(1)(a)',
    hint: 'Rarely right for a statutory body: who cannot freely refuse has not consented',
  },
  '6.1.c': {
    label: 'Legal obligation: article 6(1)(c)',
    hint: 'A duty to share in an Act, or an order of a court',
  },
  '6.1.d': { label: 'Vital interests: article 6(1)(d)', hint: 'A danger to life' },
  '6.1.e': {
    label: 'Public task: article 6(1)(e)',
    hint: 'Councils, the NHS, police and state schools in what they are there to do',
  },
  '6.1.ea': {
    label: 'Recognised legitimate interest, safeguarding: article 6(1)(ea)',
    hint: 'Voluntary and private bodies only. Nothing has to be weighed',
    from: recognisedInterestFrom,
  },
  '6.1.f': {
    label: 'Legitimate interests: article 6(1)(f)',
    hint: 'Voluntary and private bodies only, after weighing them against the interests of the person',
  },
} as const satisfies Options

/** Bases that are closed to a public authority in its tasks (UK GDPR article 6(1), last paragraph; IS-04). */
export const notForPublicBodies: readonly string[] = ['6.1.ea', '6.1.f']

export const article9 = {
  '9.2.a': 'Explicit consent: article 9(2)(a)',
  '9.2.b': 'Employment, social security and social protection: article 9(2)(b)',
  '9.2.c': { label: 'Vital interests: article 9(2)(c)', hint: 'Where the person cannot consent' },
  '9.2.f': 'Legal claims or courts: article 9(2)(f)',
  '9.2.g': 'Substantial public interest: article 9(2)(g)',
  '9.2.h': {
    label: 'Health or social care: article 9(2)(h)',
    hint: 'By somebody under a duty of secrecy (DPA section 11)',
  },
} as const satisfies Options

export const schedule1 = {
  para1: 'Paragraph 1: employment, social security and social protection',
  para2: 'Paragraph 2: health or social care purposes',
  para6: 'Paragraph 6: statutory and government purposes',
  para10: 'Paragraph 10: preventing or detecting unlawful acts',
  para18: {
    label: 'Paragraph 18: safeguarding of children and of individuals at risk',
    hint: 'Without consent, for one of three reasons. Needs an appropriate policy document',
  },
} as const satisfies Options

/** The article 9 conditions under which each paragraph of schedule 1 is a condition (DPA section 10(2) and (3)). */
export const paragraphsOf: Readonly<Record<string, readonly string[]>> = {
  '9.2.b': ['para1'],
  '9.2.g': ['para6', 'para10', 'para18'],
  '9.2.h': ['para2'],
}

/** One of three, else paragraph 18 does not apply (IS-03). */
export const withoutConsent = {
  cannotBeGiven: 'The person cannot give consent',
  cannotBeExpected: 'We cannot reasonably be expected to get it',
  wouldPrejudice: 'Asking for it would put the protection at risk',
} as const satisfies Options

export const article10 = {
  's10.5': {
    label: 'DPA section 10(5), with a paragraph of schedule 1',
    hint: 'An allegation counts as information about an offence',
  },
  official: 'Under the control of official authority: article 10(1)',
} as const satisfies Options

export const lawEnforcement = {
  's35.para4': 'DPA section 35 and schedule 8 paragraph 4: safeguarding of children and of individuals at risk',
} as const satisfies Options

export const duties = {
  none: 'No duty in an Act: a power or task',
  'ca2004.s16LA': {
    label: 'Children Act 2004, section 16LA: duty of safeguarding partners and relevant agencies to share',
    from: dutyToShareFrom,
  },
  'ca1989.s47': 'Children Act 1989, section 47(9) to (11): help with enquiries',
  'ca1989.s27': 'Children Act 1989, section 27: help another authority asks for',
  'ca2004.s10': 'Children Act 2004, section 10: co-operation to improve well-being',
  'ca2004.s11': 'Children Act 2004, section 11: safeguarding and promoting welfare',
  courtOrder: 'An order of a court',
  other: 'Another duty, as described in the purpose',
} as const satisfies Options

/** Kinds of information, for what is shared and what an agreement covers. */
export const informationKinds = {
  identity: 'Who somebody is: names, dates of birth, numbers',
  address: 'Address',
  contactDetails: 'Telephone numbers and other ways to reach somebody',
  family: 'Family and household',
  worry: 'What somebody is worried about',
  chronology: 'Chronology',
  assessment: 'Assessment or report',
  plan: 'Plan, review or minutes',
  health: 'Health',
  education: 'School and attendance',
  offending: 'Offences, allegations and police information',
  housing: 'Housing',
  ownRecord: 'What an agency has on its own record',
  knownOrNot: 'Whether somebody is known to an agency',
  other: 'Something else, as described',
} as const satisfies Options

/** Kinds of information that are special category data by what they are (UK GDPR article 9(1)). */
export const specialKinds: readonly string[] = ['health']
/** Kinds of information about offences (UK GDPR article 10). */
export const offenceKinds: readonly string[] = ['offending']

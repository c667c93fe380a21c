import type { Options } from '../../../declare/field.ts'

/** Who asks, and by what right (UK GDPR article 15; rulebook SR-01). */
export const requesters = {
  self: 'The person themselves, an adult',
  child: 'The child themselves',
  parent: 'A parent or somebody with parental responsibility, for the child',
  representative: 'A solicitor or another representative, with written authority',
  court: 'Somebody a court has appointed',
} as const satisfies Options

/** There is no fixed age in England at which a child understands what it means to ask: somebody looks at this child. */
export const competences = {
  competent: { label: 'Yes', hint: 'The right is the child’s own' },
  notYet: 'No: not yet',
  adult: 'The person is an adult',
} as const satisfies Options

export const verifications = {
  known: 'Known to us in person',
  documents: 'By documents',
  authority: 'By documents, and the authority to act for the person',
  answers: 'By answers only the person can give',
} as const satisfies Options

/** Why something is taken out of a copy (Data Protection Act 2018, schedules 2 to 4; rulebook SR-02). */
export const exemptions = {
  seriousHarm: {
    label: 'Serious harm: schedule 3, parts 2 to 4',
    hint: 'Health, education or social work data that would be likely to cause serious harm to somebody’s health',
  },
  childAbuse: {
    label: 'Child abuse data: schedule 3, paragraph 21',
    hint: 'Where it is not in the best interests of the child who is or may have been abused',
  },
  thirdParty: {
    label: 'Another person: schedule 2, paragraph 16',
    hint: 'Who has not agreed, and whom it is not reasonable to name without that. Referrers are among them',
  },
  privilege: 'Legal privilege: schedule 2, paragraph 19',
  crime: 'Crime and its prevention: schedule 2, paragraph 2',
  adoption: 'Adoption records: schedule 4, paragraph 3',
  courtReport: 'Reports to a court about a child: schedule 3, paragraphs 9 and 18, and schedule 4',
  notThePerson: { label: 'Not about the person', hint: 'No exemption: it is not the data that was asked for' },
} as const satisfies Options

export const extensionReasons = {
  complex: 'The request is complex',
  several: 'The person has made several requests',
} as const satisfies Options

export const refusals = {
  unfounded: 'Manifestly unfounded',
  excessive: 'Manifestly excessive',
  notEntitled: 'Whoever asks has no right to ask for this person',
  identity: 'Who asks could not be verified',
  notClear: 'What is asked for was not made clear after we asked',
} as const satisfies Options

export const ways = {
  post: 'Post with proof of delivery',
  secureEmail: 'Secure email',
  inPerson: 'Handed over in person, with somebody to talk to',
  portal: 'Secure download',
} as const satisfies Options

import type { Options } from '../../../declare/field.ts'

/** Code lists of a return home interview. Codes are for ever; words may change. */

/**
 * Where an interview stands: exactly one of these at any moment, so that they add up to the episodes that ended (RHI-2, remedy for
 * offers without an outcome, I-17).
 */
export const standings = {
  waiting: { label: 'Not offered yet', group: 'Still open' },
  offered: { label: 'Offered, no outcome yet', group: 'Still open' },
  heldInTime: { label: 'Held within 72 hours', group: 'Held' },
  heldLate: { label: 'Held later than 72 hours', group: 'Held' },
  declined: { label: 'Declined', group: 'Not held' },
  noContact: { label: 'No contact after several attempts', group: 'Not held' },
  missingAgain: { label: 'Missing again before the interview', group: 'Not held' },
  notOffered: { label: 'Not offered, with a reason', group: 'Not offered' },
  noOutcome: { label: 'Offered, and no outcome was ever recorded', group: 'Not recorded' },
} as const satisfies Options
export type Standing = keyof typeof standings

export const channels = {
  phone: 'By telephone',
  text: 'By text or message',
  visit: 'A visit',
  school: 'At school or college',
  throughCarer: 'Through a parent, carer or worker',
  letter: 'By letter or email',
} as const satisfies Options

export const attemptResults = {
  spoke: 'Spoke with the child',
  spokeCarer: 'Spoke with a parent or carer',
  message: 'Left a message',
  noAnswer: 'No answer',
} as const satisfies Options

export const declinedReasons = {
  notNeeded: 'Says that there is nothing to talk about',
  otherPerson: 'Wants to talk with somebody they know already',
  noTrust: 'Does not trust services',
  parent: 'A parent did not want it',
  tooMany: 'Has had too many interviews',
  notSaid: 'Did not say why',
  other: 'Another reason',
} as const satisfies Options

export const notOfferedReasons = {
  otherCouncil: 'Another council is responsible and holds it',
  hospital: 'The child is too ill, or in hospital',
  custody: 'The child is in custody',
  moved: 'The child has moved away',
  adult: 'The child has turned 18',
  unsafe: 'An offer would put the child at risk',
  oversight: 'It was overlooked',
  notRecorded: { label: 'Not recorded', hint: 'Only in records brought in from before' },
} as const satisfies Options

export const namedKinds = {
  place: 'A place',
  person: 'A person or nickname',
  vehicle: 'A vehicle',
  other: 'Something else',
} as const satisfies Options

export const recipients = {
  socialWorker: { label: 'The social worker and their team', hint: 'They read the interview' },
  police: { label: 'The police', hint: 'They get what is marked to be shared, without who said it' },
  placement: { label: 'The placement', hint: 'It reads the plan to prevent, and nothing of the interview' },
  nobody: 'Nobody else',
} as const satisfies Options

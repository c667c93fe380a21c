import type { Options } from '../../../declare/field.ts'

/** Code lists of a missing episode. Codes are for ever; words may change. */

/** Every episode has exactly one (rulebook MX-02; remedy for the 94 episodes that stood in neither table, I-16). */
export const missingFrom = {
  home: 'Home',
  care: { label: 'Care', hint: 'A looked-after child of this council, wherever the placement is' },
  otherAuthority: { label: 'A placement here by another council', hint: 'That council is responsible for the child' },
  notKnown: 'Not known',
} as const satisfies Options

/** Codes of the SSDA903 return (rulebook MX-02). */
export const careTypes = {
  M: { label: 'Missing: not where expected, and nobody knows where' },
  A: { label: 'Away without authorisation: we know where, but the child should not be there' },
} as const satisfies Options

export const tellers = {
  police: 'The police',
  placement: 'A carer, foster carer or home',
  parent: 'A parent or relative',
  socialWorker: 'A social worker',
  school: 'A school or college',
  friend: 'A friend, or the child',
  otherCouncil: 'Another council',
  other: 'Somebody else',
} as const satisfies Options

/** How we know a time (RHI-3). */
export const timesKnown = {
  reported: 'Somebody told us the time',
  estimated: 'Estimated: the earliest or latest time that is sure',
  notKnown: 'Not known',
} as const satisfies Options

export const returnsKnown = {
  exact: 'Exactly',
  estimated: { label: 'Estimated', hint: 'Enter the earliest time at which the child was known to be back or found' },
} as const satisfies Options

export const grades = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  noApparent: { label: 'No apparent risk', hint: 'Not used lightly for a child' },
  notGraded: 'The police have not graded it',
} as const satisfies Options

export const riskFlags = {
  sexualExploitation: 'Sexual exploitation',
  criminalExploitation: 'Criminal exploitation',
  seriousViolence: 'Serious youth violence',
  trafficking: 'Trafficking or modern slavery',
  selfHarm: 'Self-harm or suicide',
  health: 'Health, disability or medicine needed',
  radicalisation: 'Radicalisation',
  substances: 'Drugs or alcohol',
  harmAtHome: 'Harm at home or in the placement',
  noneKnown: 'No risk known',
} as const satisfies Options

export const lookedAfterAnswers = {
  yes: 'Yes, by this council',
  otherCouncil: 'Yes, by another council',
  no: 'No',
  notKnown: 'Not known',
} as const satisfies Options

export const responsibles = {
  ours: 'This council',
  another: 'Another council',
  notKnown: 'Not known',
} as const satisfies Options

export const finders = {
  self: 'Came back alone',
  police: 'Found by the police',
  carer: 'Found by a carer or placement',
  family: 'Found by family or friends',
  worker: 'Found by a worker',
  other: 'Found by somebody else',
  notKnown: 'Not known',
} as const satisfies Options

/** Time away, by the clock in London (F167, F168, F178, F179). */
export const durationBands = {
  under24: 'Under 24 hours',
  nextDay: 'The following day, after 24 hours or more',
  longer: 'Longer',
} as const satisfies Options

export const strategyReasons = {
  highRisk: 'The police grade the risk as high',
  repeat: 'Missing again and again in 90 days',
  asked: 'Somebody asked for it',
} as const satisfies Options

export const toldTo = {
  police: 'The police',
  socialWorker: 'The social worker or the duty team',
  parents: 'Parents, or who has parental responsibility',
  placement: 'The placement',
  responsibleCouncil: 'The council that is responsible',
  hostCouncil: 'The council where the child is placed',
  school: 'School or college',
  health: 'Health',
  other: 'Somebody else',
} as const satisfies Options

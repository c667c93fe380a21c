import type { Options } from '../../declare/field.ts'

/** Codes of early help, said by more than one register. Codes are for ever; words may change. */

export const consents = {
  agreed: 'Yes',
  notYet: { label: 'Not yet', hint: 'You are still talking about it, or not everybody has been asked' },
  refused: 'No',
} as const satisfies Options

const council = 'Council'
const partners = 'Partners of the council'

/** Who does early help, by kind: the question that nobody could answer is how much of it is not the council. */
export const leadKinds = {
  council: { label: 'Council', group: council },
  school: { label: 'School or college', group: partners },
  nursery: { label: 'Nursery or childminder', group: partners },
  health: { label: 'Health, for example health visitors', group: partners },
  practice: { label: 'General practice', group: partners },
  police: { label: 'Police', group: partners },
  housing: { label: 'Housing', group: partners },
  voluntary: { label: 'Charity, club or community group', group: partners },
  other: { label: 'Another partner', group: partners },
} as const satisfies Options
export type LeadKind = keyof typeof leadKinds

const kindOfAgency: Readonly<Record<string, LeadKind>> = {
  council: 'council',
  education: 'council',
  adult_services: 'council',
  youth_justice: 'council',
  school: 'school',
  nursery: 'nursery',
  childcare: 'nursery',
  health: 'health',
  commissioner: 'health',
  practice: 'practice',
  police: 'police',
  housing: 'housing',
  voluntary: 'voluntary',
  club: 'voluntary',
  faith: 'voluntary',
}

/** By the kind of an agency in the directory. */
export const leadKindOf = (kind: unknown): LeadKind => kindOfAgency[String(kind)] ?? 'other'

export const needs = {
  health: "The child's health",
  learning: 'Learning, nursery or school',
  feelings: 'Feelings and behaviour',
  family: 'The family and how it gets on',
  home: 'The home',
  money: 'Money and work',
} as const satisfies Options

export const progress = {
  done: 'Done',
  going: 'Under way',
  notStarted: 'Not started yet',
  dropped: 'Not wanted any more',
} as const satisfies Options

export const outcomes = {
  needsMet: 'The family has what it needs',
  steppedUp: { label: "Children's social care takes over", hint: 'Only once social care has accepted' },
  withdrew: 'The family did not want it any more',
  moved: 'The family moved away',
  other: 'Another reason',
} as const satisfies Options

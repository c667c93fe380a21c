import { setting } from '../../../declare/clock.ts'
import type { Options } from '../../../declare/field.ts'
import { worries as common, type decisions } from '../../../fields/lists/frontDoor.ts'

/** Local policy: rulebook FD-07, FD-09 and FD-03 (third working day) have confidence C or D, so all are settings. */
export const settings = {
  setLevel: setting({
    key: 'front_door_level_hours',
    label: 'Set how urgent a contact is within',
    unit: 'working hours',
    default: 1,
    source: 'Local policy',
  }),
  chase: setting({
    key: 'front_door_feedback_days',
    label: 'Tell the referrer the outcome within',
    unit: 'working days of the decision',
    default: 3,
    source: 'London procedures (rulebook FD-03); local policy',
  }),
  written: setting({
    key: 'front_door_written_hours',
    label: 'A telephone report is confirmed in writing within',
    unit: 'hours',
    default: 48,
    source: 'Islington 2017 page (rulebook FD-09); local policy',
  }),
  handOver: setting({
    key: 'front_door_hand_over_days',
    label: 'The receiving service accepts a hand-over within',
    unit: 'working days',
    default: 2,
    source: 'Local policy',
  }),
  lateAnswer: setting({
    key: 'front_door_late_answer_hours',
    label: 'Read an answer that arrives after the decision within',
    unit: 'working hours',
    default: 4,
    source: 'Local policy',
  }),
  outreach: setting({
    key: 'front_door_outreach_days',
    label: 'Reach out to a family that declined within',
    unit: 'working days',
    default: 10,
    source: 'Local policy; the partnership audit asked for outreach to families who decline',
  }),
} as const

/** Referral and contact source codes of the children in need census (guide 2022-23); 5D only from that year. */
export const sources: Options = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance (including neighbours and child minders)',
  '1C': 'The child or young person themselves',
  '1D': 'Another individual (including strangers)',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health: general practitioner (GP)',
  '3B': 'Health: health visitor',
  '3C': 'Health: school nurse',
  '3D': 'Health: other primary health services',
  '3E': 'Health: accident and emergency department',
  '3F': 'Health: hospital (not A&E) and other',
  '4': 'Housing: local authority or housing association',
  '5A': 'Council: social care, for example adults',
  '5B': 'Council: other internal, for example youth justice',
  '5C': "Council: external, for example another authority's social care",
  '5D': { label: 'Council: early help', from: '2022-04-01' },
  '6': 'Police',
  '7': 'Other legal agency (courts, probation, immigration, Cafcass, prison)',
  '8': 'Other (children’s centres, independent providers, voluntary organisations)',
  '9': 'Anonymous',
  '10': 'Unknown',
}

/** What a contact is mainly about. */
export const worries = {
  ...common,
  privateFostering: 'Living with someone who is not a close relative',
  other: 'Something else',
} as const

/** What is decided at the front door. A closed list: every contact has exactly one, *still open* until it is decided. */
export const outcomes = {
  stillOpen: 'Still open',
  earlyHelp: 'Early help service',
  statutory: 'Statutory social care service',
  noFurtherAction: 'No further action',
  informationAdvice: 'Information and advice',
  alreadyOpen: 'Already open: passed to the allocated worker',
  otherAuthority: 'Passed to another authority',
} as const

export type Decision = keyof typeof decisions

/** The published outcome of a decision: section 17 and section 47 are both a statutory social care service. */
export const outcomeOf = (decision: Decision): keyof typeof outcomes =>
  decision === 'childInNeed' || decision === 'strategyDiscussion' ? 'statutory' : decision

/** Words a screener may take up for the referrer, by decision. Local policy; nothing is filled in by itself. */
export const suggestedTexts: Readonly<Partial<Record<Decision, string>>> = {
  noFurtherAction: 'Thank you. We have looked at what you told us and will take no further action. The reason is: ',
  informationAdvice: 'Thank you. We have given information and advice and will take no further step.',
  earlyHelp: 'Thank you. We have offered the family early help. You may be asked to take part.',
  childInNeed: 'Thank you. A social worker will carry out an assessment and may contact you.',
  strategyDiscussion:
    'Thank you. We are taking this forward with the police and health. You may be asked to take part.',
  alreadyOpen: 'Thank you. We have passed what you told us to the worker who knows the family.',
  otherAuthority:
    'Thank you. The family lives in another area. We have passed what you told us to the authority there.',
}

/** Threshold levels, pan-London continuum of need (rulebook FD-10). */
export const thresholdLevels = {
  level1: 'Level 1: no or low need',
  level2: 'Level 2: emerging need, early help',
  level3: 'Level 3: complex and multiple needs',
  level4: 'Level 4: acute or statutory',
} as const

/** Kinds of agency that answer checks. */
export const checkedAgencies = ['police', 'health', 'probation', 'education', 'housing', 'adult_services']

/** A birth cannot lie in the future; a referral cannot come before conception (rulebook FD-11: 280 days). */
export const gestationDays = 280

/** What a second person thinks of the grounds of a decision they agree: the answers of the partnership's threshold audit. */
export const informationSought = {
  enough: 'Yes',
  moreShouldHaveBeen: 'No: I agree on the information available, but more should have been sought',
} as const

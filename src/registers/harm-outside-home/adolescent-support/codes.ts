import type { Options } from '../../../declare/field.ts'

/** Code lists of adolescent support (EXP-ASIP). Codes are for ever; words may change. */

/** What the child has from social care: higher first. */
export const plans = {
  lookedAfter: 'Looked after',
  childProtection: 'Child protection plan',
  childInNeed: 'Child in need plan',
  earlyHelp: 'Early help',
  none: 'No plan',
} as const satisfies Options
export type Plan = keyof typeof plans

export const whyNotTaken = {
  noConsent: 'The family or the young person does not want it',
  otherService: 'Another service helps already',
  notMet: 'It is not harm outside the home',
  noPlan: 'No plan of social care to which it could be added',
  tooHigh: 'Risk is so high that another kind of help is needed',
  full: { label: 'No place free', hint: 'A gap the partnership needs to know of' },
  moved: 'The family moved away',
  notReached: 'The family was not reached',
  other: 'Another reason',
} as const satisfies Options

export const interventions = {
  respite: 'Respite trip out of London',
  parenting: 'One-to-one parenting support',
  crisis: 'Support in a crisis',
  home: 'Improvements to the home',
  trauma: 'Activities to manage trauma',
  school: 'Daily support to go to school',
  reflective: 'Reflective space for the professional network',
  formulation: 'Workshop with the school to understand the child',
  workExperience: 'Work experience made for the young person',
  housing: 'Housing support',
  psychological: 'Psychological support',
  advocacy: 'Advocacy in education',
  planning: 'Strategic planning of the interventions',
  other: 'Something else, as described',
} as const satisfies Options

export const outcomes = {
  stepDown: 'Less is needed from social care',
  steady: 'The same, and steadier',
  stepUp: 'More is needed from social care',
  withdrew: 'The family or the young person stopped',
  moved: 'The family moved away',
  adult: 'The young person is 18',
} as const satisfies Options

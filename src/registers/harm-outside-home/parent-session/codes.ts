import type { Options } from '../../../declare/field.ts'

export const answers = {
  accepted: 'Yes',
  declined: 'No',
  noAnswer: 'No answer after several attempts',
} as const satisfies Options

export const topics = {
  boundaries: 'Rules and limits at home',
  conflict: 'Arguments and calm',
  signs: 'Signs of exploitation',
  online: 'Telephones and the internet',
  whenMissing: 'What to do when the child goes missing',
  school: 'School and the day',
  other: 'Something else',
} as const satisfies Options

export const tools = {
  agreement: 'A family agreement',
  safetyPlan: 'A safety plan',
  trustedAdults: 'A list of adults to telephone',
  diary: 'A diary of what goes well',
  leaflet: 'Written advice',
  other: 'Something else',
} as const satisfies Options

export const results = {
  managesAlone: 'The parent manages alone',
  earlyHelp: 'Early help was recommended',
  socialCare: 'Passed to children’s social care',
  stopped: 'The parent stopped coming',
  other: 'Something else',
} as const satisfies Options

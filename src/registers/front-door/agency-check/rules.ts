import { setting } from '../../../declare/clock.ts'

/** Kinds of agency that answer checks. */
export const checkedAgencies = ['police', 'health', 'probation', 'education', 'housing', 'adult_services']

/** There is no national standard for answers to checks (rulebook FD-07, confidence D): all three are local settings. */
export const settings = {
  red: setting({
    key: 'mash_red_hours',
    label: 'Answer a red check within',
    unit: 'working hours',
    default: 4,
    source: 'Local policy',
  }),
  amber: setting({
    key: 'mash_amber_hours',
    label: 'Answer an amber check within',
    unit: 'working hours',
    default: 8,
    source: 'Local policy',
  }),
  green: setting({
    key: 'mash_green_hours',
    label: 'Answer a green check within',
    unit: 'working hours',
    default: 24,
    source: 'Local policy',
  }),
  redAroundTheClock: setting({
    key: 'mash_red_around_the_clock',
    label: 'A red check runs outside office hours too',
    unit: '1 for yes, 0 for no',
    default: 0,
    source: 'Local policy: 1 where the desk is staffed for 24 hours',
  }),
  chase: setting({
    key: 'mash_chase_hours',
    label: 'Chase a late answer by itself, and again after',
    unit: 'hours',
    default: 8,
    source: 'Local policy',
  }),
} as const

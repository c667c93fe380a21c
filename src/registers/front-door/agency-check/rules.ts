import { setting } from '../../../declare/clock.ts'

/** There is no national standard for answers to checks (rulebook FD-07, confidence D): all three are local settings. */
export const settings = {
  red: setting({ key: 'mash_red_hours', label: 'Answer a red check within', unit: 'working hours', default: 4, source: 'Local policy' }),
  amber: setting({ key: 'mash_amber_hours', label: 'Answer an amber check within', unit: 'working hours', default: 8, source: 'Local policy' }),
  green: setting({ key: 'mash_green_hours', label: 'Answer a green check within', unit: 'working hours', default: 24, source: 'Local policy' }),
} as const

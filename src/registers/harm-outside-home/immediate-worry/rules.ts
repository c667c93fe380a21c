import { setting } from '../../../declare/clock.ts'

export const settings = {
  take: setting({
    key: 'immediate_worry_hours',
    label: 'Somebody acts on an immediate worry within',
    unit: 'hours',
    default: 4,
    source: 'Local policy',
  }),
} as const

import { setting } from '../../declare/clock.ts'

/** When offline packs are made: local policy, in hours of the London clock, every day of the week. */
export const packSettings = {
  hour: setting({
    key: 'pack_hour',
    label: 'Offline packs are made each day at this hour',
    unit: 'o’clock, 0 to 23',
    default: 6,
    source: 'Local policy',
  }),
} as const

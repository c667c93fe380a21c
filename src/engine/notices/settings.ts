import { setting } from '../../declare/clock.ts'

/** When people are left alone, and when the digest comes: local policy, in hours of the London clock. */
export const outboxSettings = {
  quietFrom: setting({
    key: 'quiet_hours_from',
    label: 'E-mails that are not urgent wait from this hour in the evening',
    unit: 'o’clock, 0 to 24',
    default: 19,
    source: 'Local policy',
  }),
  quietTo: setting({
    key: 'quiet_hours_to',
    label: 'They wait until this hour in the morning',
    unit: 'o’clock, 0 to 24',
    default: 7,
    source: 'Local policy',
  }),
  quietDays: setting({
    key: 'quiet_days',
    label: 'They wait over weekends and bank holidays',
    unit: '1 for yes, 0 for no',
    default: 1,
    source: 'Local policy',
  }),
  digestHour: setting({
    key: 'digest_hour',
    label: 'The digest of a day is put together at this hour',
    unit: 'o’clock, 0 to 23',
    default: 8,
    source: 'Local policy',
  }),
} as const

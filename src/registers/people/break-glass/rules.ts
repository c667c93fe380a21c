import { setting } from '../../../declare/clock.ts'

export const settings = {
  hours: setting({
    key: 'emergency_access_hours',
    label: 'Emergency access to a restricted record lasts',
    unit: 'hours',
    default: 8,
    source: 'Local policy',
  }),
}

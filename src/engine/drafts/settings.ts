import { setting } from '../../declare/clock.ts'

/** Local policy about forms that are not sent. */
export const draftSettings = {
  days: setting({
    key: 'draft_days',
    label: 'A report or assessment that is not sent is kept for',
    unit: 'days since it was last saved',
    default: 30,
    source: 'Local policy',
  }),
} as const

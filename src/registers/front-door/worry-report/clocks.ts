import { clock, setting, workingDays, workingDaysToTheHour } from '../../../declare/clock.ts'
import { worryReport } from './record.ts'

export const settings = {
  read: setting({
    key: 'report_read_days',
    label: 'Whoever reported reads the decision within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
} as const

/** What the receipt promises: the same time of the next working day (rulebook FD-02). */
export const promised = clock(worryReport, {
  key: 'promised',
  label: 'Decision of the contact team',
  basis: 'Working Together to Safeguard Children, chapter 3 (chapter 1 in the 2018 edition)',
  rule: 'FD-02',
  starts: 'sentAt',
  meets: 'decidedAt',
  due: workingDaysToTheHour(1),
})

export const readDecision = clock(worryReport, {
  key: 'read_decision',
  label: 'Read the decision',
  basis: 'Local policy',
  rule: 'FD-03',
  starts: 'decidedAt',
  meets: 'readAt',
  due: workingDays(settings.read),
})

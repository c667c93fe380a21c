import { days, recurringClock } from '../../../declare/clock.ts'
import { priority } from './record.ts'
import { settings } from './rules.ts'

/** The yearly report names areas with little or no evidence of progress, so each year is judged. */
export const judgement = recurringClock(priority, {
  key: 'priority_judgement',
  label: 'Judge the progress of the year',
  basis: 'Local policy',
  rule: 'GOV-PRIORITIES',
  starts: 'fromDay',
  ends: 'endedOn',
  met: { line: 'judgements', on: 'judgedOn' },
  when: ({ state }) => state !== 'recordedInError',
  every: () => days(settings.judgement),
})

export const clocks = [judgement]

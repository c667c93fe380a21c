import { clock, days, workingDays } from '../../../declare/clock.ts'
import { learningItem } from './record.ts'
import { settings } from './rules.ts'

export const passOn = clock(learningItem, {
  key: 'pass_on',
  label: 'Pass it on to those who do the work',
  basis: 'Local policy',
  rule: 'POL-OLB',
  starts: 'dueFrom',
  meets: 'passedOnOn',
  due: workingDays(settings.disseminate),
})

/** Learning that nobody looks for again cannot be shown to have been learned. */
export const check = clock(learningItem, {
  key: 'check',
  label: 'Check whether it has reached those who do the work',
  basis: 'Local policy',
  rule: 'POL-OLB',
  starts: 'passedOnOn',
  meets: 'checkedOn',
  due: days(settings.check),
})

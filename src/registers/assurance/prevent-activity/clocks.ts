import { clock, workingDays } from '../../../declare/clock.ts'
import { preventActivity } from './record.ts'
import { settings } from './rules.ts'

export const outcome = clock(preventActivity, {
  key: 'outcome',
  label: 'Record whether it took place',
  basis: 'Local policy',
  rule: 'POL-PREVENT',
  starts: 'plannedOn',
  meets: 'doneOn',
  due: workingDays(settings.report),
})

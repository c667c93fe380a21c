import { clock, workingDays } from '../../../declare/clock.ts'
import { breakGlass } from './record.ts'

export const review = clock(breakGlass, {
  key: 'review',
  label: 'Review the emergency access',
  basis: 'Local policy',
  rule: 'IS-07',
  starts: 'openedAt',
  meets: 'reviewedAt',
  due: workingDays(1),
})

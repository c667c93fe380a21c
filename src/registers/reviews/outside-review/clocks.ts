import { clock, workingDays } from '../../../declare/clock.ts'
import { outsideReview } from './record.ts'
import { settings } from './rules.ts'

export const compare = clock(outsideReview, {
  key: 'compare',
  label: 'Compare it with this area',
  basis: 'Local policy',
  rule: 'QA-JTAI',
  starts: 'takenUpOn',
  meets: 'comparedOn',
  when: ({ state }) => state !== 'recordedInError',
  due: workingDays(settings.compare),
})

export const clocks = [compare]

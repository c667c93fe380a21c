import { clock, workingDays } from '../../../declare/clock.ts'
import { workshop } from './record.ts'
import { settings } from './rules.ts'

/** A plan that nobody comes back to would count as a workshop in people's minds. */
export const outcome = clock(workshop, {
  key: 'outcome',
  label: 'Record whether the workshop was held',
  basis: 'Local policy',
  rule: 'POL-SSO',
  starts: 'plannedOn',
  meets: 'heldOn',
  due: workingDays(settings.report),
})

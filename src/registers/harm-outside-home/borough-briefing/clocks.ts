import { clock, days } from '../../../declare/clock.ts'
import { boroughBriefing } from './record.ts'
import { settings } from './rules.ts'

export const evaluate = clock(boroughBriefing, {
  key: 'evaluate',
  label: 'Evaluate the briefing',
  basis: 'Local policy',
  rule: 'EXP-BRIEF',
  starts: 'heldOn',
  meets: 'evaluatedOn',
  when: ({ state }) => state === 'held' || state === 'evaluated',
  due: days(settings.evaluate),
})

import { clock, days } from '../../../declare/clock.ts'
import { priorityEvidence } from './record.ts'
import { settings } from './rules.ts'

export const judged = clock(priorityEvidence, {
  key: 'evidence_judged',
  label: 'Accept the evidence, or return it',
  basis: 'Local policy',
  rule: 'GOV-PRIORITIES',
  starts: 'givenOn',
  meets: 'judgedOn',
  when: ({ state }) => state !== 'withdrawn',
  due: days(settings.judge),
})

export const clocks = [judged]

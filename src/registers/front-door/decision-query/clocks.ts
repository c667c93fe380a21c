import { clock, workingDays } from '../../../declare/clock.ts'
import { decisionQuery } from './record.ts'
import { settings } from './rules.ts'

const stages = [settings.question, settings.stage1, settings.stage2, settings.stage3]

/** Each stage has its own limit; a question is stage 0. */
export const answer = clock(decisionQuery, {
  key: 'answer',
  label: 'Answer',
  basis: 'Local policy',
  rule: 'FD-03',
  starts: 'stageAt',
  meets: 'answeredAt',
  due: row => workingDays(stages[row.stage ?? 0] ?? settings.stage3),
})

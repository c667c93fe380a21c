import { defineRegister } from '../../../declare/register.ts'
import { worryReportAccess } from './access.ts'
import { promised, readDecision, settings } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { worryReportPathway } from './pathway.ts'
import { worryReport } from './record.ts'

export const worryReportRegister = defineRegister({
  shape: 'case',
  group: 'front-door',
  record: worryReport,
  pathway: worryReportPathway,
  clocks: [promised, readDecision],
  settings: Object.values(settings),
  access: worryReportAccess,
  files: { by: ['referrer', 'setting_lead'], from: ['writing', 'sent', 'lookedAt', 'decided'] },
  measures,
  list: {
    columns: ['childrenNamed', 'sentAt', 'sender', 'worry', 'outcomesOpen'],
    filters: ['worry', 'sentAt', 'safeNow'],
  },
  examples,
})

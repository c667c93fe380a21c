import { defineRegister } from '../../../declare/register.ts'
import { agencyReportAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agencyReportPathway } from './pathway.ts'
import { agencyReport } from './record.ts'
import { settings } from './rules.ts'

export const agencyReportRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  record: agencyReport,
  pathway: agencyReportPathway,
  clocks,
  settings: Object.values(settings),
  access: agencyReportAccess,
  measures,
  list: {
    columns: ['title', 'partner', 'kind', 'scrutinyGroup', 'coversTo', 'dueOn', 'receivedOn'],
    filters: ['partner', 'kind', 'dueOn', 'receivedOn'],
  },
  examples,
})

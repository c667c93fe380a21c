import { defineRegister } from '../../../declare/register.ts'
import { localIncidentAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { localIncidentPathway } from './pathway.ts'
import { localIncident } from './record.ts'
import { settings } from './rules.ts'

export const localIncidentRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  record: localIncident,
  pathway: localIncidentPathway,
  clocks,
  settings: Object.values(settings),
  access: localIncidentAccess,
  measures,
  list: {
    columns: ['area', 'kinds', 'affected', 'reporterAgency', 'metOn'],
    filters: ['reporterAgency', 'happenedAt', 'metOn'],
  },
  examples,
})

import { defineRegister } from '../../../declare/register.ts'
import { seriousIncidentAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { seriousIncidentPathway } from './pathway.ts'
import { seriousIncident } from './record.ts'
import { settings } from './rules.ts'

export const seriousIncidentRegister = defineRegister({
  shape: 'assurance',
  group: 'reviews',
  record: seriousIncident,
  pathway: seriousIncidentPathway,
  clocks,
  settings: Object.values(settings),
  access: seriousIncidentAccess,
  measures,
  list: {
    columns: ['pseudonym', 'awareOn', 'harm', 'notifiedOn', 'sentOn', 'outcome'],
    filters: ['awareOn', 'harm', 'care', 'outcome', 'panelAnswer'],
  },
  examples,
})

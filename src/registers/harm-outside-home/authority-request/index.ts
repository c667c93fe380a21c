import { defineRegister } from '../../../declare/register.ts'
import { authorityRequestAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { authorityRequestPathway } from './pathway.ts'
import { authorityRequest } from './record.ts'
import { settings } from './rules.ts'

export const authorityRequestRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: authorityRequest,
  pathway: authorityRequestPathway,
  clocks,
  settings: Object.values(settings),
  access: authorityRequestAccess,
  chronology,
  measures,
  list: {
    columns: ['name', 'direction', 'authority', 'askedOn', 'answeredOn', 'healthToldOn'],
    filters: ['direction', 'authority', 'answer', 'livesThere', 'person', 'askedOn'],
  },
  examples,
})

import { defineRegister } from '../../../declare/register.ts'
import { involvementAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { examples } from './examples.ts'
import { involvementPathway } from './pathway.ts'
import { involvement } from './record.ts'

export const involvementRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: involvement,
  pathway: involvementPathway,
  access: involvementAccess,
  chronology,
  list: {
    columns: ['person', 'service', 'agency', 'professional', 'since', 'until'],
    filters: ['service', 'serves', 'agency', 'person', 'since'],
    inMenu: false,
  },
  examples,
})

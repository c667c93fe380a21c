import { defineRegister } from '../../../declare/register.ts'
import { policeInspectionAccess } from './access.ts'
import { renewal, share } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { policeInspectionPathway } from './pathway.ts'
import { policeInspection } from './record.ts'
import { settings } from './rules.ts'

export const policeInspectionRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: policeInspection,
  pathway: policeInspectionPathway,
  clocks: [share, renewal],
  settings: Object.values(settings),
  access: policeInspectionAccess,
  files: { by: ['police_unit'], from: ['recorded', 'shared'] },
  measures,
  list: {
    columns: ['title', 'kind', 'team', 'inspectedOn', 'scope', 'validUntil'],
    filters: ['kind', 'team', 'level', 'inspectedOn', 'themes', 'scope'],
  },
  examples,
})

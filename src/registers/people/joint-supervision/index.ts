import { defineRegister } from '../../../declare/register.ts'
import { jointSupervisionAccess } from './access.ts'
import { nextJointSupervision } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { jointSupervisionPathway } from './pathway.ts'
import { jointSupervision } from './record.ts'
import { settings } from './rules.ts'

export const jointSupervisionRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: jointSupervision,
  pathway: jointSupervisionPathway,
  clocks: [nextJointSupervision],
  settings: Object.values(settings),
  access: jointSupervisionAccess,
  measures,
  list: {
    columns: ['child', 'adult', 'bothOpenOn', 'jointSupervisionOn'],
    filters: ['child', 'adult', 'bothOpenOn', 'jointSupervisionOn'],
    inMenu: false,
  },
  examples,
})

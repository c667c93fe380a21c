import { defineRegister } from '../../../declare/register.ts'
import { actionPlanAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { actionPlanPathway } from './pathway.ts'
import { actionPlan } from './record.ts'

export const actionPlanRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  record: actionPlan,
  pathway: actionPlanPathway,
  clocks,
  settings: [],
  access: actionPlanAccess,
  measures,
  list: { columns: ['name', 'kind', 'compiledOn', 'lead', 'serviceArea'], filters: ['kind', 'lead', 'compiledOn'] },
  examples,
})

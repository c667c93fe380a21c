import { defineRegister } from '../../../declare/register.ts'
import { groupDecisionAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { groupDecisionPathway } from './pathway.ts'
import { groupDecision } from './record.ts'

export const groupDecisionRegister = defineRegister({
  shape: 'assurance',
  group: 'partnership',
  record: groupDecision,
  pathway: groupDecisionPathway,
  clocks,
  access: groupDecisionAccess,
  measures,
  list: {
    columns: ['topic', 'groupName', 'decidedOn', 'reviewOn', 'toldOn'],
    filters: ['groupName', 'decidedOn', 'reviewOn'],
  },
  examples,
})

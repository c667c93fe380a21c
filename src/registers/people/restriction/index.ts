import { defineRegister } from '../../../declare/register.ts'
import { restrictionAccess } from './access.ts'
import { lookAgain } from './clocks.ts'
import { examples } from './examples.ts'
import { restrictionPathway } from './pathway.ts'
import { restriction } from './record.ts'
import { settings } from './rules.ts'

export const restrictionRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: restriction,
  pathway: restrictionPathway,
  clocks: [lookAgain],
  settings: Object.values(settings),
  access: restrictionAccess,
  list: {
    columns: ['person', 'level', 'reason', 'ask', 'since'],
    filters: ['level', 'reason', 'since'],
    inMenu: false,
  },
  examples,
})

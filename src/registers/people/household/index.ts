import { defineRegister } from '../../../declare/register.ts'
import { householdAccess } from './access.ts'
import { examples } from './examples.ts'
import { householdPathway } from './pathway.ts'
import { household } from './record.ts'

export const householdRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: household,
  pathway: householdPathway,
  access: householdAccess,
  list: {
    columns: ['address', 'postcode', 'place', 'since', 'until'],
    filters: ['place', 'since', 'until'],
    inMenu: false,
  },
  examples,
})

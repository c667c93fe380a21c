import { defineRegister } from '../../../declare/register.ts'
import { relationshipAccess } from './access.ts'
import { examples } from './examples.ts'
import { relationshipPathway } from './pathway.ts'
import { relationship } from './record.ts'

export const relationshipRegister = defineRegister({
  shape: 'case',
  group: 'people',
  record: relationship,
  pathway: relationshipPathway,
  access: relationshipAccess,
  list: {
    columns: ['person', 'kind', 'other', 'since', 'until'],
    filters: ['kind', 'nature', 'parentalResponsibility', 'person', 'other'],
    inMenu: false,
  },
  examples,
})

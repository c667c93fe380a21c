import { defineRegister } from '../../../declare/register.ts'
import { partnershipGroupAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { partnershipGroupPathway } from './pathway.ts'
import { partnershipGroup } from './record.ts'
import { settings } from './rules.ts'

export const partnershipGroupRegister = defineRegister({
  shape: 'assurance',
  group: 'partnership',
  record: partnershipGroup,
  pathway: partnershipGroupPathway,
  clocks,
  settings: Object.values(settings),
  access: partnershipGroupAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'parent', 'rhythm', 'establishedOn', 'endsBy'],
    filters: ['kind', 'rhythm', 'establishedOn', 'endsBy'],
  },
  examples,
})

import { defineRegister } from '../../../declare/register.ts'
import { survivorSupportAccess } from './access.ts'
import { firstContact } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { survivorSupportPathway } from './pathway.ts'
import { survivorSupport } from './record.ts'
import { settings } from './rules.ts'

export const survivorSupportRegister = defineRegister({
  shape: 'case',
  group: 'domestic-abuse',
  record: survivorSupport,
  pathway: survivorSupportPathway,
  clocks: [firstContact],
  settings: Object.values(settings),
  access: survivorSupportAccess,
  measures,
  list: {
    columns: ['name', 'referredOn', 'referredBy', 'level', 'engagement', 'plannedOn'],
    filters: ['referredBy', 'level', 'engagement', 'referredOn', 'outcome'],
  },
  examples,
})

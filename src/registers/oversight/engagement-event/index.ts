import { defineRegister } from '../../../declare/register.ts'
import { engagementEventAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { engagementEventPathway } from './pathway.ts'
import { engagementEvent } from './record.ts'
import { settings } from './rules.ts'

export const engagementEventRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  record: engagementEvent,
  pathway: engagementEventPathway,
  clocks,
  settings: Object.values(settings),
  access: engagementEventAccess,
  measures,
  list: {
    columns: ['title', 'kind', 'area', 'heldOn', 'came'],
    filters: ['kind', 'whoCame', 'provider', 'heldOn'],
  },
  examples,
})

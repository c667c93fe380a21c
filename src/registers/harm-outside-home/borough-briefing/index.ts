import { defineRegister } from '../../../declare/register.ts'
import { boroughBriefingAccess } from './access.ts'
import { evaluate } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { boroughBriefingPathway } from './pathway.ts'
import { boroughBriefing } from './record.ts'
import { settings } from './rules.ts'

export const boroughBriefingRegister = defineRegister({
  shape: 'feed',
  group: 'harm-outside-home',
  record: boroughBriefing,
  pathway: boroughBriefingPathway,
  clocks: [evaluate],
  settings: Object.values(settings),
  access: boroughBriefingAccess,
  measures,
  list: {
    columns: ['heldOn', 'topic', 'how', 'evaluatedOn'],
    filters: ['how', 'heldOn'],
  },
  examples,
})

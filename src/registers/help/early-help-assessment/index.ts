import { defineRegister } from '../../../declare/register.ts'
import { earlyHelpAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { earlyHelpPathway } from './pathway.ts'
import { earlyHelp } from './record.ts'
import { settings } from './rules.ts'

export const earlyHelpRegister = defineRegister({
  shape: 'case',
  group: 'help',
  assigned: true,
  record: earlyHelp,
  pathway: earlyHelpPathway,
  clocks,
  settings: Object.values(settings),
  access: earlyHelpAccess,
  measures,
  list: {
    columns: ['childrenNamed', 'leadAgency', 'agreedOn', 'plannedOn'],
    filters: ['leadAgency', 'leadKind', 'mainNeed', 'consent', 'outcome', 'agreedOn'],
  },
  examples,
})

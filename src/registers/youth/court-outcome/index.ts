import { defineRegister } from '../../../declare/register.ts'
import { courtOutcomeAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { courtOutcomePathway } from './pathway.ts'
import { courtOutcome } from './record.ts'
import { settings } from './rules.ts'

export const courtOutcomeRegister = defineRegister({
  shape: 'assurance',
  group: 'youth',
  record: courtOutcome,
  pathway: courtOutcomePathway,
  clocks,
  settings: Object.values(settings),
  access: courtOutcomeAccess,
  measures,
  list: {
    columns: ['ownRef', 'heardOn', 'offence', 'outcome', 'panelOn', 'view'],
    filters: ['outcome', 'offence', 'ethnicity', 'view', 'heardOn'],
  },
  examples,
})

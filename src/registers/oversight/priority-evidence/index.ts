import { defineRegister } from '../../../declare/register.ts'
import { priorityEvidenceAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { priorityEvidencePathway } from './pathway.ts'
import { priorityEvidence } from './record.ts'
import { settings } from './rules.ts'

export const priorityEvidenceRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  record: priorityEvidence,
  pathway: priorityEvidencePathway,
  clocks,
  settings: Object.values(settings),
  access: priorityEvidenceAccess,
  measures,
  list: {
    columns: ['title', 'priority', 'givenBy', 'strength', 'evidenceOn'],
    filters: ['givenBy', 'strength', 'evidenceOn', 'priority'],
  },
  examples,
})

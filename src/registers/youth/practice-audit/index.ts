import { defineRegister } from '../../../declare/register.ts'
import { practiceAuditAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { practiceAuditPathway } from './pathway.ts'
import { practiceAudit } from './record.ts'
import { settings } from './rules.ts'

export const practiceAuditRegister = defineRegister({
  shape: 'assurance',
  group: 'youth',
  record: practiceAudit,
  pathway: practiceAuditPathway,
  clocks,
  settings: Object.values(settings),
  access: practiceAuditAccess,
  measures,
  list: {
    columns: ['ownRef', 'work', 'writtenOn', 'auditedOn', 'graces', 'same'],
    filters: ['work', 'ethnicity', 'graces', 'same', 'writtenOn'],
  },
  examples,
})

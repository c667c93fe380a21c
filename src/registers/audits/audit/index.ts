import { defineRegister } from '../../../declare/register.ts'
import { auditAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { auditPathway } from './pathway.ts'
import { audit } from './record.ts'
import { settings } from './rules.ts'

export const auditRegister = defineRegister({
  shape: 'assurance',
  group: 'audits',
  record: audit,
  pathway: auditPathway,
  clocks,
  settings: Object.values(settings),
  access: auditAccess,
  files: { by: ['audit_lead'], from: ['planned', 'fieldwork', 'reported'] },
  measures,
  list: {
    columns: ['title', 'kind', 'plannedFor', 'unit', 'reportedOn'],
    filters: ['kind', 'unit', 'population', 'plannedFor', 'reportedOn'],
  },
  examples,
})

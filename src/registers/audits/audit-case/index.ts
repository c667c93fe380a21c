import { defineRegister } from '../../../declare/register.ts'
import { auditCaseAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { auditCasePathway } from './pathway.ts'
import { auditCase } from './record.ts'
import { settings } from './rules.ts'

export const auditCaseRegister = defineRegister({
  shape: 'assurance',
  group: 'audits',
  record: auditCase,
  pathway: auditCasePathway,
  clocks,
  settings: Object.values(settings),
  access: auditCaseAccess,
  measures,
  list: {
    columns: ['auditTitle', 'position', 'auditor', 'auditedOn', 'grade', 'agreement'],
    filters: ['audit', 'auditor', 'grade', 'agreement', 'teamAudited', 'auditedOn'],
  },
  examples,
})

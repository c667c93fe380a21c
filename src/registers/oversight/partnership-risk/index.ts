import { defineRegister } from '../../../declare/register.ts'
import { partnershipRiskAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { partnershipRiskPathway } from './pathway.ts'
import { partnershipRisk } from './record.ts'
import { settings } from './rules.ts'

export const partnershipRiskRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  owner: { person: 'ownerPerson', agency: 'ownerAgency' },
  record: partnershipRisk,
  pathway: partnershipRiskPathway,
  clocks,
  settings: Object.values(settings),
  access: partnershipRiskAccess,
  measures,
  list: {
    columns: ['title', 'childrenGroup', 'score', 'ownerPerson', 'ownerAgency'],
    filters: ['ownerPerson', 'ownerAgency', 'raisedOn'],
  },
  examples,
})

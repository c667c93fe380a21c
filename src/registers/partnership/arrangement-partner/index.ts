import { defineRegister } from '../../../declare/register.ts'
import { arrangementPartnerAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { arrangementPartnerPathway } from './pathway.ts'
import { arrangementPartner } from './record.ts'

export const arrangementPartnerRegister = defineRegister({
  shape: 'assurance',
  group: 'partnership',
  record: arrangementPartner,
  pathway: arrangementPartnerPathway,
  clocks,
  access: arrangementPartnerAccess,
  measures,
  list: {
    columns: ['nameInLaw', 'partnerRole', 'sector', 'signatory', 'inForceFrom', 'inForceUntil'],
    filters: ['partnerRole', 'sector', 'inForceFrom', 'inForceUntil'],
  },
  examples,
})

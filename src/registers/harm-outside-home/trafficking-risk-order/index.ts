import { defineRegister } from '../../../declare/register.ts'
import { traffickingRiskOrderAccess } from './access.ts'
import { renewal } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { traffickingRiskOrderPathway } from './pathway.ts'
import { traffickingRiskOrder } from './record.ts'
import { settings } from './rules.ts'

export const traffickingRiskOrderRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: traffickingRiskOrder,
  pathway: traffickingRiskOrderPathway,
  clocks: [renewal],
  settings: Object.values(settings),
  access: traffickingRiskOrderAccess,
  measures,
  list: {
    columns: ['subject', 'kind', 'countyLines', 'madeOn', 'expiresOn'],
    filters: ['kind', 'countyLines', 'madeOn', 'expiresOn'],
  },
  examples,
})

import { defineRegister } from '../../../declare/register.ts'
import { operationEncompassAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { operationEncompassPathway } from './pathway.ts'
import { operationEncompass } from './record.ts'
import { settings } from './rules.ts'

export const operationEncompassRegister = defineRegister({
  shape: 'feed',
  group: 'domestic-abuse',
  record: operationEncompass,
  pathway: operationEncompassPathway,
  clocks,
  settings: Object.values(settings),
  access: operationEncompassAccess,
  chronology,
  measures,
  list: {
    columns: ['givenName', 'familyName', 'school', 'attendedAt', 'deliveredAt', 'contactWarning'],
    filters: ['school', 'settingType', 'phase', 'joined', 'deliveredHow', 'cameBack', 'attendedAt'],
  },
  examples,
})

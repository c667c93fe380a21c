import { defineRegister } from '../../../declare/register.ts'
import { dailyCaseAccess } from './access.ts'
import { heard } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { dailyCasePathway } from './pathway.ts'
import { dailyCase } from './record.ts'
import { settings } from './rules.ts'

export const dailyCaseRegister = defineRegister({
  shape: 'case',
  group: 'domestic-abuse',
  record: dailyCase,
  pathway: dailyCasePathway,
  clocks: [heard],
  settings: Object.values(settings),
  access: dailyCaseAccess,
  measures,
  list: {
    columns: ['adultGiven', 'adultFamily', 'criterion', 'level', 'lastIncidentAt', 'lastHeardOn'],
    filters: ['criterion', 'level', 'referredBy', 'relation', 'consent', 'referredOn', 'lastHeardOn'],
  },
  examples,
})

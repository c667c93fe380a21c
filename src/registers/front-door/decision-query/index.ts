import { defineRegister } from '../../../declare/register.ts'
import { decisionQueryAccess } from './access.ts'
import { answer } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { decisionQueryPathway } from './pathway.ts'
import { decisionQuery } from './record.ts'
import { settings } from './rules.ts'

export const decisionQueryRegister = defineRegister({
  shape: 'case',
  group: 'front-door',
  record: decisionQuery,
  pathway: decisionQueryPathway,
  clocks: [answer],
  settings: Object.values(settings),
  access: decisionQueryAccess,
  measures,
  list: {
    columns: ['kind', 'stage', 'raisedAt', 'report', 'result'],
    filters: ['kind', 'result', 'raisedAt'],
  },
  examples,
})

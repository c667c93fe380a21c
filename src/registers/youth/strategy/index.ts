import { defineRegister } from '../../../declare/register.ts'
import { strategyAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { strategyPathway } from './pathway.ts'
import { strategy } from './record.ts'
import { settings } from './rules.ts'

export const strategyRegister = defineRegister({
  shape: 'assurance',
  group: 'youth',
  record: strategy,
  pathway: strategyPathway,
  clocks,
  settings: Object.values(settings),
  access: strategyAccess,
  measures,
  list: {
    columns: ['name', 'kind', 'publishedOn', 'fromDay', 'toDay'],
    filters: ['kind', 'publishedOn'],
  },
  examples,
})

import { defineRegister } from '../../../declare/register.ts'
import { priorityAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { priorityPathway } from './pathway.ts'
import { priority } from './record.ts'
import { settings } from './rules.ts'

export const priorityRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  record: priority,
  pathway: priorityPathway,
  clocks,
  settings: Object.values(settings),
  access: priorityAccess,
  measures,
  list: {
    columns: ['title', 'scheme', 'number', 'leadGroup', 'leadPerson', 'fromDay'],
    filters: ['scheme', 'leadPerson', 'fromDay'],
  },
  examples,
})

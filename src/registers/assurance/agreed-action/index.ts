import { defineRegister } from '../../../declare/register.ts'
import { agreedActionAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agreedActionPathway } from './pathway.ts'
import { agreedAction } from './record.ts'
import { settings } from './rules.ts'

export const agreedActionRegister = defineRegister({
  shape: 'assurance',
  group: 'assurance',
  owner: { person: 'ownerPerson', agency: 'ownerAgency' },
  record: agreedAction,
  pathway: agreedActionPathway,
  clocks,
  settings: Object.values(settings),
  access: agreedActionAccess,
  measures,
  list: {
    columns: ['source', 'ownerPerson', 'ownerAgency', 'dueAt', 'doneOn'],
    filters: ['source', 'recommendation', 'ownerPerson', 'ownerAgency', 'meeting', 'dueAt', 'agreedOn'],
  },
  examples,
})
